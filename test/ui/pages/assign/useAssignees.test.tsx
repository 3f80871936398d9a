import { act, waitFor } from '@testing-library/react';
import { AppError } from '../../../../src/base/appError';
import type { PrincipalRef } from '../../../../src/base/principal';
import type { HoldingOptions, LicensingAdapter } from '../../../../src/licensing/licensingAdapter';
import { defaultPool } from '../../../../src/licensing/pools';
import { useAssignees } from '../../../../src/ui/pages/assign/useAssignees';
import { fakeGroup, fakePerson, fakeSeat } from '../../support/fakeHolders';
import { fakeDirectory, fakeLicensing } from '../../support/fakeServices';
import { fakeProduct } from '../../support/fakeProduct';
import { renderHookWithServices } from '../../support/renderHookWithServices';

interface Reading {
  readonly ids: readonly string[];
  readonly options: HoldingOptions | undefined;
}

function setup(read?: LicensingAdapter['readHoldings']) {
  const readings: Reading[] = [];
  const counted: string[] = [];
  const products = [fakeProduct(), fakeProduct({ number: 2 }), fakeProduct({ number: 3 })] as const;
  const { result } = renderHookWithServices(() => useAssignees(products[0], products, true), {
    licensing: fakeLicensing({
      readHoldings: (principals, options) => {
        readings.push({ ids: principals.map(({ id }) => id), options });
        return read
          ? read(principals, options)
          : Promise.resolve(principals.map((principal) => ({ principal, seats: [] })));
      },
    }),
    directory: fakeDirectory({
      readComposition: (id) => {
        counted.push(id);
        return Promise.resolve({ directUsers: 3, nestedGroups: 0 });
      },
    }),
  });
  const add = (...principals: Parameters<typeof result.current.add>[0]) =>
    act(async () => Promise.resolve(result.current.add(principals)));
  const settled = () => waitFor(() => expect(result.current.checks.pending.size).toBe(0));
  return { result, readings, counted, add, settled };
}

const people = (count: number) => Array.from({ length: count }, (_, index) => fakePerson(index));
const keyOf = (number: number) => fakeProduct({ number }).key;
const idOf = ({ id }: PrincipalRef): string => id;

test('those who come together are read together, for the one product, and only once', async () => {
  const { result, readings, add, settled } = setup();
  await add(fakePerson(500));
  await add(...people(300));
  await add(fakePerson(501));
  await settled();
  expect(readings.map(({ ids }) => ids.length)).toEqual([1, 300, 1]);
  expect(readings.map(({ options }) => [options?.products, options?.isBulk])).toEqual([
    [[keyOf(1)], false],
    [[keyOf(1)], true],
    [[keyOf(1)], false],
  ]);
  expect(result.current.preflight.lines.map(({ principal }) => principal.id)).toEqual(
    [fakePerson(500), ...people(300), fakePerson(501)].map(idOf),
  );
});

test('who is in the list already is neither added nor read again', async () => {
  const { result, readings, add, settled } = setup();
  await add(...people(3));
  await settled();
  await add(fakePerson(1), fakePerson(7));
  await settled();
  expect(result.current.principals.map(idOf)).toEqual([...people(3), fakePerson(7)].map(idOf));
  expect(readings[1]?.ids).toEqual([fakePerson(7).id]);
  expect(result.current.lastChange).toEqual({ kind: 'added', count: 1, name: 'Person 7' });
});

test('a product that is added is read alone, of everybody in one go, and later people for all products together', async () => {
  const { result, readings, add, settled } = setup();
  await add(...people(250));
  await add(fakePerson(500));
  await settled();
  act(() => result.current.addProduct(keyOf(2)));
  expect(result.current.checks.pending.size).toBe(251);
  await settled();
  await add(fakePerson(501));
  await settled();
  expect(readings.map(({ ids, options }) => [ids.length, options?.products, options?.isBulk])).toEqual([
    [250, [keyOf(1)], true],
    [1, [keyOf(1)], false],
    [251, [keyOf(2)], true],
    [1, [keyOf(1), keyOf(2)], false],
  ]);
  expect(result.current.preflight.seats.map(({ needed }) => needed)).toEqual([252, 252]);
});

