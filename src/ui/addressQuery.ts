import { createContext, use, useCallback, useMemo, useState } from 'react';
import type { Query, QueryName } from './routes';

/** The query of the address, with a function that changes it. */
interface AddressQuery {
  readonly query: Query;
  /** Changes the given parameters in the current entry of the history. */
  readonly change: (part: Query) => void;
}

/** Provides the query of the address; without it, each list keeps its own view. */
export const AddressQueryContext = createContext<AddressQuery | undefined>(undefined);

/** Returns the query of the address, with a function that changes it. */
export function useAddressQuery(): AddressQuery {
  const address = use(AddressQueryContext);
  const [query, setQuery] = useState<Query>({});
  const change = useCallback((part: Query) => setQuery((before) => ({ ...before, ...part })), []);
  return useMemo(() => address ?? { query, change }, [address, query, change]);
}

/** Keeps the order of a list in the address; a column that is not `known` is left out. */
export function useQuerySort<Column extends string>(
  name: QueryName,
  known: readonly Column[],
): readonly [QuerySort<Column> | undefined, (sort: QuerySort<Column> | undefined) => void] {
  const { query, change } = useAddressQuery();
  const text = query[name];
  const sort = useMemo(() => readSort(text, known), [text, known]);
  return [sort, useCallback((next) => change({ [name]: next ? writeSort(next) : '' }), [change, name])];
}

/** Order of a list by a column. */
interface QuerySort<Column extends string = string> {
  readonly columnId: Column;
  readonly isDescending: boolean;
}

/** Reads names that are joined by dots; unknown ones are left out. */
export function readNames<Name extends string>(text: string, known: readonly Name[]): readonly Name[] {
  const names = text.split('.');
  return known.filter((name) => names.includes(name));
}

/** Reads an order such as `name` or `name.desc`; undefined for a column that is not `known`. */
export function readSort<Column extends string>(
  text: string | undefined,
  known: readonly Column[],
): QuerySort<Column> | undefined {
  const [column, direction] = (text ?? '').split('.');
  const columnId = known.find((each) => each === column);
  return columnId === undefined ? undefined : { columnId, isDescending: direction === 'desc' };
}

/** Writes what {@link readSort} reads. */
export function writeSort({ columnId, isDescending }: QuerySort): string {
  return isDescending ? `${columnId}.desc` : columnId;
}
