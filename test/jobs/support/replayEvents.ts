import type { JobRecord } from '../../../src/jobs/journal/journal';
import { type InternalJobState, createInitialState } from '../../../src/jobs/state/jobState';
import { reduceJob } from '../../../src/jobs/state/reduceJob';

/** A job after the events of this record. */
export function replayEvents<Subject, Input, Code extends string>(
  record: JobRecord<Subject, Input, Code>,
): InternalJobState<Subject, Input, Code> {
  return record.events.reduce(
    reduceJob<Subject, Input, Code>,
    createInitialState(record.header, record.items),
  );
}
