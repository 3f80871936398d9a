import { forEachInSteps, type Steps } from '../../../base/async/inSlices';
import {
  valueKinds,
  type HolderFilter,
  type HolderRow,
  type ValueFilter,
  type ValueKind,
} from './HolderGrid.types';

/** Returns the kind and the value of a filter; undefined for a filter that is no value. */
export function parseValueFilter(
  filter: string,
): { readonly kind: ValueKind; readonly value: string } | undefined {
  const colon = filter.indexOf(':');
  const kind = valueKinds.find((each) => each === filter.slice(0, Math.max(0, colon)));
  return kind && { kind, value: filter.slice(colon + 1) };
}

/** Returns the filters that are values. */
export function valueFiltersOf(filters: readonly HolderFilter[]): readonly ValueFilter[] {
  return filters.filter((filter): filter is ValueFilter => parseValueFilter(filter) !== undefined);
}

/** Values of one kind of a person, and whether there may be more that couldn't be read. */
interface Values {
  readonly values: readonly string[];
  readonly isPartial: boolean;
}

const unknownValues: Values = { values: [], isPartial: true };
const one = (value: string): Values => ({ values: [value], isPartial: false });

/** Returns the values of a row. A person without a department has the empty one. */
function valuesOf({ holder: { user, seats }, summary }: HolderRow, kind: ValueKind): Values {
  switch (kind) {
    case 'department':
      return user.isNameOnly ? unknownValues : one(user.department ?? '');
    case 'company':
      return user.isNameOnly ? unknownValues : one(user.companyName ?? '');
    case 'location':
      return user.isNameOnly ? unknownValues : one(user.usageLocation?.toUpperCase() ?? '');
    case 'account':
      return user.isBlocked === undefined ? unknownValues : one(user.isBlocked ? 'blocked' : 'allowed');
    case 'userType':
      return user.isGuest === undefined ? unknownValues : one(user.isGuest ? 'guest' : 'member');
    case 'group':
      return {
        values: summary.paths.flatMap((path) =>
          path.kind === 'group' && path.groupId !== '' ? [path.groupId.toLowerCase()] : [],
        ),
        isPartial: summary.isIncomplete,
      };
    case 'issue':
      return {
        values: [...new Set(seats.flatMap(({ issue }) => issue ?? []))],
        isPartial: summary.isIncomplete,
      };
  }
}

/** Returns a test for each kind among the filters: a row passes with any of its values; undefined if that isn't known. */
export function valueTests(filters: readonly HolderFilter[]): ((row: HolderRow) => boolean | undefined)[] {
  const wanted = new Map<ValueKind, Set<string>>();
  for (const filter of filters) {
    const parsed = parseValueFilter(filter);
    if (!parsed) continue;
    const values = wanted.get(parsed.kind) ?? new Set();
    wanted.set(parsed.kind, values.add(parsed.value));
  }
  return [...wanted].map(([kind, allowed]) => (row) => {
    const { values, isPartial } = valuesOf(row, kind);
    if (values.some((value) => allowed.has(value))) return true;
    return isPartial ? undefined : false;
  });
}

/** Numbers of people by value, of each kind. */
type ValueCounts = Readonly<Record<ValueKind, ReadonlyMap<string, number>>>;

/** Values of a list of holders. */
export interface CountedValues {
  readonly counts: ValueCounts;
  /** Names of groups by id, as far as rows have them. */
  readonly groupNames: ReadonlyMap<string, string>;
}

/** Counts the people with each value, in steps. */
export function* countValues(rows: readonly HolderRow[]): Steps<CountedValues> {
  const counts = Object.fromEntries(valueKinds.map((kind) => [kind, new Map<string, number>()])) as Record<
    ValueKind,
    Map<string, number>
  >;
  const groupNames = new Map<string, string>();
  yield* forEachInSteps(rows, (row) => {
    for (const kind of valueKinds) {
      const ofKind = counts[kind];
      for (const value of valuesOf(row, kind).values) ofKind.set(value, (ofKind.get(value) ?? 0) + 1);
    }
    for (const path of row.summary.paths) {
      if (path.kind === 'group' && path.groupName !== undefined)
        groupNames.set(path.groupId.toLowerCase(), path.groupName);
    }
  });
  return { counts, groupNames };
}
