import { screen, waitFor, within } from '@testing-library/react';
import type { Principal } from '../../../../src/base/principal';
import { describeProducts } from '../../../../src/licensing/catalogue/describeProducts';
import { isOwned } from '../../../../src/licensing/isAssignable';
import { poolSpaces, toPoolKey } from '../../../../src/licensing/keys';
import type { Holding, Pool } from '../../../../src/licensing/types';
import { SelectionDialog } from '../../../../src/ui/pages/product/SelectionDialog';
import { subscription } from '../../../licensing/support/samples';
import { fakeGroup, fakeHolding, fakePerson, fakeSeat, via } from '../../support/fakeHolders';
import { fakeJobs } from '../../support/fakeJobs';
import {
  fakeCatalogue,
  fakeDirectory,
  fakeEntry,
  fakeLicensing,
  fakeOwned,
  fakeRef,
  testNow,
} from '../../support/fakeServices';
import { renderWithServices } from '../../support/renderWithServices';
import { stubLayout } from '../../support/stubLayout';

const second = { product: fakeRef.product, pool: toPoolKey(poolSpaces.allotment, 'second') };
const ends = (date: string) => ({ subscriptions: [subscription({ nextLifecycleAt: date })] });
const [pool] = fakeOwned().pools;
// The second one ends first.
const twoPools: readonly [Pool, Pool] = [
  { ...pool, ...ends('2031-05-01T12:00:00Z') },
  { ...pool, key: second.pool, ...ends('2031-04-01T12:00:00Z') },
];
const [one, two, three] = [fakePerson(1), fakePerson(2), fakePerson(3)];
const double = (person: Principal) => fakeHolding(person, fakeSeat(), fakeSeat(second));

const keepTwo = 'Subscription 2, renews or expires on 1 Apr 2031';
const freeRadio = { name: 'Free one seat and keep the product' };

async function setup(holdings: readonly Holding[], principals: readonly Principal[], pools = twoPools) {
  stubLayout();
  const jobs = fakeJobs();
  const [product] = describeProducts([fakeOwned({ pools })], fakeCatalogue(fakeEntry()), {}, testNow);
  if (!product || !isOwned(product)) throw new Error('no product');
  const rendered = await renderWithServices(
    <SelectionDialog dialog="unassign" {...{ product, principals }} targets={[]} onClose={() => undefined} />,
    {
      services: {
        jobs,
        directory: fakeDirectory(),
        licensing: fakeLicensing({
          listGroups: () => Promise.resolve([]),
          readHoldings: () => Promise.resolve(holdings),
        }),
      },
    },
  );
  const view = within(await screen.findByRole('dialog'));
  const press = (name: string) => rendered.user.click(view.getByRole('button', { name }));
  const removed = async () => {
    await waitFor(() => expect(jobs.plans).toHaveLength(1));
    return jobs.plans[0]?.items.map(({ key, input }) => [key, input.change.remove]);
  };
  return { ...rendered, jobs, view, press, removed };
}

test('of people with two seats one is freed of the pool that ends first, and they keep the product', async () => {
  const { view, press, jobs, removed } = await setup([double(one), double(two)], [one, two]);
  expect(await view.findByRole('radio', freeRadio)).toBeChecked();
  expect(view.getByRole('combobox')).toHaveDisplayValue(keepTwo);
  expect(view.getAllByText(`Keeps the product and gives back one license: ${keepTwo}.`)).toHaveLength(2);
  expect(view.getByText('2 people keep the product · 2 seats become free')).toBeInTheDocument();
  expect(view.getByText('of 2 users')).toBeInTheDocument();
  await press('Free seats');
  expect(await removed()).toEqual([
    [one.id, [second]],
    [two.id, [second]],
  ]);
  expect(jobs.plans[0]?.subject.kind).toBe('free-seat');
});

test('the pool can be chosen, and a person without a direct license there gives back the other', async () => {
  const holdings = [double(one), fakeHolding(two, fakeSeat({ path: via(fakeGroup()) }), fakeSeat(second))];
  const { view, press, user, removed } = await setup(holdings, [one, two]);
  await user.selectOptions(await view.findByRole('combobox'), fakeRef.pool);
  await press('Free seats');
  expect(await removed()).toEqual([
    [one.id, [fakeRef]],
    [two.id, [second]],
  ]);
});

test('the product can be removed with both seats instead', async () => {
  const { view, press, user, jobs, removed } = await setup([double(one)], [one]);
  await user.click(await view.findByRole('radio', { name: 'Remove the product with all seats' }));
  expect(
    view.getByText('Loses the product with all of its 2 licenses, which frees 2 seats.'),
  ).toBeInTheDocument();
  expect(view.getByText('1 will be removed · 2 seats become free')).toBeInTheDocument();
  expect(view.queryByRole('combobox')).not.toBeInTheDocument();
  await press('Remove');
  expect(await removed()).toEqual([[one.id, [fakeRef, second]]]);
  expect(jobs.plans[0]?.subject.kind).toBe('remove');
});

test('beside others the product is removed unless freeing is chosen, and then the others stay as they are', async () => {
  const holdings = [
    double(one),
    fakeHolding(two, fakeSeat()),
    fakeHolding(three, fakeSeat({ path: via(fakeGroup()) })),
  ];
  const { view, press, user, removed } = await setup(holdings, [one, two, three]);
  const free = await view.findByRole('radio', {
    name: 'Free one seat and keep the product. Everyone else selected stays as is.',
  });
  expect(free).not.toBeChecked();
  expect(view.getByText(/^2 will be removed · 1 stays as it is · 3 seats become free$/)).toBeInTheDocument();
  await user.click(free);
  expect(
    view.getByText("Stays as it is, because there's no second seat that can be freed."),
  ).toBeInTheDocument();
  expect(view.getByText(/^Keeps the license, because it's inherited from Sales EU/)).toBeInTheDocument();
  expect(
    view.getByText('1 person keeps the product · 1 seat becomes free · 2 stay as they are'),
  ).toBeInTheDocument();
  await press('Free seats');
  expect(await removed()).toEqual([[one.id, [second]]]);
});

test('a seat of a subscription that no longer works is given back first, and is not called free', async () => {
  const { view } = await setup(
    [double(one)],
    [one],
    [{ ...twoPools[0], capability: 'suspended' }, twoPools[1]],
  );
  expect(
    await view.findByText(
      "1 person keeps the product · 1 seat can't be used again, because its subscription doesn't work now",
    ),
  ).toBeInTheDocument();
  expect(view.queryByRole('combobox')).not.toBeInTheDocument();
});

test('where none of the selected has a second seat nothing is offered', async () => {
  const { view } = await setup([fakeHolding(one, fakeSeat())], [one]);
  expect(await view.findByText('Loses the license, which frees a seat.')).toBeInTheDocument();
  expect(view.queryByRole('radio')).not.toBeInTheDocument();
});
