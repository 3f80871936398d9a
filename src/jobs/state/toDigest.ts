import type { JobDigest } from '../job';

/** Where a job stands, without its items. */
export function toDigest({ status, pause, counts, startedAt, finishedAt }: JobDigest): JobDigest {
  return { status, pause, counts, startedAt, finishedAt };
}
