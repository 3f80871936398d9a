import type { Principal } from '../../../src/base/principal';
import { describeProducts } from '../../../src/licensing/catalogue/describeProducts';
import { isAssignable } from '../../../src/licensing/isAssignable';
import { runPreflight } from '../../../src/licensing/preflight/runPreflight';
import type { PreflightFinding, PreflightInput } from '../../../src/licensing/preflight/preflight';
import type { Seat } from '../../../src/licensing/types';
import { group, groupSeat, guid, holding, owned, reading, refOf, seat, user } from '../support/samples';

const [notes, boards, sheets] = [guid(900), guid(901), guid(902)];

/** Products "A", "B", … with so many seats free. */
function productsWith(...available: readonly number[]) {
  const skus = available.map((free, index) =>
    owned({
      skuId: guid(900 + index),
      partNumber: 'ABC'.charAt(index),
      seats: { total: free + 1, assigned: 1, available: free },
    }),
  );
  const products = describeProducts(skus, { entries: [], linkHosts: new Set() }, {}, 0).filter(isAssignable);
  return products.map((product, index) => ({ ...product, name: 'ABC'.charAt(index) }));
}

function evaluate(
  principals: readonly Principal[],
  available: readonly number[],
  changes: Partial<PreflightInput> = {},
) {
  return runPreflight({
    products: productsWith(...available),
    principals,
    holdings: [],
    groups: new Map(),
    tenant: [],
    access: 'assign-to-all',
    canLicenseRoleAssignableGroups: true,
    ...changes,
  });
}

const described = ({ lines }: ReturnType<typeof evaluate>) =>
  lines.map(({ result, findings }) => [result, ...findings.map(summaryOf)]);
const numbers = ({ seats }: ReturnType<typeof evaluate>) =>
  seats.map(({ needed, given, available, missing }) => [needed, given, available, missing]);

/** Such as "no-seat-left B without A". */
function summaryOf(finding: PreflightFinding): string {
  switch (finding.kind) {
    case 'has-already':
    case 'has-through-group':
      return `${finding.kind} ${finding.product}`;
    case 'no-seat-left':
      return [
        finding.kind,
        finding.products?.join(),
        finding.withheld && `without ${finding.withheld.join()}`,
      ]
        .filter(Boolean)
        .join(' ');
    case 'gets-seat':
    case 'group-members':
    case 'group-size-unknown':
      return `${finding.kind} ${finding.products?.join()}`;
    default:
      return finding.kind;
  }
}

const holds = (principal: ReturnType<typeof user>, ...seats: Seat[]) => holding(principal, ...seats);

test('who holds nothing gets all products, and each counts a seat', () => {
  const preflight = evaluate([user(1), user(2)], [5, 7]);
  expect(described(preflight)).toEqual([
    ['send', 'gets-seat A,B'],
    ['send', 'gets-seat A,B'],
  ]);
  expect(numbers(preflight)).toEqual([
    [2, 2, 5, 0],
    [2, 2, 7, 0],
  ]);
});

test('who holds one of them gets the rest, and who holds all gets nothing', () => {
  const holdings = [
    holds(user(1), seat(refOf(boards))),
    holds(user(2), seat(refOf(notes))),
    // The same person, read product by product.
    holds(user(2), groupSeat(5, refOf(boards))),
    holds(user(3), groupSeat(5, { ...refOf(notes), state: 'error' })),
  ];
  const preflight = evaluate([user(1), user(2), user(3)], [5, 5], { holdings });
  expect(described(preflight)).toEqual([
    ['send', 'gets-seat A', 'has-already B'],
    ['skip', 'has-through-group B', 'has-already A'],
    ['send', 'gets-seat A,B'],
  ]);
  expect(numbers(preflight)).toEqual([
    [2, 2, 5, 0],
    [1, 1, 5, 0],
  ]);
});

