import type { Principal } from '../../base/principal';

/** List of principals on the screen, with lookup by id. */
export interface PrincipalList extends Iterable<Principal> {
  readonly length: number;
  readonly find: (id: string) => Principal | undefined;
}

/**
 * Selected principals of one kind: a list without some, plus others. The list isn't copied, since copying 100,000
 * entries with each click takes noticeably long.
 */
export interface PrincipalSelection {
  readonly size: number;
  readonly has: (id: string) => boolean;
  readonly list: PrincipalList | undefined;
  /** Ids of the list that aren't selected. */
  readonly without: ReadonlySet<string>;
  /** Selected principals that aren't in the list, by id. */
  readonly others: ReadonlyMap<string, Principal>;
}

/** Creates the list; `find` looks an id up without a search through all principals. */
export function listPrincipals(principals: readonly Principal[]): PrincipalList {
  const byId = new Map(principals.map((principal) => [principal.id, principal]));
  return {
    length: principals.length,
    find: (id) => byId.get(id),
    [Symbol.iterator]: () => principals.values(),
  };
}

/** Empty selection. */
export const nothingSelected = toSelection(undefined, new Set(), new Map());

function toSelection(
  list: PrincipalSelection['list'],
  without: PrincipalSelection['without'],
  others: PrincipalSelection['others'],
): PrincipalSelection {
  return {
    size: (list?.length ?? 0) - without.size + others.size,
    has: (id) => others.has(id) || (list?.find(id) !== undefined && !without.has(id)),
    list,
    without,
    others,
  };
}

/** Selects or clears ids of a list; `all` stands for the whole list. */
export function withSelected(
  chosen: PrincipalSelection,
  ids: readonly string[] | 'all',
  isOn: boolean,
  listed: PrincipalList,
): PrincipalSelection {
  if (ids === 'all') {
    if (chosen.list === listed) return toSelection(isOn ? listed : undefined, new Set(), chosen.others);
    // Of two lists, the longer one is kept without copying.
    if (isOn && listed.length > (chosen.list?.length ?? 0)) return withList(chosen, listed);
  }
  const without = new Set(chosen.without);
  const others = new Map(chosen.others);
  for (const id of ids === 'all' ? idsOf(listed) : ids) {
    const isInList = chosen.list?.find(id) !== undefined;
    if (isInList && isOn) without.delete(id);
    else if (isInList) without.add(id);
    else if (!isOn) others.delete(id);
    else {
      const principal = listed.find(id);
      if (principal) others.set(id, principal);
    }
  }
  return toSelection(chosen.list, without, others);
}

function withList(chosen: PrincipalSelection, listed: PrincipalList): PrincipalSelection {
  const others = new Map<string, Principal>();
  for (const principal of principalsOf(chosen))
    if (listed.find(principal.id) === undefined) others.set(principal.id, principal);
  return toSelection(listed, new Set(), others);
}

function* idsOf(list: PrincipalList): Generator<string> {
  for (const { id } of list) yield id;
}

/** Yields all selected principals. */
export function* principalsOf({ list, without, others }: PrincipalSelection): Generator<Principal> {
  for (const principal of list ?? []) if (!without.has(principal.id)) yield principal;
  yield* others.values();
}

/** Counts the selected principals of a list. */
export function countSelected(chosen: PrincipalSelection, listed: PrincipalList): number {
  if (chosen.size === 0) return 0;
  if (chosen.list === listed) return listed.length - chosen.without.size;
  // Iterates the shorter of the two.
  const isFew = chosen.list === undefined;
  let count = 0;
  if (isFew) for (const id of chosen.others.keys()) count += listed.find(id) === undefined ? 0 : 1;
  else for (const { id } of listed) count += chosen.has(id) ? 1 : 0;
  return count;
}
