import type { JobRecord } from '../journal/journal';
import type { FoldedJob } from './foldedJob';
import { newJob } from './newJob';
import { reduceJob } from './reduceJob';

/** A job as the journal's record of it tells. */
export function foldJob<Subject, Input, Code extends string>(
  record: JobRecord<Subject, Input, Code>,
): FoldedJob<Subject, Input, Code> {
  return record.events.reduce(reduceJob<Subject, Input, Code>, newJob(record.header, record.items));
}
