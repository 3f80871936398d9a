import type { MadeIds, Outcome } from '../../base/outcome';
import type { ApplyOptions, LicensingAdapter } from '../licensingAdapter';
import type { Change, ChangeStep, HeldLicense, Holding, LicensingCode, PoolRef } from '../types';
import { doorOf } from '../door';
import { directSeat } from './directSeat';
import { invertChange } from './invertChange';

/** Adapters of the doors of a tenant. */
export interface DoorAdapters {
  readonly directory: LicensingAdapter;
  /** Adapter of cloud licensing; may be closed, and may fail. */
  readonly cloud: LicensingAdapter;
}

/** Part of a change, with the adapter of its door. */
interface ChangePart {
  readonly adapter: LicensingAdapter;
  readonly change: Change;
  /** Ids of what it gave, once it is made. */
  readonly ids?: MadeIds | undefined;
}

interface PartsOptions extends ApplyOptions {
  /** Seats of the principal before the first part. */
  readonly before: Holding;
}

/** Splits a change by the doors of its pools, parts that give first. A pool that no door made is left to the directory, which refuses it. */
export function partsOf({ directory, cloud }: DoorAdapters, change: Change): readonly ChangePart[] {
  const { principal, add, remove } = change;
  const isOfCloud = ({ pool }: PoolRef): boolean => doorOf(pool) === 'cloud-licensing';
  const isOfDirectory = (license: PoolRef): boolean => !isOfCloud(license);
  const pools = [...add, ...remove];
  if (pools.every(isOfDirectory)) return [{ adapter: directory, change }];
  if (pools.every(isOfCloud)) return [{ adapter: cloud, change }];
  const doors = [
    { adapter: directory, isOwn: isOfDirectory },
    { adapter: cloud, isOwn: isOfCloud },
  ];
  const parts = [
    ...doors.map(({ adapter, isOwn }) => ({
      adapter,
      change: { principal, add: add.filter(isOwn), remove: [] },
    })),
    ...doors.map(({ adapter, isOwn }) => ({
      adapter,
      change: { principal, add: [], remove: remove.filter(isOwn) },
    })),
  ];
  return parts.filter(({ change: part }) => part.add.length + part.remove.length > 0);
}

/** Makes a change as `LicensingAdapter.apply` does, in parts where its pools are of several doors. */
export async function applyAcrossDoors(
  adapters: DoorAdapters,
  change: Change,
  options: ApplyOptions = {},
): Promise<Outcome<LicensingCode>> {
  const parts = partsOf(adapters, change);
  const [first, ...others] = parts;
  if (first && others.length === 0) return first.adapter.apply(change, options);
  const { principal } = change;
  const { signal, isBulk = false } = options;
  const readings = await Promise.all(
    Object.values(adapters).map((adapter: LicensingAdapter) => {
      const own = parts.filter((part) => part.adapter === adapter).map((part) => part.change);
      const pools = own.flatMap(({ add, remove }) => [...add, ...remove]);
      const products = [...new Set(pools.map(({ product }) => product))];
      return adapter.readHoldings([principal], { products, isBulk, ...(signal && { signal }) });
    }),
  );
  const holdings = readings.flat();
  const before: Holding = {
    principal,
    seats: holdings.flatMap(({ seats }) => seats),
    isIncomplete: holdings.some(({ isIncomplete }) => isIncomplete),
  };
  return applyInParts(parts, { ...options, before });
}

/**
 * Makes the parts of a change one after another, each by its own adapter, as `LicensingAdapter.apply` does. Parts that give come
 * first, since a license taken through one adapter frees no seat of another. If one fails, those before it are undone; where
 * that fails too, the outcome names what stays changed. Nothing is undone where not all of `before` could be read. `signal`
 * counts until the first part is made: stopped after that, a move would leave both licenses.
 */
