import { readChoices } from '../../../src/sandbox/host-page/choices';
import type { FrameState, HostView } from '../../../src/sandbox/host-page/protocol/step';

/** A content frame that was just made. */
export const contentFrame: FrameState = {
  frameContext: 'content',
  entityId: 'licenses',
  subEntityId: 'product/1',
  settings: {},
  handlers: [],
};

/** Returns the state of the host, with the choices of an address. */
export function setupView(search = ''): HostView {
  return {
    choices: readChoices(search),
    person: {
      key: 'global-admin',
      userId: '10000000-0000-4000-8000-000000000001',
      displayName: 'Ada Admin',
      userPrincipalName: 'ada@sandbox.example',
    },
    tenantId: '20000000-0000-4000-8000-000000000000',
    tabOrigin: 'http://app.localhost:5301',
    sessionId: 'session-1',
  };
}
