import type { Outcome } from '../../base/outcome';
import type { JobEvent, JobRecord } from '../journal/journal';
import type { InternalJobState } from './jobState';

/** Returns the shortest record that replays to this state, for a journal that lost the job. `at` replaces unknown times. */
export function toRecord<Subject, Input, Code extends string>(
  job: InternalJobState<Subject, Input, Code>,
  at: number,
): JobRecord<Subject, Input, Code> {
  const items = [...job.items];
  const intended = items.flatMap(({ progress, before }, index) =>
    progress === 'started' || before !== undefined ? [[index, before] as const] : [],
  );
  const settled = new Map<number, (readonly [number, Outcome<Code>])[]>();
  items.forEach(({ outcome, doneAt = at }, index) => {
    if (!outcome) return;
    const together = settled.get(doneAt) ?? [];
    settled.set(doneAt, together);
    together.push([index, outcome]);
  });
  const events: JobEvent<Code>[] = [];
  if (job.startedAt !== undefined) events.push({ kind: 'started', at: job.startedAt });
  if (job.heartbeatAt !== undefined) events.push({ kind: 'alive', at: job.heartbeatAt });
  if (job.inFlightUntil !== undefined) events.push({ kind: 'cut-off', inFlightUntil: job.inFlightUntil });
  if (job.context !== undefined) events.push({ kind: 'begun', context: job.context });
  for (const part of chunksOf(intended)) events.push({ kind: 'intended', items: part });
  items.forEach(({ progress, before, doneAt = at, steps = [], settledSteps = 0 }, index) => {
    // Steps of an item that was never started came while the service worked on it.
    if (steps.length > 0 && progress !== 'started' && before === undefined)
      events.push({ kind: 'settled', at: doneAt, items: [[index, { kind: 'done', pending: true }]] });
    steps.forEach((step, number) => {
      const wasSettled = number < settledSteps && { wasSettled: true };
      events.push({ kind: 'stepped', index, number, step, ...wasSettled });
    });
  });
  for (const [settledAt, ofTime] of [...settled].sort(([one], [other]) => one - other))
    for (const part of chunksOf(ofTime)) events.push({ kind: 'settled', at: settledAt, items: part });
  if (job.isCancelAsked) events.push({ kind: 'cancel-asked', at });
  if (job.pause) events.push({ kind: 'paused', at, pause: job.pause });
  if (job.status === 'following') events.push({ kind: 'all-sent', at });
  if (job.finishedAt !== undefined) events.push({ kind: 'finished', at: job.finishedAt });
  return { header: job.header, items: items.map(({ key, input }) => ({ key, input })), events };
}

/** Maximum number of items in one event; more would block the page while the event is read. */
const maxItemsPerEvent = 1_024;

function chunksOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  const count = Math.ceil(items.length / maxItemsPerEvent);
  return Array.from({ length: count }, (_, at) =>
    items.slice(at * maxItemsPerEvent, (at + 1) * maxItemsPerEvent),
  );
}
