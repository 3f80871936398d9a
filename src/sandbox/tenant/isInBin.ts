import type { GroupRow, UserRow } from './rows';

const keptInMs = 30 * 86_400_000;

/**
 * True if a deleted user or group can still be restored: for thirty days, unless purged (Entra: recover from
 * deletions).
 */
export function isInBin({ deletedDateTime, isPurged }: UserRow | GroupRow, nowInMs: number): boolean {
  return !isPurged && deletedDateTime !== undefined && nowInMs - Date.parse(deletedDateTime) < keptInMs;
}
