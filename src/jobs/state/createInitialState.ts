import type { JobHeader, JobItem, PlannedItem } from '../job';
import { chunkLength, createChunkedItems } from './createChunkedItems';
import type { InternalJobState } from './internalJobState';
import { countItem, type MutableCounts } from './countItem';

/** A job as it is planned, before anything happened to it. */
export function createInitialState<Subject, Input, Code extends string>(
  header: JobHeader<Subject>,
  planned: readonly PlannedItem<Input, Code>[],
): InternalJobState<Subject, Input, Code> {
  const chunks: JobItem<Input, Code>[][] = [];
  const counts: MutableCounts = {
    waiting: 0,
    started: 0,
    done: 0,
    pending: 0,
    skipped: 0,
    failed: 0,
    cancelled: 0,
  };
  for (let first = 0; first < planned.length; first += chunkLength) {
    const chunk = planned.slice(first, first + chunkLength).map(toItem);
    for (const item of chunk) countItem(counts, item, 1);
    chunks.push(chunk);
  }
  return {
    header,
    status: 'planned',
    pause: undefined,
    items: createChunkedItems(chunks, planned.length),
    counts,
    context: undefined,
    inFlightUntil: undefined,
    startedAt: undefined,
    finishedAt: undefined,
    isCancelAsked: false,
    heartbeatAt: undefined,
  };
}

function toItem<Input, Code extends string>(planned: PlannedItem<Input, Code>): JobItem<Input, Code> {
  const { key, input, outcome } = planned;
  return { key, input, outcome, before: undefined, progress: outcome ? 'settled' : 'waiting' };
}
