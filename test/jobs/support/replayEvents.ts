import type { JobRecord } from '../../../src/jobs/journal/journal';
import type { FoldedJob } from '../../../src/jobs/state/foldedJob';
import { newJob } from '../../../src/jobs/state/newJob';
import { reduceJob } from '../../../src/jobs/state/reduceJob';

/** A job after the events of this record. */
export function replayEvents<Subject, Input, Code extends string>(
  record: JobRecord<Subject, Input, Code>,
): FoldedJob<Subject, Input, Code> {
  return record.events.reduce(reduceJob<Subject, Input, Code>, newJob(record.header, record.items));
}