async function applyInParts(
  parts: readonly ChangePart[],
  { before, onStep, signal, ...options }: PartsOptions,
): Promise<Outcome<LicensingCode>> {
  const made: ChangePart[] = [];
  let isPending = false;
  let skipped: Outcome<LicensingCode> | undefined;
  for (const part of parts) {
    const stopSignal = made.length === 0 && signal && { signal };
    const outcome = await applyPart(part, { ...options, ...stopSignal, onStep }, before);
    if (outcome.kind === 'done') {
      made.push({ ...part, ids: outcome.ids });
      isPending ||= outcome.pending ?? false;
    } else if (outcome.kind === 'skipped') {
      skipped ??= outcome;
    } else if (outcome.kind === 'failed') {
      const left = await undoParts(made, { ...options, onStep, before });
      return withMade(outcome, left);
    } else {
      return outcome;
    }
  }
  if (made.length === 0 && skipped) return skipped;
  return { kind: 'done', ...(isPending && { pending: true }), ...mergedIds(made) };
}

function mergedIds(parts: readonly Pick<ChangePart, 'ids'>[]): { readonly ids?: MadeIds } {
  const ids = Object.assign({}, ...parts.map((part) => part.ids ?? {})) as MadeIds;
  return Object.keys(ids).length > 0 ? { ids } : {};
}

/** Makes one part and journals its steps, which an adapter does itself for a part that it makes in several. */
async function applyPart(
  { adapter, change }: ChangePart,
  { onStep, ...options }: ApplyOptions,
  before: Holding,
): Promise<Outcome<LicensingCode>> {
  const isOneStep = adapter.isOneStep(change);
  const outcome = await adapter.apply(change, { ...options, ...(!isOneStep && onStep && { onStep }) });
  if (isOneStep && outcome.kind === 'done') {
    const ids = outcome.ids ?? {};
    for (const step of stepsOf(change, before))
      await onStep?.({ ...step, assignmentId: step.kind === 'taken' ? undefined : ids[step.license.pool] });
  }
  return outcome;
}

/** Undoes parts, the last one first; returns those that stay as they were made. */
async function undoParts(
  made: readonly ChangePart[],
  { before, onStep, ...options }: PartsOptions,
): Promise<readonly ChangePart[]> {
  const left: ChangePart[] = [];
  const direct = before.seats.filter(({ path }) => path.kind === 'direct');
  if (before.isIncomplete || direct.some(({ isIncomplete }) => isIncomplete)) return made;
  for (const part of made.toReversed()) {
    const { adapter, change, ids } = part;
    const inverse = invertChange(change, { seats: direct });
    if (!inverse) continue;
    // A reading may still show the state before the part.
    const outcome = await adapter
      .apply(inverse, { ...options, ignoreStaleReads: true, assignmentIds: ids })
      .catch(() => undefined);
    if (outcome?.kind !== 'done') left.push(part);
    else for (const step of stepsOf(inverse, before, true)) await onStep?.(step);
  }
  return left;
}

function stepsOf({ add, remove }: Change, { seats }: Holding, isUndo = false): readonly ChangeStep[] {
  const kindOf = (license: PoolRef): ChangeStep['kind'] => {
    if (isUndo) return 'given-back';
    return directSeat(seats, license) ? 'switched' : 'given';
  };
  const heldOf = ({ product, pool }: PoolRef): HeldLicense => {
    const disabledPlanIds = directSeat(seats, { product, pool })?.disabledPlanIds ?? [];
    return { product, pool, disabledPlanIds };
  };
  return [
    ...add.map((license) => ({ kind: kindOf(license), license, assignmentId: undefined })),
    ...remove.map((pool) => ({ kind: 'taken' as const, license: heldOf(pool), assignmentId: undefined })),
  ];
}

function withMade(
  outcome: Extract<Outcome<LicensingCode>, { kind: 'failed' }>,
  left: readonly ChangePart[],
): Outcome<LicensingCode> {
  const changes = left.map(({ change }) => change);
  const given = [
    ...changes.flatMap(({ add }) => add.map(({ pool }) => pool)),
    ...(outcome.made?.given ?? []),
  ];
  const taken = [
    ...changes.flatMap(({ remove }) => remove.map(({ pool }) => pool)),
    ...(outcome.made?.taken ?? []),
  ];
  if (given.length + taken.length === 0) return outcome;
  return { ...outcome, made: { given, taken }, ...mergedIds([...left, outcome]) };
}
