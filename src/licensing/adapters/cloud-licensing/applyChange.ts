import * as v from 'valibot';
import { AppError } from '../../../base/appError';
import { isGuid } from '../../../base/ids';
import type { MadeIds, Outcome } from '../../../base/outcome';
import type { PrincipalRef } from '../../../base/principal';
import { groupsOf } from '../../changes/groupsOf';
import { waitAfter } from '../../changes/waitAfter';
import type { ApplyOptions } from '../../licensingAdapter';
import { isClosed } from '../../pools';
import type { Change, ChangeStep, HeldLicense, LicensingCode, Pool, PoolRef } from '../../types';
import { allotmentIdOf, isOwnKey } from './cloudKeys';
import { requestOptions, withFallback } from '../../../graph/readOptions';
import type { Allotments } from './createAllotments';
import { makeStep, readOwn, type Step, type StepResult, type StepTools } from './makeStep';
import { readHoldings } from './readHoldings';
import type { OwnAssignment } from './readPrincipals';
import { toLicensingCode } from './toLicensingCode';

/** Services that a change works with. */
interface ChangeTools extends StepTools {
  readonly allotments: Allotments;
}

type Failure = Extract<Outcome<LicensingCode>, { kind: 'failed' }>;

/** True for a change that one call makes, beside the reading that finds its assignment. */
export function isOneStep({ add, remove }: Change): boolean {
  return add.length + remove.length <= 1;
}

/**
 * Makes one change, each license by a call of its own. What is given comes first: a license taken from another pool frees no
 * seat of this one. Where plans conflict, it is taken first. If a step fails, those before it are undone; where that fails too,
 * the outcome names what stays changed. Nothing is left half done by `signal`, which counts until the first step is made.
 */
export async function applyChange(
  tools: ChangeTools,
  change: Change,
  options: ApplyOptions = {},
): Promise<Outcome<LicensingCode>> {
  const { principal, add, remove } = change;
  const pools = [...add, ...remove];
  if (pools.length === 0) return { kind: 'skipped', reason: 'no-change' };
  if (!isGuid(principal.id)) return { kind: 'failed', reason: 'principal-not-found' };
  const isOwn = ({ product, pool }: PoolRef): boolean =>
    isOwnKey(product) && allotmentIdOf(pool) !== undefined;
  if (!pools.every(isOwn)) return { kind: 'failed', reason: 'product-not-owned' };
  if (options.signal?.aborted) throw new AppError('cancelled');
  if (await isOfOtherProduct(tools, pools)) return { kind: 'failed', reason: 'product-not-owned' };
  const held = await readForChange(tools, change, options);
  if (held instanceof AppError)
    return toFailure(tools, change, {
      kind: 'failed',
      code: toLicensingCode(held) ?? 'outcome-unknown',
      error: held,
    });
  const takes = remove.filter((pool) => heldIn(held, pool));
  if (add.length + takes.length === 0) return resolveMissing(tools, change, options);
  const { onStep: _, ...withoutJournal } = options;
  const run = new ChangeRun(tools, principal, held, isOneStep(change) ? withoutJournal : options);
  const gives = add.map((license): Step => ({ kind: 'give', license }));
  const taken = takes.map((license): Step => ({ kind: 'take', license }));
  let failure = await run.makeAll([...gives, ...taken]);
  if (failure?.code === 'conflicting-plans' && taken.length > 0 && run.isUntouched())
    failure = await run.makeAll([...taken, ...gives]);
  if (failure) return { ...(await toFailure(tools, change, failure)), ...run.made(), ...run.ids() };
  return { kind: 'done', ...(principal.kind === 'group' && { pending: true }), ...run.ids() };
}

/** True if the list says that a pool is of another product than the one named with it. */
async function isOfOtherProduct({ allotments }: ChangeTools, pools: readonly PoolRef[]): Promise<boolean> {
  const owned = await withFallback(allotments.recent(), []);
  const isOther = ({ product, pool }: PoolRef): boolean =>
    owned.some((each) => each.key !== product && each.pools.some(({ key }) => key === pool));
  return pools.some(isOther);
}

/**
 * Reads what the principal was given. Where readings may be old, a license to take that they don't show is known by the id that
 * an earlier change gave; without one they are repeated for a while.
 */
