import { AppError } from '../../../base/appError';
import type { Clock } from '../../../base/clock';
import { isGuid } from '../../../base/ids';
import type { Outcome } from '../../../base/outcome';
import type { Random } from '../../../base/random';
import type { Graph } from '../../../graph/types';
import { isSatisfied } from '../../changes/isSatisfied';
import type { ApplyOptions } from '../../licensingAdapter';
import type { Change, LicensingCode } from '../../types';
import { doneOutcome } from './doneOutcome';
import { readBack } from './readBack';
import { sendChange } from './sendChange';
import { settleRefused } from './settleRefused';
import { toLicensingCode } from './toLicensingCode';

/** What a change is made with. */
export interface ChangeTools {
  readonly graph: Graph;
  readonly clock: Clock;
  readonly random: Random;
}

const mostTries = 6;
const firstDelayInMs = 500;

/**
 * Makes one change with one call (Graph: assignLicense). A change that another one was in the way of is sent again. One
 * whose answer was lost is read back after a wait, and sent again where it does not show: the reading may be older than
 * the change, and a second time changes nothing more. `signal` ends it as long as the fate of nothing sent is open.
 */
export async function applyChange(
  tools: ChangeTools,
  change: Change,
  options: ApplyOptions = {},
): Promise<Outcome<LicensingCode>> {
  if (change.add.length === 0 && change.remove.length === 0) return { kind: 'skipped', reason: 'already-so' };
  if (!isGuid(change.principal.id)) return { kind: 'failed', reason: 'principal-not-found' };
  if (options.signal?.aborted) throw new AppError('cancelled');
  let lost: AppError | undefined;
  for (let tries = 1; ; tries += 1) {
    const error = await sendChange(tools.graph, change, options);
    if (!error) return doneOutcome(change);
    const wasTakenOut = error.code === 'cancelled' && lost !== undefined;
    if (isLost(error)) lost = error;
    else if (!wasTakenOut) {
      const code = toLicensingCode(error, change.principal.kind);
      // What was lost before may have had an effect, which a refusal now must not hide.
      if (!code) throw lost ?? error;
      if (!isAboutTheMoment(code, lost)) return settle(tools, change, options, { error, code, lost });
    }
    const isLast = tries === mostTries;
    if (!lost && isLast) return { kind: 'failed', reason: 'concurrent-change', requestId: error.requestId };
    await waitAfter(tools, tries, error, lost ? undefined : options.signal);
    if (lost) {
      const outcome = await readOutcome(tools.graph, change, options, lost, isLast);
      if (outcome) return outcome;
      // Nothing may start after a stop; whoever goes on looks first.
      if (wasTakenOut || options.signal?.aborted) throw lost;
    }
  }
}

/** Whether a refusal says nothing of how the principal stands, so that another try may end otherwise. */
function isAboutTheMoment(code: LicensingCode, lost: AppError | undefined): boolean {
  return code === 'concurrent-change' || (lost !== undefined && code === 'service-unavailable');
}

/** The service may have acted although no answer came, or none that can be read; with `Retry-After` it refused (RFC 9110). */
function isLost({ code, retryAfterInMs }: AppError): boolean {
  if (code === 'service-unavailable') return retryAfterInMs === undefined;
  return ['offline', 'timed-out', 'unexpected-answer'].includes(code);
}

/** Rejects with `cancelled` as soon as `signal` is aborted. */
async function waitAfter(
  { clock, random }: ChangeTools,
  tries: number,
  { retryAfterInMs = 0 }: AppError,
  signal: AbortSignal | undefined,
): Promise<void> {
  const delayInMs = firstDelayInMs * 2 ** (tries - 1) * (0.5 + random());
  try {
    await clock.wait(Math.max(delayInMs, retryAfterInMs), signal);
  } catch (thrown) {
    throw signal?.aborted ? new AppError('cancelled', { cause: thrown }) : thrown;
  }
}

/** What a reading says of a change whose answer was lost; undefined where it is to be sent again. */
async function readOutcome(
  graph: Graph,
  change: Change,
  { isBulk, distrustsReadings = false }: ApplyOptions,
  { requestId }: AppError,
  isLast: boolean,
): Promise<Outcome<LicensingCode> | undefined> {
  const found = await readBack(graph, change.principal, { isBulk });
  const isDone = !(found instanceof AppError) && isSatisfied(change, found.seats);
  if (isDone && !distrustsReadings) return doneOutcome(change);
  if (!isLast) return undefined;
  const isGone = found instanceof AppError && found.code === 'not-found';
  return { kind: 'failed', reason: isGone ? 'principal-not-found' : 'outcome-unknown', requestId };
}

/** How a refusal ends, and what is left to be done of the change after it. */
async function settle(
  tools: ChangeTools,
  change: Change,
  options: ApplyOptions,
  refusal: { readonly error: AppError; readonly code: LicensingCode; readonly lost: AppError | undefined },
): Promise<Outcome<LicensingCode>> {
  const { error, code, lost } = refusal;
  const settled = await settleRefused(
    tools.graph,
    change,
    { error, code, wasLost: lost !== undefined },
    options,
  );
  if (settled.kind !== 'rest') return settled;
  const rest = { ...change, remove: settled.remove };
  const isNothingLeft = rest.add.length === 0 && rest.remove.length === 0;
  if (isNothingLeft) return doneOutcome(change);
  try {
    return await applyChange(tools, rest, options);
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'cancelled') throw thrown;
    // Something was sent before the stop, so it must not pass for never sent.
    throw lost ?? error;
  }
}