test('a person for whom one product has no seat gets none, and leaves the seats of the others to the next', () => {
  const holdings = [holds(user(3), seat(refOf(boards)))];
  const preflight = evaluate([user(1), user(2), user(3)], [2, 1], { holdings });
  expect(described(preflight)).toEqual([
    ['send', 'gets-seat A,B'],
    ['stop', 'no-seat-left B without A'],
    ['send', 'gets-seat A', 'has-already B'],
  ]);
  expect(numbers(preflight)).toEqual([
    [3, 2, 2, 1],
    [2, 1, 1, 1],
  ]);
});

test('the finding for a person who lacks only the product without a seat names no others', () => {
  const holdings = [holds(user(1), seat(refOf(notes)))];
  expect(described(evaluate([user(1)], [9, 0], { holdings }))).toEqual([
    ['stop', 'no-seat-left B', 'has-already A'],
  ]);
  expect(described(evaluate([user(1)], [0, 0, 4]))).toEqual([['stop', 'no-seat-left A,B without C']]);
});

test('what a group may take puts those after it at a risk, and only what is surely gone stops them', () => {
  const groups = new Map([[guid(6), reading({ directUsers: 4 })]]);
  const preflight = evaluate([group(6), user(1)], [4, 9, 0], { groups });
  expect(described(preflight)).toEqual([
    ['risk', 'group-members A,B,C', 'no-seat-left C'],
    ['stop', 'no-seat-left C without A,B'],
  ]);
  const [, second] = described(evaluate([group(6), user(1)], [4, 9], { groups }));
  expect(second).toEqual(['risk', 'no-seat-left A without B']);
});

test('a group that carries one of them is given the rest', () => {
  const groups = new Map([[guid(6), reading({ directUsers: 3 })]]);
  const holdings = [holding(group(6), seat(refOf(notes)))];
  const preflight = evaluate([group(6), group(7)], [9, 9], { groups, holdings });
  expect(described(preflight)).toEqual([
    ['send', 'group-members B', 'has-already A'],
    ['risk', 'group-size-unknown A,B'],
  ]);
  expect(numbers(preflight)).toEqual([
    [0, 0, 9, 0],
    [3, 3, 9, 0],
  ]);
});

test('a member of a group gets all that is missing, or nothing where one product has no seat left', () => {
  const members = [
    holding(user(1)),
    holding(user(2), seat(refOf(boards))),
    holding(user(3), seat(refOf(notes)), seat(refOf(boards))),
    holding(user(4)),
  ];
  const groups = new Map([[guid(6), reading({ members })]]);
  const preflight = evaluate([group(6)], [9, 1], { groups });
  expect(preflight.lines[0]?.findings[0]).toMatchObject({
    kind: 'group-gains',
    gains: [
      { product: 'A', people: 2 },
      { product: 'B', people: 1 },
    ],
    keeping: 1,
    lacking: [{ products: ['B'], people: 1 }],
  });
  expect(numbers(preflight)).toEqual([
    [2, 2, 9, 0],
    [2, 1, 1, 1],
  ]);
});

test('a stop weighs more than what is held', () => {
  const nowhere = user(1, { usageLocation: undefined, isGuest: true });
  const holdings = [holding(nowhere, seat(refOf(sheets)))];
  expect(described(evaluate([nowhere], [5, 5, 5], { holdings }))).toEqual([
    ['stop', 'usage-location-missing', 'has-already C', 'guest'],
  ]);
});

test('a product that somebody may have is withheld with one that has no seat, and takes none', () => {
  const held = holding(user(1), seat({ ...refOf(notes), state: 'unknown' }));
  const preflight = evaluate([user(1)], [10, 0], { holdings: [held] });
  expect(described(preflight)).toEqual([['stop', 'no-seat-left B without A']]);
  expect(preflight.seats).toMatchObject([{ needed: 0, given: 0, certainty: 'exact' }, { missing: 1 }]);
});

test('where a seat may be left, what somebody may have is withheld as well', () => {
  const held = holding(user(1), seat({ ...refOf(notes), state: 'unknown' }));
  const groups = new Map([[guid(6), reading({ directUsers: 5 })]]);
  const [, line] = described(evaluate([group(6), user(1)], [10, 3], { holdings: [held], groups }));
  expect(line).toContain('no-seat-left B without A');
});
