import type { LicenseChange } from './licenseChanges';

/** Time for which readings may miss a change, in milliseconds; afterwards a difference is reported (Graph: eventual consistency). */
export const maxLagInMs = 15 * 60_000;

/** Time after a change until which a reading that begins after `maxLagInMs` is waited for, in milliseconds. */
export const maxPendingInMs = maxLagInMs + 2 * 60_000;

/** Time after a change in which a difference is still looked for, in milliseconds; later, another admin is the likely cause. */
export const checkedForInMs = 60 * 60_000;

/** Kinds of readings, each of which catches up with changes at its own pace. */
export type ReadingKind = (typeof kinds)[number];

const kinds = ['holders', 'issues', 'groups', 'holdings'] as const;

/** Record of how far readings have caught up with changes. */
export interface ReadingRecord {
  /**
   * Compares a change with a reading that began at `readAt`; true if the reading is to be corrected, as it is too early to
   * show the change.
   */
  compare(kind: ReadingKind, change: LicenseChange, isShown: boolean, readAt: number): boolean;
  /** True if no reading has shown the change yet, and one that began at `readAt` may be too early for it. */
  isEarly(kind: ReadingKind, change: LicenseChange, readAt: number): boolean;
  /** True if no reading of any kind has shown the change yet. */
  isUnconfirmed(change: LicenseChange): boolean;
  /** True until a reading shows the change, or one that began late enough does not. */
  isPending(change: LicenseChange): boolean;
  /** True if readings don't show the change although there was time enough, and for an hour at most. */
  isMissing(change: LicenseChange): boolean;
}

/** Creates an empty record. `now` gives milliseconds since 1970. */
export function createReadingRecord(now: () => number): ReadingRecord {
  const confirmed = new Map<string, number>();
  /** Times of the changes that readings don't show. A later change of the same license begins its own wait. */
  const missing = new Map<string, number>();

  const isConfirmed = (kind: ReadingKind, change: LicenseChange): boolean =>
    (confirmed.get(`${kind} ${nameOf(change)}`) ?? 0) >= change.at;

  const isMissing = (change: LicenseChange): boolean =>
    missing.get(nameOf(change)) === change.at && now() <= change.at + checkedForInMs;

  const isUnconfirmed = (change: LicenseChange): boolean => kinds.every((kind) => !isConfirmed(kind, change));

  const isEarly = (kind: ReadingKind, change: LicenseChange, readAt: number): boolean =>
    readAt <= change.at + maxLagInMs && !isConfirmed(kind, change);

  return {
    isEarly,
    isUnconfirmed,
    isMissing,
    isPending: (change) => now() <= change.at + maxPendingInMs && !isMissing(change) && isUnconfirmed(change),
    compare(kind, change, isShown, readAt) {
      if (isConfirmed(kind, change)) return false;
      const name = nameOf(change);
      if (isShown) {
        missing.delete(name);
        if (readAt > change.at) confirmed.set(`${kind} ${name}`, change.at);
        return false;
      }
      if (isEarly(kind, change, readAt)) return true;
      if (readAt <= change.at + checkedForInMs) missing.set(name, change.at);
      return false;
    },
  };
}

const nameOf = ({ product, pool, principal }: LicenseChange): string =>
  `${product} ${pool} ${principal.id.toLowerCase()}`;