async function readForChange(
  tools: ChangeTools,
  { principal, remove }: Change,
  options: ApplyOptions,
): Promise<readonly OwnAssignment[] | AppError> {
  for (let attempt = 1; ; attempt += 1) {
    const held = await readOwn(tools.graph, principal, options);
    if (held instanceof AppError) return held;
    const missing = remove.filter((pool) => !heldIn(held, pool));
    if (missing.length === 0 || !options.ignoreStaleReads) return held;
    const known = missing.flatMap(({ product, pool }) => {
      const id = options.assignmentIds?.[pool];
      return id === undefined ? [] : [{ product, pool, id, disabledPlanIds: undefined }];
    });
    if (known.length === missing.length) return [...held, ...known];
    if (attempt === maxReadings) return new AppError('timed-out');
    await waitAfter(tools, attempt, new AppError('timed-out'), options.signal);
  }
}

const maxReadings = 5;

function heldIn(held: readonly OwnAssignment[], { pool }: PoolRef): OwnAssignment | undefined {
  return held.find((each) => each.pool === pool);
}

type StepFailure = Extract<StepResult, { kind: 'failed' }>;

/** A step that was made, and how it was before. */
interface Done {
  readonly step: Step;
  readonly before: OwnAssignment | undefined;
  readonly assignmentId: string | undefined;
}

/** Steps of one change, which are undone where one fails. */
class ChangeRun {
  readonly #tools: StepTools;
  readonly #principal: PrincipalRef;
  readonly #held: readonly OwnAssignment[];
  readonly #options: ApplyOptions;
  #done: readonly Done[] = [];

  constructor(
    tools: StepTools,
    principal: PrincipalRef,
    held: readonly OwnAssignment[],
    options: ApplyOptions,
  ) {
    this.#tools = tools;
    this.#principal = principal;
    this.#held = held;
    this.#options = options;
  }

