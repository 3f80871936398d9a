import type { Clock } from '../../../src/base/clock';
import { registerApp } from '../../../src/sandbox/identity/appRegistration';
import { createConsent } from '../../../src/sandbox/identity/consent';
import { createIssuer } from '../../../src/sandbox/identity/createIssuer';
import type { IdentityProvider } from '../../../src/sandbox/identity/identityProvider';
import { openIssuerKeys } from '../../../src/sandbox/identity/issuerKeys';
import type { Persona } from '../../../src/sandbox/tenant/personas';

/** A clock that stands still until a test moves it. */
interface HandClock extends Clock {
  advance(byInMs: number): void;
}

/** Starts at 2026-11-22, 08:00 UTC. */
export function handClock(): HandClock {
  let now = Date.UTC(2026, 10, 22, 8);
  return {
    now: () => now,
    monotonic: () => now,
    wait: () => Promise.resolve(),
    advance: (byInMs) => {
      now += byInMs;
    },
  };
}

/** An administrator who may consent, and a member who may not. */
export const personas: readonly Persona[] = [
  {
    key: 'global-admin',
    userId: '10000000-0000-4000-8000-000000000001',
    displayName: 'Ada <Admin>',
    userPrincipalName: 'ada@sandbox.example',
    roleTemplateIds: ['62e90394-69f5-4237-9190-012177145e10'],
  },
  {
    key: 'member',
    userId: '10000000-0000-4000-8000-000000000002',
    displayName: 'Mio Member',
    userPrincipalName: 'mio@sandbox.example',
    roleTemplateIds: [],
  },
];

export const tabOrigin = 'http://app.localhost:5301';
export const tenantId = '20000000-0000-4000-8000-000000000000';

/** A whole identity provider over two people, with its clock. */
export async function setupProvider(): Promise<{ provider: IdentityProvider; clock: HandClock }> {
  const clock = handClock();
  const issuer = createIssuer({ clock, tenantId, keys: await openIssuerKeys(undefined) });
  const provider = { tenantId, issuer, consent: createConsent(), app: registerApp([tabOrigin]), personas };
  return { provider, clock };
}
