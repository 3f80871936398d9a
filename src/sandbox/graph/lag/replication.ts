import type { Clock } from '../../../base/clock';
import type { Tenant } from '../../tenant/tenant';
import type { ReplicationLag } from '../directorySettings';
import { Replica } from './replica';
import { SeatCounts } from './seatCounts';

/** How a request sees the tenant: as it is, for writes; late, for reads and, apart, for advanced queries. */
export type ReadConsistency = 'latest' | 'reads' | 'index';

/** Shows a tenant with a delay after writes (Graph: eventual consistency). */
export interface Replication {
  /** The tenant as a request sees it now. */
  tenantFor(consistency: ReadConsistency): Tenant;
  /** Seats in use of a SKU, as far as reads know. */
  consumedUnits(skuId: string): number;
}

/** Starts following the changes of a tenant. */
export function createReplication(tenant: Tenant, clock: Clock, lag: Readonly<ReplicationLag>): Replication {
  const [reads, index, counts] = [new Replica(tenant), new Replica(tenant), new SeatCounts(tenant)];
  tenant.watch((change) => {
    const at = clock.now();
    reads.note(change, at, lag.readsInMs);
    index.note(change, at, lag.indexInMs);
    counts.note(at, lag.countsInMs);
  });
  return {
    tenantFor: (consistency) => {
      if (consistency === 'latest') return tenant;
      return consistency === 'reads'
        ? reads.view(clock.now(), lag.readsInMs)
        : index.view(clock.now(), lag.indexInMs);
    },
    consumedUnits: (skuId) => counts.consumed(skuId, clock.now(), lag.countsInMs),
  };
}
