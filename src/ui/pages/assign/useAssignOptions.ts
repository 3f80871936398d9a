import { useCallback, useState } from 'react';
import type { GroupPrincipal } from '../../../base/principal';
import type { AssignOptions } from '../../../license-jobs/assign/planAssignJob';
import type { AssignDraft } from '../../../storage/drafts';

/** What a person decides besides the list, and how it is changed. */
export interface AssignOptionsState {
  readonly options: AssignOptions;
  readonly change: (part: Partial<AssignOptions>) => void;
  /** Takes over the options of an earlier time wherever none is chosen now. */
  readonly resume: (earlier: AssignOptions) => void;
  readonly reset: () => void;
}

type DraftOptions = NonNullable<AssignDraft['options']>;

const defaultOptions: AssignOptions = {
  disabledPlanIds: {},
  method: { kind: 'direct' },
  stopsWithoutSeats: false,
};

/** Keeps what a person decides besides the list: every app on, one by one, going on without seats unless said otherwise. */
export function useAssignOptions(): AssignOptionsState {
  const [options, setOptions] = useState(defaultOptions);
  return {
    options,
    change: useCallback((part) => setOptions((before) => ({ ...before, ...part })), []),
    resume: useCallback((earlier) => setOptions((now) => mergeOptions(earlier, now)), []),
    reset: useCallback(() => setOptions(defaultOptions), []),
  };
}

/** Options as a draft keeps them; undefined where all are as usual. */
export function toDraftOptions({ disabledPlanIds, method, stopsWithoutSeats }: AssignOptions) {
  const off = Object.entries(disabledPlanIds).filter(([, ids]) => ids.length > 0);
  if (off.length === 0 && method.kind === 'direct' && !stopsWithoutSeats) return undefined;
  return {
    disabledPlanIds: Object.fromEntries(off.map(([key, ids]) => [key, [...ids]])),
    method: method.kind === 'existing-group' ? { kind: method.kind, groupId: method.group?.id } : method,
    stopsWithoutSeats,
  } satisfies DraftOptions;
}

/** Options of a draft, with its group as the directory knows it now; without a group that is gone. */
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

/** Options of two times: the later one counts wherever it is not as usual. */
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
