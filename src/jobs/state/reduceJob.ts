import { isHalfDone, type Outcome } from '../../base/outcome';
import type { JobItem } from '../job';
import type { JobEvent } from '../journal/journal';
import { changeItems, type InternalJobState } from './jobState';

/**
 * Returns the state after an event. An event that doesn't fit the state, such as an outcome of a settled item, changes nothing,
 * so that the same events twice have the effect of once.
 */
export function reduceJob<Subject, Input, Code extends string>(
  job: InternalJobState<Subject, Input, Code>,
  event: JobEvent<Code>,
): InternalJobState<Subject, Input, Code> {
  switch (event.kind) {
    case 'started':
      return { ...started(job, event.at), heartbeatAt: event.at };
    case 'alive':
      return { ...job, heartbeatAt: event.at };
    case 'cut-off':
      return { ...job, inFlightUntil: event.inFlightUntil };
    case 'arrived':
      return { ...job, inFlightUntil: undefined };
    case 'begun':
      return { ...job, context: event.context };
    case 'intended':
      return changeItems(
        job,
        event.items.map(([index, before]) => [index, (item) => intend(item, before)]),
      );
    case 'stepped':
      return changeItems(job, [[event.index, (item) => addStep(item, event)]]);
    case 'settled':
      return changeItems(
        { ...job, heartbeatAt: event.at },
        event.items.map(([index, outcome]) => [index, (item) => settle(item, outcome, event.at)]),
      );
    case 'withdrawn':
      return changeItems(
        job,
        event.items.map((index) => [index, (item) => withdraw(item, job.isCancelAsked)]),
      );
    case 'paused':
      return job.status === 'finished' ? job : { ...job, status: 'paused', pause: event.pause };
    case 'cancel-asked':
      return cancelAsked(job);
    case 'retry-asked':
      return retryAsked(job, event.items);
    case 'all-sent':
      return job.status === 'running' && !hasUnsettled(job) ? { ...job, status: 'following' } : job;
    case 'finished':
      return job.status === 'finished' || hasUnsettled(job)
        ? job
        : { ...job, status: 'finished', pause: undefined, finishedAt: event.at };
  }
}

const hasUnsettled = <Subject, Input, Code extends string>({
  counts,
}: InternalJobState<Subject, Input, Code>) => counts.waiting + counts.started > 0;

function started<Subject, Input, Code extends string>(
  job: InternalJobState<Subject, Input, Code>,
  at: number,
): InternalJobState<Subject, Input, Code> {
  if (job.status === 'finished') return job;
  const status = job.isCancelAsked ? 'cancelling' : 'running';
  return { ...job, status, pause: undefined, startedAt: job.startedAt ?? at };
}

function cancelAsked<Subject, Input, Code extends string>(
  job: InternalJobState<Subject, Input, Code>,
): InternalJobState<Subject, Input, Code> {
  if (job.status === 'finished') return job;
  const all = Array.from({ length: job.counts.waiting > 0 ? job.items.length : 0 }, (_, index) => index);
  const cancelled = changeItems(
    job,
    all.map((index) => [index, cancelWaiting]),
  );
  return { ...cancelled, status: 'cancelling', pause: undefined, isCancelAsked: true };
}

function retryAsked<Subject, Input, Code extends string>(
  job: InternalJobState<Subject, Input, Code>,
  items: readonly number[],
): InternalJobState<Subject, Input, Code> {
  const reopened = changeItems(
    job,
    items.map((index) => [index, reopen]),
  );
  if (reopened === job) return job;
  return {
    ...reopened,
    status: 'paused',
    pause: { kind: 'asked' },
    finishedAt: undefined,
    isCancelAsked: false,
  };
}

function intend<Input, Code extends string>(
  item: JobItem<Input, Code>,
  before: unknown,
): JobItem<Input, Code> {
  // The first `before` counts: a second precheck may already have seen the effect of the first request.
  return item.progress === 'waiting' ? { ...item, progress: 'started', before } : item;
}

function addStep<Input, Code extends string>(
  item: JobItem<Input, Code>,
  { number, step, wasSettled = false }: Extract<JobEvent<Code>, { kind: 'stepped' }>,
): JobItem<Input, Code> {
  const { progress, outcome, steps = [] } = item;
  // An item that the service works on is completed in a step as well.
  const isOpen = progress === 'started' || (outcome?.kind === 'done' && outcome.pending === true);
  if (!isOpen || steps.length !== number) return item;
  return { ...item, steps: [...steps, step], ...(wasSettled && { settledSteps: number + 1 }) };
}

function settle<Input, Code extends string>(
  item: JobItem<Input, Code>,
  outcome: Outcome<Code>,
  at: number,
): JobItem<Input, Code> {
  const isOpen =
    item.outcome === undefined || (item.outcome.kind === 'done' && item.outcome.pending === true);
  const doneAt = outcome.kind === 'done' || isHalfDone(outcome) ? at : undefined;
  // What the service still processed has been sent, and only the answer to that gave ids.
  const ids = item.outcome?.kind === 'done' && outcome.kind === 'done' ? item.outcome.ids : undefined;
  const whole = ids ? { ids, ...outcome } : outcome;
  return isOpen ? { ...item, progress: 'settled', outcome: whole, doneAt } : item;
}

function withdraw<Input, Code extends string>(
  item: JobItem<Input, Code>,
  isCancelAsked: boolean,
): JobItem<Input, Code> {
  if (item.progress !== 'started') return item;
  const waiting = toWaiting(item);
  return isCancelAsked ? cancelWaiting(waiting) : waiting;
}

function cancelWaiting<Input, Code extends string>(item: JobItem<Input, Code>): JobItem<Input, Code> {
  return item.progress === 'waiting'
    ? { ...item, progress: 'settled', outcome: { kind: 'cancelled' } }
    : item;
}

function reopen<Input, Code extends string>(item: JobItem<Input, Code>): JobItem<Input, Code> {
  // The next start goes on with the missing part, so it needs to know how the item was and what was made.
  if (isHalfDone(item.outcome))
    return {
      ...item,
      progress: 'started',
      outcome: undefined,
      doneAt: undefined,
      settledSteps: item.steps?.length,
    };
  const canReopen = item.outcome?.kind === 'failed' || item.outcome?.kind === 'cancelled';
  return canReopen ? toWaiting({ ...item, outcome: undefined }) : item;
}

function toWaiting<Input, Code extends string>({
  steps: _steps,
  settledSteps: _settledSteps,
  ...item
}: JobItem<Input, Code>): JobItem<Input, Code> {
  return { ...item, progress: 'waiting', before: undefined };
}
