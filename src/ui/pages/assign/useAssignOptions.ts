import { useCallback, useState } from 'react';
import type { GroupPrincipal } from '../../../base/principal';
import type { AssignOptions } from '../../../license-jobs/assign/planAssignJob';
import { parsePoolKey, type PoolKey, type ProductKey } from '../../../licensing/keys';
import type { AssignDraft } from '../../../storage/drafts';

/** Pools that the admin chose to give seats from, by product key; of a missing product the app chooses. */
export type ChosenPools = Readonly<Record<string, PoolKey>>;

/** Choices of the admin besides the list, with those that the preview already counts. */
export interface EditedOptions extends AssignOptions {
  /** Default is none. */
  readonly chosenPools?: ChosenPools;
}

/** The options of the assignment and how to change them. */
export interface AssignOptionsState {
  readonly options: EditedOptions;
  readonly change: (part: Partial<EditedOptions>) => void;
  /** Merges the options of an earlier draft into the current ones, which win. */
  readonly resume: (earlier: EditedOptions) => void;
  readonly reset: () => void;
}

type DraftOptions = NonNullable<AssignDraft['options']>;

const defaultOptions: EditedOptions = {
  disabledPlanIds: {},
  method: { kind: 'direct' },
  stopsWithoutSeats: false,
};

/** Keeps the options of the assignment. Defaults: all apps on, direct assignment, no pause when licenses run out. */
export function useAssignOptions(): AssignOptionsState {
  const [options, setOptions] = useState(defaultOptions);
  return {
    options,
    change: useCallback((part) => setOptions((before) => ({ ...before, ...part })), []),
    resume: useCallback((earlier) => setOptions((now) => mergeOptions(earlier, now)), []),
    reset: useCallback(() => setOptions(defaultOptions), []),
  };
}

/** Returns the chosen pools with that of one product changed; undefined lets the app choose. */
export function withPool(
  { chosenPools = {} }: EditedOptions,
  key: ProductKey,
  pool: PoolKey | undefined,
): { readonly chosenPools: ChosenPools } {
  const { [key]: _before, ...others } = chosenPools;
  return { chosenPools: pool ? { ...others, [key]: pool } : others };
}

/** Converts options for a draft; undefined if all are defaults. */
export function toDraftOptions(options: EditedOptions) {
  const { disabledPlanIds, method, stopsWithoutSeats, chosenPools = {} } = options;
  const hasPools = Object.keys(chosenPools).length > 0;
  const off = Object.entries(disabledPlanIds).filter(([, ids]) => ids.length > 0);
  if (off.length === 0 && method.kind === 'direct' && !stopsWithoutSeats && !hasPools) return undefined;
  return {
    disabledPlanIds: Object.fromEntries(off.map(([key, ids]) => [key, [...ids]])),
    method: method.kind === 'existing-group' ? { kind: method.kind, groupId: method.group?.id } : method,
    stopsWithoutSeats,
    ...(hasPools && { chosenPools }),
  } satisfies DraftOptions;
}

/** Restores the options of a draft. `group` is undefined if the directory no longer has it. */
export function fromDraftOptions(
  { disabledPlanIds, method, stopsWithoutSeats, chosenPools }: DraftOptions,
  group: GroupPrincipal | undefined,
): EditedOptions {
  const pools = Object.entries(chosenPools ?? {}).map(([key, pool]) => [key, parsePoolKey(pool)] as const);
  return {
    ...(pools.length > 0 && { chosenPools: Object.fromEntries(pools) }),
    disabledPlanIds,
    method: method.kind === 'existing-group' ? { kind: method.kind, group } : method,
    stopsWithoutSeats,
  };
}

/** Merges options. Those of `later` win unless they are defaults. */
export function mergeOptions<
  Options extends Pick<AssignOptions, 'disabledPlanIds' | 'stopsWithoutSeats'> & {
    readonly method: { readonly kind: string };
    readonly chosenPools?: Readonly<Record<string, string>> | undefined;
  },
>(earlier: Options, later: Options): Options {
  const hasPools = earlier.chosenPools ?? later.chosenPools;
  return {
    ...later,
    ...(hasPools && { chosenPools: { ...earlier.chosenPools, ...later.chosenPools } }),
    disabledPlanIds: { ...earlier.disabledPlanIds, ...later.disabledPlanIds },
    method: later.method.kind === 'direct' ? earlier.method : later.method,
    stopsWithoutSeats: earlier.stopsWithoutSeats || later.stopsWithoutSeats,
  };
}
