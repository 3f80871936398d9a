import * as v from 'valibot';
import { AppError } from '../../../base/appError';
import type { Clock } from '../../../base/clock';
import type { PrincipalRef } from '../../../base/principal';
import type { Random } from '../../../base/random';
import type { Graph, GraphRequest } from '../../../graph/types';
import { errorAfterLost } from '../../changes/errorAfterLost';
import { waitAfter } from '../../changes/waitAfter';
import { isSameSet } from '../../changes/isSameSet';
import type { ApplyOptions } from '../../licensingAdapter';
import type { LicenseToAdd, LicensingCode, PoolRef } from '../../types';
import { allotmentIdOf } from './cloudKeys';
import { requestOptions } from '../../../graph/readOptions';
import { top } from './createAllotments';
import { cloudPathOf, principalScopes, readAssignments, type OwnAssignment } from './readPrincipals';
import { isGivenAlready, toLicensingCode } from './toLicensingCode';

/** Services that a change works with. */
export interface StepTools {
  readonly graph: Graph;
  readonly clock: Clock;
  readonly random: Random;
}

/** One call of a change: a license to give or whose plans to switch, or one to take. */
export type Step =
  | { readonly kind: 'give'; readonly license: LicenseToAdd }
  | { readonly kind: 'take'; readonly license: PoolRef };

/** A step that was made, with the id of its assignment where the service said it, or one that was not. */
export type StepResult =
  | { readonly kind: 'made'; readonly assignmentId: string | undefined }
  | { readonly kind: 'failed'; readonly code: LicensingCode; readonly error: AppError };

const maxAttempts = 6;
/** Times that a license is given whose first answer was lost and which doesn't show: it isn't known to do no harm. */
const maxLostGifts = 2;
/** Readings that don't show a license before it is given once more. With their waits they take about 15 s. */
const readingsBeforeAgain = 5;

/** Methods by which steps are made. */
const call = { POST: 'POST', PATCH: 'PATCH', DELETE: 'DELETE' } as const;

/**
 * Makes one step and returns its true result. A license that the principal holds from the same pool has its plans switched
 * instead of being given again. A step that conflicts with another change is sent again. After a lost answer the principal is
 * read: an update or a removal names its assignment, so that sending it again does no harm; a license is given again only once
 * readings of a while don't show it. Rejects as `LicensingAdapter.apply` does.
 * @param held Assignment of the same pool as it was read last; undefined if there was none.
 */
export async function makeStep(
  tools: StepTools,
  principal: PrincipalRef,
  step: Step,
  held: OwnAssignment | undefined,
  options: ApplyOptions,
): Promise<StepResult> {
  const progress: Progress = { known: held, goneIds: new Set(), lost: undefined, lostGifts: 0 };
  for (let attempt = 1; ; attempt += 1) {
    const { known } = progress;
    if (step.kind === 'take' && !known) return made(undefined);
    const method = methodOf(step, known);
    const sent = await sendStep(tools.graph, principal, step, known, options);
    if (!(sent instanceof AppError)) return made(sent.id ?? known?.id);
    const wasDequeued = sent.code === 'cancelled' && progress.lost !== undefined;
    if (isLost(sent)) {
      progress.lost = sent;
      if (method === call.POST) progress.lostGifts += 1;
    } else if (!wasDequeued) {
      const result = resultOf(sent, method, progress);
      if (result === 'given-by-others') {
        const found = await readHeld(tools.graph, principal, step.license, { ...options, progress });
        if (found && !(found instanceof AppError)) {
          if (isAsWanted(step, found)) return made(found.id);
          progress.known = found;
          if (attempt < maxAttempts) continue;
        }
      }
      if (result === 'give-instead' && known) {
        progress.goneIds.add(known.id);
        progress.known = undefined;
        // Where an earlier gift was lost, readings come first: it may have been made.
        if (progress.lostGifts === 0 && attempt < maxAttempts) continue;
      }
      if (typeof result === 'object')
        return progress.lost && result.kind === 'failed'
          ? refusedAfterLost(tools, principal, step, { ...options, progress, refused: result })
          : result;
    }
    const isLast = attempt === maxAttempts || progress.lostGifts > maxLostGifts;
    if (!progress.lost) {
      if (isLast) return { kind: 'failed', code: 'concurrent-change', error: sent };
      await waitAfter(tools, attempt, sent, options.signal);
      continue;
    }
    const settled = await readUntilClear(tools, principal, step, { ...options, progress, attempt });
    if (settled) return settled;
    const { lost } = progress;
    if (isLast || progress.lostGifts >= maxLostGifts)
      return { kind: 'failed', code: 'outcome-unknown', error: lost };
    // Nothing is sent after a stop; a resumed job reads first.
    if (wasDequeued || options.signal?.aborted) throw lost;
  }
}

