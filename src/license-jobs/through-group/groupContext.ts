import type { LicensingCode } from '../../licensing/types';

/** Data about its group that the operation `through-group` keeps in the journal; plain data. */
export interface GroupContext {
  readonly groupId: string;
  /** Created by this job, so that no other members are expected. */
  readonly isMade: boolean;
  /** The group gave the products before the job. */
  readonly carriedBefore: boolean;
  /** Reason for which the group can give no licenses; undefined where it can be used. */
  readonly refused?: LicensingCode;
  /** The service's own sentence, where `refused` says nothing more than that it refused. */
  readonly refusedMessage?: string;
}