test('a product that is removed and added again is not read again', async () => {
  const { result, readings, add, settled } = setup();
  await add(...people(3));
  act(() => result.current.addProduct(keyOf(3)));
  await settled();
  act(() => result.current.removeProduct(keyOf(3)));
  expect(result.current.products.map(({ name }) => name)).toEqual(['Plover Notes']);
  await add(fakePerson(7));
  await settled();
  act(() => result.current.addProduct(keyOf(3)));
  await settled();
  expect(readings.map(({ ids, options }) => [ids.length, options?.products])).toEqual([
    [3, [keyOf(1)]],
    [3, [keyOf(3)]],
    [1, [keyOf(1)]],
    [1, [keyOf(3)]],
  ]);
});

test('holdings of all products are combined, and a new list starts with the first one only', async () => {
  const { result, add, settled } = setup((principals, options) =>
    Promise.resolve(
      principals.map((principal) => ({
        principal,
        seats: [1, 2]
          .map((number) => defaultPool(fakeProduct({ number }).owned))
          .filter(({ product }) => principal.id === fakePerson(1).id && options?.products?.includes(product))
          .map((pool) => fakeSeat(pool)),
      })),
    ),
  );
  await add(fakePerson(1), fakePerson(2));
  act(() => result.current.addProduct(keyOf(2)));
  await settled();
  expect(result.current.preflight.lines.map(({ result }) => result)).toEqual(['skip', 'send']);
  act(() => result.current.clear());
  expect(result.current.products).toHaveLength(1);
});

test('taking somebody off reads nothing again', async () => {
  const { result, readings, add, settled } = setup();
  await add(...people(5));
  await settled();
  act(() => result.current.remove(new Set([fakePerson(2).id, fakePerson(3).id])));
  await settled();
  expect(readings).toHaveLength(1);
  expect(result.current.principals).toHaveLength(3);
  expect(result.current.chosenIds.has(fakePerson(2).id)).toBe(false);
  expect(result.current.lastChange).toMatchObject({ kind: 'removed', count: 2 });
});

test('a new list never uses what was read for another', async () => {
  const { result, readings, add, settled } = setup();
  await add(fakePerson(1), fakePerson(2));
  await settled();
  act(() => result.current.clear());
  await add(fakePerson(1), fakePerson(3));
  await settled();
  expect(readings.map(({ ids }) => ids)).toEqual([
    [fakePerson(1).id, fakePerson(2).id],
    [fakePerson(1).id, fakePerson(3).id],
  ]);
});

test('groups are read one by one, and the list is pending until all are read', async () => {
  const answers: (() => void)[] = [];
  const { result, counted, add, settled } = setup(
    (principals) =>
      new Promise((resolve) => {
        answers.push(() => resolve(principals.map((principal) => ({ principal, seats: [] }))));
      }),
  );
  await add(fakeGroup(), fakePerson(1));
  await waitFor(() => expect(counted).toEqual([fakeGroup().id]));
  expect([...result.current.checks.pending]).toEqual([fakeGroup().id, fakePerson(1).id]);
  await act(async () => Promise.resolve(answers.splice(0).forEach((answer) => answer())));
  await settled();
  expect(result.current.checks.groups.get(fakeGroup().id)).toMatchObject({
    directUsers: 3,
    members: undefined,
  });
});

test('a failed read is shown and can be retried', async () => {
  let tries = 0;
  const { result, readings, add, settled } = setup((principals) => {
    tries += 1;
    return tries === 1
      ? Promise.reject(new AppError('offline'))
      : Promise.resolve(principals.map((principal) => ({ principal, seats: [] })));
  });
  await add(...people(2));
  await waitFor(() => expect(result.current.checks.error).toMatchObject({ code: 'offline' }));
  act(() => result.current.checks.retry());
  await waitFor(() => expect(result.current.checks.error).toBeNull());
  await settled();
  expect(readings).toHaveLength(2);
});
