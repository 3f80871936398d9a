import type { Clock } from '../base/clock';
import type { NewId } from '../base/ids';
import type { Random } from '../base/random';
import { aimedFaults } from './faultChoices';
import type { FaultAim, FaultKey } from './faultChoices';
import { createGraphEmulator } from './graph/createGraphEmulator';
import type { DirectorySettings } from './graph/directorySettings';
import type { Fault } from './graph/faults';
import type { GraphEmulator, GraphEmulatorOptions } from './graph/graphEmulator';
import { publishedQuota } from './graph/quota/quotaSettings';
import type { QuotaSettings } from './graph/quota/quotaSettings';
import type { AppRegistration } from './identity/appRegistration';
import { createConsent } from './identity/consent';
import { createIssuer } from './identity/createIssuer';
import type { IdentityProvider } from './identity/identityProvider';
import type { IssuerKeys } from './identity/issuerKeys';
import type { AuditLog } from './tenant/auditLog';
import { openTenant } from './tenant/openTenant';
import type { OwnedProducts } from './tenant/ownedProducts';
import type { Tenant } from './tenant/tenant';

/** The tenant that the sites serve, with its Graph and its sign-in; `reopen` replaces all three. */
export interface Environment {
  readonly tenant: Tenant;
  readonly emulator: GraphEmulator;
  readonly provider: IdentityProvider;
  /** Number of people in the tenant. */
  readonly users: number;
  readonly faults: readonly FaultKey[];
  /** Scope shared by all faults of Graph; empty where each has its own. */
  readonly aim: FaultAim;
  /** Replaces the faults; those of the host page are only stored here. `aim` is for all faults of Graph. */
  setFaults(keys: readonly FaultKey[], aim?: FaultAim): void;
  /** Replaces the faults of Graph by faults that have no key. */
  setGraphFaults(faults: readonly Fault[]): void;
  /**
   * Replaces the tenant by one of `users` people; `fresh` discards its stored changes. Throws as `openTenant` does;
   * the present tenant stays then.
   */
  reopen(users: number, fresh: boolean): void;
  close(): void;
}

interface EnvironmentOptions {
  readonly users: number;
  readonly fresh: boolean;
  /** Folder of the tenant's store; `undefined` keeps it in memory. */
  readonly folder: string | undefined;
  readonly keys: IssuerKeys;
  readonly app: AppRegistration;
  readonly clock: Clock;
  readonly random: Random;
  readonly newId: NewId;
  /** Seed of the tenant's generator; default 1. */
  readonly seed?: number;
  /** Products of the tenant; default those that tests know. */
  readonly owned?: OwnedProducts | undefined;
  /** Behavior of the directory at the start; default without trouble. */
  readonly settings?: Partial<DirectorySettings> | undefined;
  /** Quota settings at the start; default as published. */
  readonly quota?: Readonly<QuotaSettings>;
}

/** Permission that the fault of a missing consent takes away. */
const consentToChange = 'LicenseAssignment.ReadWrite.All';

type Parts = Pick<Environment, 'tenant' | 'emulator' | 'provider' | 'users'>;

/** Settings of an emulator that stay when the tenant is replaced. */
type Behavior = Pick<GraphEmulatorOptions, 'quota' | 'lag' | 'settings'> & {
  /** Delay and retention of the audit log. */
  readonly audits?: Pick<AuditLog, 'arrivalDelayInMs' | 'retentionInDays'>;
};

function openParts(
  options: EnvironmentOptions,
  users: number,
  fresh: boolean,
  { audits, ...behavior }: Behavior,
): Parts {
  const { folder, keys, app, clock, random, newId, seed, owned } = options;
  const tenant = openTenant({ users, folder, fresh, clock, seed, owned });
  Object.assign(tenant.audits, audits);
  const issuer = createIssuer({ clock, tenantId: tenant.id, keys });
  const emulator = createGraphEmulator({
    tenant,
    verifyToken: issuer.verify,
    clock,
    random,
    newId,
    ...behavior,
  });
  const provider = { tenantId: tenant.id, issuer, consent: createConsent(), app, personas: tenant.personas };
  return { tenant, emulator, provider, users };
}

/** Opens the first tenant. Throws what `openTenant` throws. */
export function createEnvironment(options: EnvironmentOptions): Environment {
  let parts = openParts(options, options.users, options.fresh, {
    quota: options.quota ?? publishedQuota,
    settings: options.settings,
  });
  let faults: readonly FaultKey[] = [];
  let aim: FaultAim = {};

  const setFaults = (keys: readonly FaultKey[], newAim: FaultAim = {}): void => {
    const had = faults.includes('no-write-consent');
    const has = keys.includes('no-write-consent');
    faults = keys;
    aim = newAim;
    parts.emulator.faults.set(aimedFaults(keys, aim));
    // What people agreed to meanwhile stays, whatever else is switched.
    if (has && !had) parts.provider.consent.withdraw(consentToChange);
    if (had && !has) parts.provider.consent.grant([consentToChange]);
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
    get aim() {
      return aim;
    },
    setFaults,
    setGraphFaults: (list) => {
      setFaults([]);
      parts.emulator.faults.set(list);
    },
    reopen: (users, fresh) => {
      const { quota, lag, settings } = parts.emulator;
      const { arrivalDelayInMs, retentionInDays } = parts.tenant.audits;
      const audits = { arrivalDelayInMs, retentionInDays };
      const behavior = { quota: quota.settings, lag, settings, audits };
      const before = parts.users;
      parts.tenant.close();
      try {
        parts = openParts(options, users, fresh, behavior);
      } catch (thrown) {
        parts = openParts(options, before, false, behavior);
        throw thrown;
      } finally {
        // The new sign-in knows of no fault yet.
        const kept = faults;
        faults = [];
        setFaults(kept, aim);
      }
    },
    close: () => parts.tenant.close(),
  };
}
