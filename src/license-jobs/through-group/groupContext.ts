import type { LicensingCode } from '../../licensing/types';

/** What the operation `through-group` keeps of its beginning; plain data, in the journal. */
export interface GroupContext {
  readonly groupId: string;
  /** Made by this job, so that nobody else is expected in it. */
  readonly isMade: boolean;
  /** Whether the group gave the products before the job. */
  readonly carriedBefore: boolean;
  /** Why nobody can get anything through this group; undefined where it can be used. */
  readonly refused?: LicensingCode;
}
