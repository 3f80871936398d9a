import type { Clock } from '../base/clock';
import type { NewId } from '../base/ids';
import type { Logger } from '../base/logger';
import type { ResumePolicy } from './runner/createResumePolicy';
import type { JobOwner } from './job';
import type { JobSchema } from './journal/jobSchema';
import type { Journal } from './journal/journal';
import type { Operation } from './operation';
import type { JobChannel } from './tabs/jobMessages';
import type { JobLocks } from './tabs/jobLocks';

/** What the jobs are made of. */
export interface JobsOptions<Subject, Input, Code extends string> {
  readonly journal: Journal;
  /** Parser of what the journal keeps of these kinds of jobs. */
  readonly schema: JobSchema<Subject, Input, Code>;
  /** Every kind of job that can run, each with a name of its own. */
  readonly operations: readonly Operation<Subject, Input, Code>[];
  readonly locks: JobLocks;
  readonly channel: JobChannel;
  /** Who is signed in now; may throw AppError, with which a job then rests. Asked before each chunk of items. */
  readonly owner: () => JobOwner;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly resumePolicy: ResumePolicy;
  /** Told when a job starts, pauses and ends. Default writes nothing. */
  readonly logger?: Logger;
}