  /** Makes all steps, or undoes those that were made; returns the failure of the one that wasn't. */
  async makeAll(steps: readonly Step[]): Promise<StepFailure | undefined> {
    for (const step of steps) {
      const before = heldIn(this.#held, step.license);
      const result = await makeStep(this.#tools, this.#principal, step, before, this.#stepOptions());
      if (result.kind === 'failed') {
        await this.#undo();
        return result;
      }
      const done = { step, before, assignmentId: result.assignmentId };
      this.#done = [...this.#done, done];
      await this.#journal(kindOf(done), done);
    }
    return undefined;
  }

  /** True if nothing is changed, also after steps that were undone. */
  isUntouched(): boolean {
    return this.#done.length === 0;
  }

  /** Returns the pools that stay changed though the change failed; nothing if there are none. */
  made(): Pick<Failure, 'made'> {
    if (this.#done.length === 0) return {};
    const poolsOf = (kind: Step['kind']) =>
      this.#done.flatMap(({ step }) => (step.kind === kind ? [step.license.pool] : []));
    return { made: { given: poolsOf('give'), taken: poolsOf('take') } };
  }

  /** Returns the ids of the assignments that were given or switched; nothing if there are none. */
  ids(): Pick<Failure, 'ids'> {
    const found = this.#done.flatMap(({ step, before, assignmentId = before?.id }) =>
      step.kind === 'give' && assignmentId !== undefined ? [[step.license.pool, assignmentId]] : [],
    );
    return found.length > 0 ? { ids: Object.fromEntries(found) as MadeIds } : {};
  }

  async #undo(): Promise<void> {
    for (const done of this.#done.toReversed()) {
      const inverse = inverseOf(done);
      if (!inverse) continue;
      // Readings may still show the state before, so only an answer counts.
      const options = { ...this.#stepOptions(), ignoreStaleReads: true };
      const held = heldAfter(done) ?? (await this.#find(inverse));
      // Without the id of the assignment nothing can be taken back.
      if (inverse.kind === 'take' && !held) continue;
      const result = await makeStep(this.#tools, this.#principal, inverse, held, options);
      if (result.kind === 'failed') continue;
      this.#done = this.#done.filter((each) => each !== done);
      const undone = { step: inverse, before: held, assignmentId: result.assignmentId };
      await this.#journal(done.step.kind === 'take' ? 'given-back' : kindOf(undone), undone);
    }
  }

  /** Reads an assignment whose id the answer did not say. */
  async #find({ kind, license }: Step): Promise<OwnAssignment | undefined> {
    if (kind === 'give') return undefined;
    const held = await readOwn(this.#tools.graph, this.#principal, this.#stepOptions());
    return held instanceof AppError ? undefined : heldIn(held, license);
  }

  #stepOptions(): ApplyOptions {
    const { signal, onStep: _, ...others } = this.#options;
    return this.#done.length === 0 && signal ? { ...others, signal } : others;
  }

  async #journal(kind: ChangeStep['kind'], { step, before, assignmentId }: Done): Promise<void> {
    const { product, pool } = step.license;
    const disabledPlanIds =
      step.kind === 'give' ? step.license.disabledPlanIds : (before?.disabledPlanIds ?? []);
    const license: HeldLicense = { product, pool, disabledPlanIds };
    await this.#options.onStep?.({ kind, license, assignmentId: assignmentId ?? before?.id });
  }
}

function kindOf({ step, before }: Done): ChangeStep['kind'] {
  if (step.kind === 'take') return 'taken';
  return before ? 'switched' : 'given';
}

/** Returns the step that restores what was before; undefined where the plans that were off are not known. */
function inverseOf({ step, before }: Done): Step | undefined {
  const { product, pool } = step.license;
  if (step.kind === 'give' && !before) return { kind: 'take', license: { product, pool } };
  const disabledPlanIds = before?.disabledPlanIds;
  return disabledPlanIds && { kind: 'give', license: { product, pool, disabledPlanIds } };
}

/** Returns the assignment as the step left it. */
function heldAfter({ step, before, assignmentId }: Done): OwnAssignment | undefined {
  const id = assignmentId ?? before?.id;
  if (step.kind === 'take' || id === undefined) return undefined;
  return { ...step.license, id };
}

/** Resolves a change whose licenses to take are not there: groups give them, or they are gone already. */
async function resolveMissing(
  tools: ChangeTools,
  { principal, remove }: Change,
  { isBulk = false }: ApplyOptions,
): Promise<Outcome<LicensingCode>> {
  const products = remove.map(({ product }) => product);
  const [holding] = await readHoldings(tools.graph, tools.allotments, [principal], { products, isBulk });
  const seats = holding?.seats.filter((seat) => remove.some(({ pool }) => pool === seat.pool)) ?? [];
  if (seats.length === 0) return { kind: 'skipped', reason: 'no-change' };
  return { kind: 'failed', reason: 'inherited', ...groupsOf(seats) };
}

/** Returns the outcome of a refused change; a reason without a message of this app keeps the service's own message. */
async function toFailure(
  tools: ChangeTools,
  change: Change,
  { code, error: { requestId, serviceMessage } }: StepFailure,
): Promise<Failure> {
  const reason = await reasonOf(tools, change, code);
  const isUnexplained = reason === 'refused' && serviceMessage !== undefined;
  return {
    kind: 'failed',
    reason,
    ...(requestId !== undefined && { requestId }),
    ...(isUnexplained && { serviceMessage }),
  };
}

/** Returns a closer reason where the service gives one reason for several things. */
async function reasonOf(
  { graph, allotments }: ChangeTools,
  { principal, add, remove }: Change,
  code: LicensingCode,
): Promise<LicensingCode> {
  if (code === 'no-licenses-available') {
    const pools = await poolsAmong(allotments, add);
    return pools.some(({ capability }) => isClosed(capability)) ? 'product-suspended' : code;
  }
  if (code === 'forbidden') {
    const pools = await poolsAmong(allotments, [...add, ...remove]);
    if (!pools.some(({ isPersonal }) => isPersonal)) return code;
    return principal.kind === 'group' ? 'assignee-not-supported' : 'only-buyer-assigns';
  }
  if (code !== 'refused' || principal.kind !== 'group') return code;
  const path = `/groups/${principal.id}`;
  const query = { select: ['id', 'securityEnabled'] };
  const request = { path, query, scopes: ['GroupMember.Read.All'], ...requestOptions({}) } as const;
  const group = await withFallback(graph.send(request, securityWire), undefined);
  return group?.securityEnabled === false ? 'group-not-licensable' : code;
}

/** Returns what the list says of these pools; empty where it can't be read. */
async function poolsAmong(allotments: Allotments, refs: readonly PoolRef[]): Promise<readonly Pool[]> {
  const owned = await withFallback(allotments.recent(), []);
  return owned.flatMap((product) => product.pools).filter(({ key }) => refs.some(({ pool }) => pool === key));
}

const securityWire = v.object({ securityEnabled: v.nullish(v.boolean()) });
