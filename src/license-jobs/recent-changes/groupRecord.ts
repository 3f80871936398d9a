import type { ProductKey } from '../../licensing/keys';
import { isSameSet } from '../../licensing/changes/isSameSet';
import type { LicensedGroup } from '../../licensing/types';
import type { JobChanges, LicenseChange } from './licenseChanges';
import { maxLagInMs } from './readings';

/** Milliseconds after which the members of a changed group are taken to have what it gives (inferred: counts follow within a minute). */
const groupLagInMs = 2 * 60_000;

/** Record of the changed groups that readings show as processed, whatever their jobs know. */
export interface GroupRecord {
  /** Records which groups a reading of those that give the product, begun at `readAt`, shows as processed with their change. */
  markProcessed(
    product: ProductKey,
    jobs: readonly JobChanges[],
    groups: readonly LicensedGroup[],
    readAt: number,
  ): void;
  /** True while the seats that the groups of a job give or take may not all be counted yet. */
  isAtWork(job: JobChanges): boolean;
}

/** Creates an empty record. `now` gives milliseconds since 1970. */
export function createGroupRecord(now: () => number): GroupRecord {
  /** Start of the first reading that showed the group as processed, by the change. */
  const processedAt = new Map<string, number>();
  return {
    markProcessed(product, jobs, groups, readAt) {
      const processed = new Map(
        groups.flatMap(({ group, processing, disabledPlanIds }) =>
          processing === 'complete' ? [[group.id.toLowerCase(), disabledPlanIds]] : [],
        ),
      );
      for (const change of jobs.flatMap(({ changes }) => changes)) {
        const shown = processed.get(change.principal.id.toLowerCase());
        // A reading without the change shows the processing before it, and one that lacks a group shows nothing of it.
        if (change.product !== product || !shown || !change.disabledPlanIds || readAt <= change.at) continue;
        const name = nameOf(change);
        if (isSameSet(shown, change.disabledPlanIds) && !processedAt.has(name)) processedAt.set(name, readAt);
      }
    },
    isAtWork({ changes, groupsAt = 0, isGroupPending, pendingGroups }) {
      if (!isGroupPending) return now() < groupsAt + groupLagInMs;
      // Entra processes all licenses of a group together, so one product that shows it is enough.
      const times = [...pendingGroups].map((id) =>
        changes
          .filter(({ principal }) => principal.id.toLowerCase() === id)
          .reduce((latest, change) => Math.max(latest, processedAt.get(nameOf(change)) ?? 0), 0),
      );
      // What is first seen after the longest wait begins no other.
      const areProcessed = times.length > 0 && times.every((at) => at > 0 && at <= groupsAt + maxLagInMs);
      return now() < (areProcessed ? Math.max(groupsAt, ...times) + groupLagInMs : groupsAt + maxLagInMs);
    },
  };
}

const nameOf = ({ jobId, principal, at }: LicenseChange): string =>
  `${jobId} ${principal.id.toLowerCase()} ${at}`;