/** Knowledge of a step on its way. */
interface Progress {
  known: OwnAssignment | undefined;
  /** Assignments that the service no longer has, though readings may still show them. */
  readonly goneIds: Set<string>;
  lost: AppError | undefined;
  /** Number of times that a license was given whose answer was lost. */
  lostGifts: number;
}

function made(assignmentId: string | undefined): StepResult {
  return { kind: 'made', assignmentId };
}

function methodOf({ kind }: Step, known: OwnAssignment | undefined): keyof typeof call {
  if (kind === 'take') return 'DELETE';
  return known ? 'PATCH' : 'POST';
}

/** An assignment, or an empty body; after a success with an error in it or without JSON the outcome is unknown. */
const acceptedWire = v.optional(
  v.object({
    id: v.optional(v.string()),
    // Samples of some pages show single objects inside `value`.
    value: v.optional(v.object({ id: v.optional(v.string()) })),
    error: v.optional(v.never()),
  }),
);

async function sendStep(
  graph: Graph,
  principal: PrincipalRef,
  step: Step,
  known: OwnAssignment | undefined,
  options: ApplyOptions,
): Promise<AppError | { readonly id: string | undefined }> {
  const list = `${cloudPathOf(principal)}/assignments`;
  const request: GraphRequest = {
    version: 'beta',
    method: methodOf(step, known),
    path: known ? `${list}/${encodeURIComponent(known.id)}` : list,
    ...(step.kind === 'give' && { body: bodyOf(step.license, known) }),
    scopes: [principal.kind === 'user' ? 'User.ReadWrite.All' : 'Group.ReadWrite.All'],
    ...requestOptions(options),
  };
  try {
    const accepted = await graph.send(request, acceptedWire);
    return { id: accepted?.id ?? accepted?.value?.id };
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown;
    throw thrown;
  }
}

function bodyOf({ pool, disabledPlanIds }: LicenseToAdd, known: OwnAssignment | undefined): object {
  const assignment = {
    '@odata.type': '#microsoft.graph.cloudLicensing.assignment',
    disabledServicePlanIds: disabledPlanIds,
  };
  if (known) return assignment;
  const allotment = `${top}/allotments/${encodeURIComponent(allotmentIdOf(pool) ?? '')}`;
  return { ...assignment, 'allotment@odata.bind': `https://graph.microsoft.com/beta${allotment}` };
}

/** True if the service may have acted although no readable response came; with `Retry-After` it rejected the change (RFC 9110). */
function isLost({ code, retryAfterInMs }: AppError): boolean {
  if (code === 'service-unavailable') return retryAfterInMs === undefined;
  return ['offline', 'timed-out', 'unexpected-answer'].includes(code);
}

/**
 * Returns what a refusal means: a result, or that the step is sent again, given since there is nothing to switch, or that others
 * gave the same license meanwhile.
 */
