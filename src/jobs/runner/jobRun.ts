import type { Clock } from '../../base/clock';
import type { Operation } from '../operation';
import type { KeyedMutex } from '../../base/async/keyedMutex';
import type { JobLog } from './createJobLog';
import type { StopSignal } from './createStopSignal';

/** One stretch of work on a job, from a start to the next rest, as its parts see it. */
export interface JobRun<Subject, Input, Code extends string> {
  readonly log: JobLog<Subject, Input, Code>;
  readonly operation: Operation<Subject, Input, Code>;
  readonly clock: Clock;
  readonly keys: KeyedMutex;
  readonly stopSignal: StopSignal;
  /** Throws AppError `account-changed` where another account than the job's is signed in. */
  readonly checkOwner: () => void;
}
