import type { JobItem, JobItems, JobState } from '../job';

/** The items of a job in chunks, so that a change copies one chunk and not the list. */
export interface ChunkedItems<Input, Code extends string> extends JobItems<Input, Code> {
  readonly chunks: readonly (readonly JobItem<Input, Code>[])[];
}

/** A job as its events tell it. */
export interface InternalJobState<Subject, Input, Code extends string> extends JobState<
  Subject,
  Input,
  Code
> {
  readonly items: ChunkedItems<Input, Code>;
  /** Whether it was asked to be cancelled; from then on it only finds out about what may have been sent. */
  readonly isCancelAsked: boolean;
  /** The last sign of life of whoever runs or ran it, in milliseconds since 1970; undefined before the first. */
  readonly heartbeatAt: number | undefined;
}