function resultOf(
  error: AppError,
  method: string,
  { lost }: Progress,
): StepResult | 'again' | 'give-instead' | 'given-by-others' {
  if (method === call.PATCH && error.code === 'not-found') return 'give-instead';
  // It was there when it was read, so it went meanwhile.
  if (method === call.DELETE && error.code === 'not-found') return made(undefined);
  if (isGivenAlready(error)) return lost ? made(undefined) : 'given-by-others';
  const code = toLicensingCode(error);
  // An earlier attempt whose answer was lost may have had an effect, which this refusal must not hide.
  if (!code) throw lost ?? error;
  const isTransient = code === 'concurrent-change' || (lost !== undefined && code === 'service-unavailable');
  return isTransient ? 'again' : { kind: 'failed', code, error };
}

/** Reads whether the step was made, several times where it would be given again. Undefined if it is to be sent again. */
async function readUntilClear(
  tools: StepTools,
  principal: PrincipalRef,
  step: Step,
  { progress, attempt, ...options }: ApplyOptions & { readonly progress: Progress; readonly attempt: number },
): Promise<StepResult | undefined> {
  const isGift = step.kind === 'give' && progress.known === undefined;
  const readings = isGift ? readingsBeforeAgain : 1;
  for (let reading = 0; reading < readings; reading += 1) {
    await waitAfter(
      tools,
      isGift ? reading + 1 : attempt,
      progress.lost ?? new AppError('internal'),
      undefined,
    );
    const found = await readHeld(tools.graph, principal, step.license, { ...options, progress });
    if (found instanceof AppError) continue;
    if (isAsWanted(step, found) && !options.ignoreStaleReads) return made(found?.id);
    if (step.kind === 'give' && found) {
      progress.known = found;
      return undefined;
    }
  }
  return undefined;
}

/**
 * Resolves a step that was refused after an answer was lost. The refusal counts only where a reading shows that nothing was
 * made; where none can, or readings may be old, the outcome is unknown.
 */
async function refusedAfterLost(
  { graph }: StepTools,
  principal: PrincipalRef,
  step: Step,
  {
    refused,
    ...options
  }: ApplyOptions & {
    readonly progress: Progress;
    readonly refused: Extract<StepResult, { kind: 'failed' }>;
  },
): Promise<StepResult> {
  const unknown = { ...refused, code: 'outcome-unknown' } as const;
  if (options.ignoreStaleReads) return unknown;
  const found = await readHeld(graph, principal, step.license, options);
  if (found instanceof AppError) return found.code === 'not-found' ? refused : unknown;
  return isAsWanted(step, found) ? made(found?.id) : refused;
}

function isAsWanted(step: Step, found: OwnAssignment | undefined): boolean {
  if (step.kind === 'take') return found === undefined;
  return (
    found?.disabledPlanIds !== undefined && isSameSet(found.disabledPlanIds, step.license.disabledPlanIds)
  );
}

async function readHeld(
  graph: Graph,
  principal: PrincipalRef,
  { pool }: PoolRef,
  { isBulk = false, progress: { goneIds, lost } }: ApplyOptions & { readonly progress: Progress },
): Promise<OwnAssignment | undefined | AppError> {
  const held = await readOwn(graph, principal, { isBulk }, lost);
  if (held instanceof AppError) return held;
  return held.find((each) => each.pool === pool && !goneIds.has(each.id));
}

/**
 * Reads what a principal was given. A failure that concerns the principal is returned, since it decides the outcome as well.
 * Rejects with AppError for failures of the session, and with `offline` if there is no response at all.
 * @param lost Error of an answer that was lost, which such a failure must not hide. Default is none.
 */
export async function readOwn(
  graph: Graph,
  principal: PrincipalRef,
  options: ApplyOptions,
  lost?: AppError,
): Promise<readonly OwnAssignment[] | AppError> {
  try {
    const path = cloudPathOf(principal);
    const { assignments, isIncomplete } = await readAssignments(graph, path, principalScopes, options);
    return isIncomplete ? new AppError('unexpected-answer') : assignments;
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    if (thrown.code === 'timed-out') throw new AppError('offline', { cause: thrown });
    const isOfPrincipal = toLicensingCode(thrown) !== undefined || thrown.code === 'unexpected-answer';
    if (!isOfPrincipal) throw errorAfterLost(thrown, lost);
    return thrown;
  }
}
