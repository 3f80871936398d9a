import type { Clock } from '../../base/clock';
import type { Tenant } from '../tenant/tenant';
import type { DirectorySettings, ReplicationLag } from './directorySettings';
import { defaultSettings, noLag } from './directorySettings';
import { GraphRefusal } from './graphRefusal';
import type { Replication } from './lag/replication';
import { createReplication } from './lag/replication';

/** Behavior of the directory: replication lag, write conflicts, links and tokens. */
export interface Directory extends Replication {
  /** Can be changed at any time. */
  readonly lag: ReplicationLag;
  /** Can be changed at any time. */
  readonly settings: DirectorySettings;
  /** Begins a write of a user. Throws GraphRefusal 409 during another write of this user. */
  beginWrite(userId: string): void;
  /** Number of writes of users since the start. */
  writesBegun(): number;
  /** Returns a number that is new each time, so that tokens differ. */
  nextSerial(): number;
}

/** Makes the behavior of a tenant's directory. */
export function createDirectory(
  tenant: Tenant,
  clock: Clock,
  options: { readonly lag?: Partial<ReplicationLag>; readonly settings?: Partial<DirectorySettings> },
): Directory {
  const lag: ReplicationLag = { ...noLag, ...options.lag };
  const settings: DirectorySettings = { ...defaultSettings, ...options.settings };
  const busyUntil = new Map<string, number>();
  let begun = 0;
  let serial = 0;
  return {
    ...createReplication(tenant, clock, lag),
    lag,
    settings,
    beginWrite: (userId) => {
      const now = clock.now();
      if ((busyUntil.get(userId) ?? 0) > now) throw concurrencyViolation();
      if (settings.writesTakeInMs > 0) busyUntil.set(userId, now + settings.writesTakeInMs);
      else busyUntil.delete(userId);
      begun += 1;
    },
    writesBegun: () => begun,
    nextSerial: () => (serial += 1),
  };
}

/** 409 for writes that overlap; observed. */
function concurrencyViolation(): GraphRefusal {
  return new GraphRefusal(
    409,
    'Directory_ConcurrencyViolation',
    'Error due to concurrent requests being made to the tenant. Please wait briefly and retry.',
  );
}
