import { seededRandom } from '../../../src/base/random';
import { createGraph } from '../../../src/graph/createGraph';
import { createPipeline } from '../../../src/http/createPipeline';
import type { HttpRequest } from '../../../src/http/types';
import { createCloudLicensingAdapter } from '../../../src/licensing/adapters/cloud-licensing/createCloudLicensingAdapter';
import type { LicensingAdapter } from '../../../src/licensing/licensingAdapter';
import { createGraphEmulator } from '../../../src/sandbox/graph/createGraphEmulator';
import type { DirectorySettings } from '../../../src/sandbox/graph/directorySettings';
import type { GraphEmulator } from '../../../src/sandbox/graph/graphEmulator';
import { openTenant } from '../../../src/sandbox/tenant/openTenant';
import type { Tenant } from '../../../src/sandbox/tenant/tenant';
import type { PersonaKey } from '../../../src/sandbox/tenant/personas';
import { manualClock } from '../../base/manualClock';
import { emulatorSend } from '../../support/emulatorSend';

/** Permissions that the app has without cloud licensing. */
export const ownScopes = [
  'User.Read',
  'User.Read.All',
  'GroupMember.Read.All',
  'LicenseAssignment.Read.All',
  'LicenseAssignment.ReadWrite.All',
  'User.ReadWrite.All',
  'Group.ReadWrite.All',
];

/** Parts of a world over cloud licensing. */
export interface CloudClient {
  readonly tenant: Tenant;
  readonly emulator: GraphEmulator;
  /** Every request as it went out. */
  readonly sent: readonly HttpRequest[];
  /** The adapter of an account; `given` are permissions besides the app's own, default Directory.Read.All. */
  readonly adapterOf: (
    persona: PersonaKey,
    given?: readonly string[],
    mayAskFor?: () => boolean,
  ) => LicensingAdapter;
  readonly close: () => void;
}

/** A fresh tenant behind the Graph emulator, with cloud licensing, and the whole client over it but for the network. */
export function openCloudClient(settings: Partial<DirectorySettings> = {}): CloudClient {
  const clock = manualClock({ nowInMs: Date.parse('2026-03-02T09:00:00Z') });
  const tenant = openTenant({ folder: undefined, clock });
  const unserved: string[] = [];
  let last = 0;
  const emulator = createGraphEmulator({
    tenant,
    clock,
    verifyToken: (bearer) => {
      const [key, given = ''] = bearer.split('/');
      const persona = tenant.personas.find((each) => each.key === key);
      if (!persona) return Promise.reject(new Error(`no persona is called ${bearer}`));
      const scp = [...ownScopes, ...given.split(' ')];
      const oid = persona.userId;
      return Promise.resolve({
        oid,
        tid: tenant.id,
        scp,
        appid: 'app',
        iat: 0,
        exp: Number.MAX_SAFE_INTEGER,
      });
    },
    random: seededRandom(1),
    newId: () => `00000000-0000-4000-8000-${String((last += 1)).padStart(12, '0')}`,
    log: (line) => unserved.push(line),
  });
  Object.assign(emulator.settings, settings);
  const sent: HttpRequest[] = [];
  const wire = emulatorSend(emulator);
  return {
    tenant,
    emulator,
    sent,
    adapterOf: (persona, given = ['Directory.Read.All'], mayAskFor = () => true) => {
      const ownClock = manualClock({ isInstant: true });
      const random = seededRandom(1);
      const send = createPipeline({
        send: (request) => {
          sent.push(request);
          return wire(request);
        },
        getToken: () => Promise.resolve(`${persona}/${given.join(' ')}`),
        clock: ownClock,
      });
      const graph = createGraph({ graphUrl: 'https://graph.microsoft.com', send, clock: ownClock, random });
      return createCloudLicensingAdapter(graph, { clock: ownClock, mayAskFor });
    },
    close: () => {
      tenant.close();
      if (unserved.length > 0) throw new Error(unserved.join('\n'));
    },
  };
}
