import type { Clock } from '../base/clock';
import type { NewId } from '../base/ids';
import type { Random } from '../base/random';
import { graphFaults } from './faultChoices';
import type { FaultKey } from './faultChoices';
import { createGraphEmulator } from './graph/createGraphEmulator';
import type { GraphEmulator } from './graph/graphEmulator';
import type { AppRegistration } from './issuer/appRegistration';
import { createConsent } from './issuer/consent';
import { createIssuer } from './issuer/createIssuer';
import type { IdentityProvider } from './issuer/identityProvider';
import type { IssuerKeys } from './issuer/issuerKeys';
import { openTenant } from './tenant/openTenant';
import type { Tenant } from './tenant/tenant';

/** What the sites serve: one tenant with its Graph and its sign-in, which can be swapped for another. */
export interface World {
  readonly tenant: Tenant;
  readonly emulator: GraphEmulator;
  readonly provider: IdentityProvider;
  /** Number of people in the tenant. */
  readonly users: number;
  readonly faults: readonly FaultKey[];
  /** Replaces the faults; those of the host page itself are only remembered. */
  setFaults(keys: readonly FaultKey[]): void;
  /** Opens a tenant of `users` people in place of the present one; `fresh` forgets what was changed in it. */
  reopen(users: number, fresh: boolean): void;
  close(): void;
}

/** What a world is made of. */
export interface WorldOptions {
  readonly users: number;
  readonly fresh: boolean;
  /** Folder of the tenant's store; `undefined` keeps it in memory. */
  readonly folder: string | undefined;
  readonly keys: IssuerKeys;
  readonly app: AppRegistration;
  readonly clock: Clock;
  readonly random: Random;
  readonly newId: NewId;
}

type Parts = Pick<World, 'tenant' | 'emulator' | 'provider' | 'users'>;

function openParts(options: WorldOptions, users: number, fresh: boolean): Parts {
  const { folder, keys, app, clock, random, newId } = options;
  const tenant = openTenant({ users, folder, fresh, clock });
  const issuer = createIssuer({ clock, tenantId: tenant.id, keys });
  const emulator = createGraphEmulator({ tenant, verifyToken: issuer.verify, clock, random, newId });
  const provider = { tenantId: tenant.id, issuer, consent: createConsent(), app, personas: tenant.personas };
  return { tenant, emulator, provider, users };
}

/** Opens the first tenant. Throws what `openTenant` throws. */
export function createWorld(options: WorldOptions): World {
  let parts = openParts(options, options.users, options.fresh);
  let faults: readonly FaultKey[] = [];

  const setFaults = (keys: readonly FaultKey[]): void => {
    faults = keys;
    parts.emulator.faults.set(keys.flatMap((key) => graphFaults[key] ?? []));
    parts.provider.consent.reset();
    if (keys.includes('no-write-consent')) parts.provider.consent.withdraw('LicenseAssignment.ReadWrite.All');
  };

  return {
    get tenant() {
      return parts.tenant;
    },
    get emulator() {
      return parts.emulator;
    },
    get provider() {
      return parts.provider;
    },
    get users() {
      return parts.users;
    },
    get faults() {
      return faults;
    },
    setFaults,
    reopen: (users, fresh) => {
      parts.tenant.close();
      parts = openParts(options, users, fresh);
      setFaults(faults);
    },
    close: () => parts.tenant.close(),
  };
}
