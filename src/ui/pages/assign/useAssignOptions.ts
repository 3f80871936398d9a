import { useCallback, useState } from 'react';
import type { GroupPrincipal } from '../../../base/principal';
import type { AssignOptions } from '../../../license-jobs/assign/planAssignJob';
import type { AssignDraft } from '../../../storage/drafts';

/** The options of the assignment and how to change them. */
export interface AssignOptionsState {
  readonly options: AssignOptions;
  readonly change: (part: Partial<AssignOptions>) => void;
  /** Merges the options of an earlier draft into the current ones, which win. */
  readonly resume: (earlier: AssignOptions) => void;
  readonly reset: () => void;
}

type DraftOptions = NonNullable<AssignDraft['options']>;

const defaultOptions: AssignOptions = {
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

/** Converts options for a draft; undefined if all are defaults. */
export function toDraftOptions({ disabledPlanIds, method, stopsWithoutSeats }: AssignOptions) {
  const off = Object.entries(disabledPlanIds).filter(([, ids]) => ids.length > 0);
  if (off.length === 0 && method.kind === 'direct' && !stopsWithoutSeats) return undefined;
  return {
    disabledPlanIds: Object.fromEntries(off.map(([key, ids]) => [key, [...ids]])),
    method: method.kind === 'existing-group' ? { kind: method.kind, groupId: method.group?.id } : method,
    stopsWithoutSeats,
  } satisfies DraftOptions;
}

/** Restores the options of a draft. `group` is undefined if the directory no longer has it. */
export function fromDraftOptions(
  { disabledPlanIds, method, stopsWithoutSeats }: DraftOptions,
  group: GroupPrincipal | undefined,
): AssignOptions {
  return {
    disabledPlanIds,
    method: method.kind === 'existing-group' ? { kind: method.kind, group } : method,
    stopsWithoutSeats,
  };
}

/** Merges options. Those of `later` win unless they are defaults. */
export function mergeOptions<
  Options extends Pick<AssignOptions, 'disabledPlanIds' | 'stopsWithoutSeats'> & {
    readonly method: { readonly kind: string };
  },
>(earlier: Options, later: Options): Options {
  return {
    ...later,
    disabledPlanIds: { ...earlier.disabledPlanIds, ...later.disabledPlanIds },
    method: later.method.kind === 'direct' ? earlier.method : later.method,
    stopsWithoutSeats: earlier.stopsWithoutSeats || later.stopsWithoutSeats,
  };
}
