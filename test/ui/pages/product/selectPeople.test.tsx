import { act, renderHook } from '@testing-library/react';
import { useSelectMatching } from '../../../../src/ui/pages/product/selectPeople';
import type { HolderRow } from '../../../../src/ui/parts/HolderGrid/HolderGrid.types';

const rowsOf = (...ids: readonly string[]): readonly HolderRow[] =>
  ids.map((id) => ({ holder: { user: { kind: 'user', id } } }) as unknown as HolderRow);

const [inSales, inLegal] = [rowsOf('sales-1', 'sales-2'), rowsOf('legal-1')];
const sales = { search: 'sales', filters: [] };
const legal = { search: 'legal', filters: [] };

interface State {
  readonly isComplete: boolean;
  readonly shown: readonly HolderRow[];
  readonly view: typeof sales;
  readonly isSettled: boolean;
}

/** Renders the hook; `selections` gets the ids of each selection that it makes. */
function renderMatching(initialProps: State) {
  const selections: string[][] = [];
  const selection = {
    selectOnly: (_kind: string, listed: Iterable<{ readonly id: string }>) =>
      selections.push([...listed].map(({ id }) => id)),
  };
  const hook = renderHook(
    ({ isComplete, ...parts }: State) => useSelectMatching({ isComplete }, parts, selection),
    { initialProps },
  );
  return { ...hook, selections };
}

test('rows that are still those of other filters are not selected', () => {
  const late = { isComplete: true, shown: inSales, view: legal, isSettled: false };
  const { result, rerender, selections } = renderMatching(late);
  act(() => result.current.onSelect());
  expect(selections).toEqual([]);
  expect(result.current.isWaiting).toBe(true);
  rerender({ ...late, shown: inLegal, isSettled: true });
  expect(selections).toEqual([['legal-1']]);
});

test('a selection that waits ends with a change of the filters, and does not come back with them', () => {
  const loading = { isComplete: false, shown: inSales, view: sales, isSettled: true };
  const { result, rerender, selections } = renderMatching(loading);
  act(() => result.current.onSelect());
  rerender({ ...loading, view: legal, shown: inLegal });
  rerender({ ...loading, view: legal, shown: inLegal, isComplete: true });
  rerender({ ...loading, isComplete: true });
  expect(selections).toEqual([]);
  expect(result.current.isWaiting).toBe(false);
});
