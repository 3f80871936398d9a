import type { IssueCode, Seat } from '../../../../src/licensing/types';
import type { TenantProduct } from '../../../../src/licensing/product';
import type { LicenseAudit } from '../../../../src/directory/types';
import {
  countPeople,
  findFailure,
  groupIssues,
  plansOfIssue,
  productBehind,
} from '../../../../src/ui/parts/issues/groupIssues';
import { fakeGroup, fakeHolder, fakePerson, fakeSeat, via } from '../../support/fakeHolders';
import { fakeProduct } from '../../support/fakeProduct';

const board = fakeProduct();
const sheets: TenantProduct = { ...fakeProduct({ number: 2 }), name: 'Sheets' };

const inError = (issue: IssueCode, over: Partial<Seat> = {}): Seat =>
  fakeSeat({ path: via(fakeGroup()), state: 'error', issue, ...over });

test('people are grouped by cause and product, each once a product, in the order of the causes', () => {
  const groups = groupIssues([
    {
      product: sheets,
      people: [fakeHolder(fakePerson(1), inError('other')), fakeHolder(fakePerson(2), fakeSeat())],
    },
    {
      product: board,
      people: [
        fakeHolder(fakePerson(1), inError('other'), inError('not-enough-licenses')),
        fakeHolder(fakePerson(3), inError('conflicting-plans')),
      ],
    },
  ]);
  expect(groups.map(({ product, cause, people }) => [product.name, cause, people.length])).toEqual([
    [board.name, 'not-enough-licenses', 1],
    [board.name, 'conflicting-plans', 1],
    [sheets.name, 'other', 1],
  ]);
  expect(countPeople(groups)).toBe(2);
});

test('an issue that another product of the group is behind is a group of its own, with that product by name', () => {
  const behind = { product: sheets.key, issue: 'not-enough-licenses' } as const;
  const groups = groupIssues([
    {
      product: board,
      people: [
        fakeHolder(fakePerson(1), inError('other')),
        fakeHolder(fakePerson(2), inError('other', { issueDetail: { behind } })),
      ],
    },
  ]);
  expect(groups).toHaveLength(2);
  expect(groups.map((group) => productBehind(group, [board, sheets])?.name)).toEqual([undefined, 'Sheets']);
});

test('plans that the service tells are named with the product that has them, and others by their id', () => {
  const plan = (id: string, partName: string) => ({ id, partName, isUserScoped: true });
  const withPlan = { ...board, owned: { ...board.owned, plans: [plan('aa', 'BOARD')] } };
  const other = { ...sheets, owned: { ...sheets.owned, plans: [plan('bb', 'SHEETS')] } };
  const group = { product: withPlan, detail: { planIds: ['aa', 'bb', 'cc'] } };
  expect(plansOfIssue(group, [withPlan, other])).toEqual({
    own: ['BOARD'],
    others: [
      { plan: 'SHEETS', product: 'Sheets' },
      { plan: 'cc', product: undefined },
    ],
    sibling: other,
  });
});

const seatAt = '2026-11-20T09:00:00Z';
const planned = {
  ...board,
  owned: { ...board.owned, plans: [{ id: 'aa', partName: 'BOARD', isUserScoped: true }] },
};
const failed = (over: Partial<LicenseAudit>): LicenseAudit => ({
  ...{ id: 'a', kind: 'licenses', at: '2026-11-20T09:01:00Z', by: undefined, licenses: undefined },
  ...{ groupId: undefined, failure: 'Service plans [aa], [bb] are mutually exclusive.', ...over },
});

test.each([
  ['names a plan of the product by its id', failed({})],
  ['names it by its name', failed({ failure: 'Service plans board, SHEETS are mutually exclusive.' })],
])('a failure that %s is the cause', (_name, audit) => {
  expect(findFailure([audit], planned, { updatedAt: seatAt })).toBe(audit.failure);
});

test.each([
  ['names no plan of the product', failed({ failure: 'Service plan [bb] depends on [cc].' })],
  ['names one whose name only begins so', failed({ failure: 'Service plan BOARD_PLUS failed.' })],
  ['is of another time', failed({ at: '2026-11-19T09:00:00Z' })],
  ['says nothing', failed({ failure: '' })],
  ['succeeded', failed({ failure: undefined })],
])('an entry that %s is not taken for the cause', (_name, audit) => {
  expect(findFailure([audit], planned, { updatedAt: seatAt })).toBeUndefined();
});

test('a seat of unknown date has no cause in the audit log', () => {
  expect(findFailure([failed({})], planned, { updatedAt: undefined })).toBeUndefined();
});
