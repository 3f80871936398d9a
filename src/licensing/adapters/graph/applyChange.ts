import { AppError } from '../../../base/appError';
import type { Clock } from '../../../base/clock';
import { isGuid } from '../../../base/ids';
import type { Outcome } from '../../../base/outcome';
import type { Random } from '../../../base/random';
import type { Graph } from '../../../graph/types';
import { isSatisfied } from '../../changes/isSatisfied';
import type { ApplyOptions } from '../../licensingAdapter';
import type { Change, LicensingCode } from '../../types';
import type { GroupNames } from './createGroupNames';
import { readCurrentState } from './readCurrentState';
import { resolveRejection } from './resolveRejection';
import { sendChange, successOutcome, toAssignLicenseBody } from './sendChange';
import { toLicensingCode } from './toLicensingCode';

/** What a change is made with. */
interface ChangeTools {
  readonly graph: Graph;
  readonly groupNames: GroupNames;
  readonly clock: Clock;
  readonly random: Random;
  /** Waits of changes that were lost together. */
  readonly lostTogether: Map<number, SharedWait>;
}

/** A wait that several changes have in common, by the monotonic clock. */
interface SharedWait {
  readonly since: number;
  readonly over: Promise<void>;
}

const maxAttempts = 6;
const firstDelayInMs = 500;
/** Answers of one batch reach their callers within this time. */
const sameMomentInMs = 50;

/**
 * Makes one change with one call (Graph: assignLicense). A change that met another one is sent again. After a lost answer
 * the state of the principal is read after a wait, and the change is sent again where it does not show: the reading may be
 * older than the change, and a second time changes nothing more. `signal` ends it unless the outcome of a sent change is
 * still open. A change with keys of another adapter is `product-not-owned`, and nothing is sent.
 */
export async function applyChange(
  tools: ChangeTools,
  change: Change,
  options: ApplyOptions = {},
): Promise<Outcome<LicensingCode>> {
  if (change.add.length === 0 && change.remove.length === 0) return { kind: 'skipped', reason: 'already-so' };
  if (!isGuid(change.principal.id)) return { kind: 'failed', reason: 'principal-not-found' };
  const body = toAssignLicenseBody(change);
  if (!body) return { kind: 'failed', reason: 'product-not-owned' };
  if (options.signal?.aborted) throw new AppError('cancelled');
  let lost: AppError | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const error = await sendChange(tools.graph, change.principal, body, options);
    if (!error) return successOutcome(change);
    const wasDequeued = error.code === 'cancelled' && lost !== undefined;
    if (isLost(error)) lost = error;
    else if (!wasDequeued) {
      const code = toLicensingCode(error);
      // What was lost before may have had an effect, which a rejection now must not hide.
      if (!code) throw lost ?? error;
      if (!isTransient(code, lost)) return resolve(tools, change, options, { error, code, lost });
    }
    const isLast = attempt === maxAttempts;
    if (!lost && isLast) return { kind: 'failed', reason: 'concurrent-change', requestId: error.requestId };
    await (lost ? waitTogether(tools, attempt, error) : waitAfter(tools, attempt, error, options.signal));
    if (lost) {
      const outcome = await readOutcome(tools.graph, change, options, lost, isLast);
      if (outcome) return outcome;
      // Nothing may start after a stop; a resumed job reads first.
      if (wasDequeued || options.signal?.aborted) throw lost;
    }
  }
}

/** Whether a rejection says nothing of the principal's state, so that another attempt may end differently. */
function isTransient(code: LicensingCode, lost: AppError | undefined): boolean {
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
  attempt: number,
  { retryAfterInMs = 0 }: AppError,
  signal: AbortSignal | undefined,
): Promise<void> {
  const delayInMs = firstDelayInMs * 2 ** (attempt - 1) * (0.5 + random());
  try {
    await clock.wait(Math.max(delayInMs, retryAfterInMs), signal);
  } catch (thrown) {
    throw signal?.aborted ? new AppError('cancelled', { cause: thrown }) : thrown;
  }
}

/** Waits after a lost answer; those whose batch was lost wait as one, so that they are read back in one batch. */
function waitTogether(tools: ChangeTools, attempt: number, error: AppError): Promise<void> {
  if (error.retryAfterInMs !== undefined) return waitAfter(tools, attempt, error, undefined);
  const now = tools.clock.monotonic();
  const shared = tools.lostTogether.get(attempt);
  if (shared && now - shared.since < sameMomentInMs) return shared.over;
  const over = waitAfter(tools, attempt, error, undefined);
  tools.lostTogether.set(attempt, { since: now, over });
  return over;
}

/** Outcome of a change whose answer was lost, by a reading; undefined where it is to be sent again. */
async function readOutcome(
  graph: Graph,
  change: Change,
  { isBulk, ignoreStaleReads = false }: ApplyOptions,
  { requestId }: AppError,
  isLast: boolean,
): Promise<Outcome<LicensingCode> | undefined> {
  const found = await readCurrentState(graph, change.principal, { isBulk });
  const isDone = !(found instanceof AppError) && isSatisfied(change, found.seats);
  if (isDone && !ignoreStaleReads) return successOutcome(change);
  if (!isLast) return undefined;
  const isGone = found instanceof AppError && found.code === 'not-found';
  return { kind: 'failed', reason: isGone ? 'principal-not-found' : 'outcome-unknown', requestId };
}

/** Ends a rejected change, and sends what is left to be done of it. */
async function resolve(
  tools: ChangeTools,
  change: Change,
  options: ApplyOptions,
  rejection: { readonly error: AppError; readonly code: LicensingCode; readonly lost: AppError | undefined },
): Promise<Outcome<LicensingCode>> {
  const { error, code, lost } = rejection;
  const resolved = await resolveRejection(
    tools,
    change,
    { error, code, wasLost: lost !== undefined },
    options,
  );
  if (resolved.kind !== 'rest') return resolved;
  const rest = { ...change, remove: resolved.remove };
  const isNothingLeft = rest.add.length === 0 && rest.remove.length === 0;
  if (isNothingLeft) return successOutcome(change);
  try {
    return await applyChange(tools, rest, options);
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'cancelled') throw thrown;
    // Something was sent before the stop, so it must not pass for never sent.
    throw lost ?? error;
  }
}
