import { restOf, type Rest } from './createStopper';
import { followItems } from './followItems';
import { giveSignsOfLife } from './giveSignsOfLife';
import { scopeOf } from './scopeOf';
import { sendItems } from './sendItems';
import { settleUnknown } from './settleUnknown';
import type { Stretch } from './stretch';
import { waitForArrivals } from './waitForArrivals';

/**
 * Works on a job from its start until it is finished or has to rest; gives why it rests. Never rejects.
 * `onBegun` is called when the start is in the journal.
 */
export async function runStretch<Subject, Input, Code extends string>(
  stretch: Stretch<Subject, Input, Code>,
  onBegun: () => void,
): Promise<Rest | undefined> {
  const { log, clock, stopper } = stretch;
  const over = new AbortController();
  try {
    const isStarted = log.state().status === 'cancelling';
    await log.write(isStarted ? [] : [{ kind: 'started', at: clock.now() }]);
    onBegun();
    void giveSignsOfLife(log, clock, over.signal);
    await goOn(stretch).catch((thrown: unknown) => stopper.stop(restOf(thrown)));
    if (log.state().isCancelAsked) {
      await waitForArrivals(stretch);
      await settleUnknown(stretch);
    }
    const rest = stopper.rest();
    if (rest && !isOver(stretch)) return rest;
    // The end is told only when all that led to it is stored.
    await log.write([]);
    await log.write([{ kind: 'finished', at: clock.now() }]);
    return undefined;
  } catch (thrown) {
    return restOf(thrown);
  } finally {
    over.abort();
  }
}

async function goOn<Subject, Input, Code extends string>(
  stretch: Stretch<Subject, Input, Code>,
): Promise<void> {
  const { log, clock, stopper } = stretch;
  if (log.state().isCancelAsked || stopper.rest()) return;
  await waitForArrivals(stretch, stopper.signal);
  await begin(stretch);
  await sendItems(stretch);
  if (stopper.rest() || isOver(stretch)) return;
  await log.write([{ kind: 'all-sent', at: clock.now() }]);
  await followItems(stretch);
}

/** Prepares the whole job, once, and only where something is to be sent. */
async function begin<Subject, Input, Code extends string>(
  stretch: Stretch<Subject, Input, Code>,
): Promise<void> {
  const { log, operation } = stretch;
  const { context, counts } = log.state();
  if (!operation.begin || context !== undefined || counts.waiting + counts.started === 0) return;
  stretch.checkOwner();
  const made = await operation.begin(scopeOf(stretch));
  await log.write([{ kind: 'begun', context: made ?? null }]);
}

/** Whether nothing is left to send, nor to follow. */
function isOver<Subject, Input, Code extends string>({
  log,
  operation,
}: Stretch<Subject, Input, Code>): boolean {
  const { counts, isCancelAsked } = log.state();
  const isFollowed = operation.follow !== undefined && !isCancelAsked && counts.pending > 0;
  return counts.waiting + counts.started === 0 && !isFollowed;
}
