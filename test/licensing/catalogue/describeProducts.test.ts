// cspell:ignore spznk
import { describeUnlisted } from '../../../src/licensing/catalogue/describeUnlisted';
import { describeProducts } from '../../../src/licensing/catalogue/describeProducts';
import { readCatalogue } from '../../../src/licensing/catalogue/readCatalogue';
import { toProductKey } from '../../../src/licensing/keys';
import type { ProductChoices } from '../../../src/licensing/catalogue/types';
import type { OwnedProduct } from '../../../src/licensing/types';
import {
  guid,
  owned,
  productKeyOf,
  ref,
  refOf,
  skuId,
  subscription,
  type OwnedSample,
} from '../support/samples';

const catalogue = readCatalogue({
  entries: [
    {
      id: 'tern-board',
      name: 'Tern Board',
      publisher: 'Tern',
      owner: 'isv',
      skuIds: [skuId.toUpperCase()],
      skuPartNumbers: ['tern_board'],
      links: { manage: 'https://tern.example/manage' },
      installTarget: { kind: 'teams-app', teamsAppId: 'tern-app' },
      entraAppId: guid(7),
      planNames: { [guid(8)]: 'Board' },
    },
    {
      id: 'first',
      name: 'First',
      publisher: 'Microsoft',
      owner: 'microsoft',
      skuPartNumbers: ['FIRST_PARTY'],
    },
    { id: 'portal', name: 'Portal', publisher: 'Tern', owner: 'isv', assignedBy: 'vendor' },
    {
      id: 'half',
      name: 'Half',
      publisher: 'Tern',
      owner: 'isv',
      assignedBy: 'vendor',
      skuPartNumbers: ['HALF'],
    },
    { id: 'absent', name: 'Absent', publisher: 'Tern', owner: 'isv', skuPartNumbers: ['NOT_BOUGHT'] },
  ],
});

function describe1(changes: OwnedSample, choices: ProductChoices = {}) {
  const [product] = describeProducts([owned(changes)], catalogue, choices, 0);
  return product;
}

test('a SKU of the catalogue gets all that the catalogue knows', () => {
  expect(describe1({})).toEqual({
    key: productKeyOf(skuId),
    name: 'Tern Board',
    publisher: 'Tern',
    classification: { owner: 'isv', because: 'catalogue' },
    coverage: { kind: 'assignable' },
    state: { kind: 'active' },
    nextLifecycleAt: undefined,
    owned: owned(),
    links: { manage: 'https://tern.example/manage' },
    installTarget: { kind: 'teams-app', teamsAppId: 'tern-app' },
    entraAppId: guid(7),
    planNames: { [guid(8)]: 'Board' },
    isHidden: false,
  });
});

test('the id of a SKU goes before its part number', () => {
  expect(describe1({ partNumber: 'FIRST_PARTY' })?.name).toBe('Tern Board');
});

test('a part number is found without regard to case, and Microsoft stays in the list', () => {
  const product = describe1({ skuId: guid(1), partNumber: 'First_Party' });
  expect(product).toMatchObject({
    name: 'First',
    classification: { owner: 'microsoft', because: 'catalogue' },
  });
});

test.each(['CFQ7TTC0KCRG:0001', 'CFQ7TTC0K5DR/0002', 'cfq7ttc0kcrg', 'tern.board-offer.plan_1'])(
  'the part number %s has the shape of a marketplace product',
  (partNumber) => {
    const product = describe1({ skuId: guid(1), partNumber });
    expect(product?.classification).toEqual({ owner: 'isv', because: 'identifier-shape' });
  },
);

test.each(['ZQ7_PRM_AL', 'SOME.THING', 'CFQ8TTC0KCRG', 'a..b.c'])(
  'the part number %s tells nothing',
  (partNumber) => {
    const product = describe1({ skuId: guid(1), partNumber });
    expect(product?.classification).toEqual({ owner: 'unknown', because: 'nothing-known' });
  },
);

test('an unknown SKU is shown under its part number in readable form', () => {
  const product = describe1({ skuId: guid(1), partNumber: 'ZQ7_PRM_AL' });
  expect(product).toMatchObject({
    key: productKeyOf(guid(1)),
    name: 'ZQ7 PRM AL',
    publisher: undefined,
    links: {},
  });
});

test('the admin decides about what nobody knows, before its shape does', () => {
  const unknown = { skuId: guid(1), partNumber: 'a.b.c' };
  expect(describe1(unknown, { [productKeyOf(guid(1))]: 'isv' })).toMatchObject({
    classification: { owner: 'isv', because: 'admin-choice' },
    isHidden: false,
  });
  expect(describe1(unknown, { [productKeyOf(guid(1))]: 'hidden' })).toMatchObject({
    classification: { owner: 'unknown', because: 'admin-choice' },
    isHidden: true,
  });
});

test('a product of nothing but Microsoft’s plans is Microsoft’s; one with a plan of its own is not', () => {
  const [teams, own] = [guid(41), guid(42)];
  const known = { ...catalogue, microsoftPlans: { [teams]: 'Microsoft Teams' } };
  const describePlans = (...ids: string[]) => {
    const plans = ids.map((id) => ({ id, partName: id, isUserScoped: true }));
    const product = owned({ skuId: guid(1), partNumber: 'ZQ7', plans });
    return describeProducts([product], known, {}, 0)[0];
  };
  expect(describePlans(teams)?.classification).toEqual({ owner: 'microsoft', because: 'plans' });
  expect(describePlans(teams, own)?.classification).toEqual({ owner: 'unknown', because: 'nothing-known' });
  expect(describePlans(teams, own)?.planNames).toEqual({ [teams]: 'Microsoft Teams' });
  expect(describePlans()?.classification.owner).toBe('unknown');
});

test('the admin’s own name goes before all others, with a choice or without', () => {
  const key = productKeyOf(guid(1));
  const unknown = { skuId: guid(1), partNumber: 'ZQ7_PRM_AL' };
  const named = describe1(unknown, { [key]: { name: 'Premium' } });
  expect([named?.name, named?.classification.owner]).toEqual(['Premium', 'unknown']);
  const decided = describe1(unknown, { [key]: { name: 'Premium', choice: 'isv' } });
  expect([decided?.name, decided?.classification.owner]).toEqual(['Premium', 'isv']);
});

test('beside the admin’s own name stands the one that comes back without it', () => {
  const chosen = { name: 'Premium' };
  const unknown = { skuId: guid(1), partNumber: 'ZQ7_PRM_AL' };
  expect(describe1(unknown)?.defaultName).toBeUndefined();
  expect(describe1(unknown, { [productKeyOf(guid(1))]: chosen })?.defaultName).toBe('ZQ7 PRM AL');
  const hidden = { [productKeyOf(skuId)]: { ...chosen, choice: 'hidden' } } as const;
  expect(describe1({}, hidden)).toMatchObject({ name: 'Premium', defaultName: 'Tern Board' });
  expect(describeProducts([], catalogue, { 'catalogue:portal': chosen }, 0)).toMatchObject([
    { name: 'Premium', defaultName: 'Portal' },
  ]);
  const unlisted = { ...refOf(40), key: refOf(40).product, assigned: 3 };
  const choices = { [unlisted.key]: chosen };
  const named = (known?: string) => describeUnlisted(unlisted, catalogue, known, choices);
  expect(named('Gull Notes')).toMatchObject({ name: 'Premium', defaultName: 'Gull Notes' });
  expect(named()).toMatchObject({ name: 'Premium', defaultName: guid(40) });
});

test('the admin can hide what the catalogue knows, and the catalogue still tells whose it is', () => {
  expect(describe1({}, { [productKeyOf(skuId)]: 'hidden' })).toMatchObject({
    classification: { owner: 'isv', because: 'catalogue' },
    isHidden: true,
  });
});

test.each([
  [{ isUserScoped: false }, 'organization-wide'],
  [{ capability: 'suspended' }, 'suspended'],
  [{ capability: 'deleted' }, 'deleted'],
  [{ capability: 'locked-out' }, 'locked-out'],
  [{ skuId: guid(1), partNumber: 'HALF' }, 'vendor-assigns'],
  [{ isUnidentified: true, isIncomplete: true }, 'unidentified'],
  [{ isUnidentified: true, capability: 'suspended' }, 'unidentified'],
] as const)('a SKU with %j is visible only: %s', (changes, because) => {
  expect(describe1(changes)?.coverage).toEqual({ kind: 'visible-only', because });
});

test('a product that is suspended or locked has no next renewal', () => {
  const subscriptions = [subscription({ nextLifecycleAt: '2031-01-01T00:00:00Z' })];
  expect(describe1({ subscriptions })?.nextLifecycleAt).toBe('2031-01-01T00:00:00Z');
  for (const capability of ['suspended', 'locked-out', 'deleted'] as const) {
    expect(describe1({ capability, subscriptions })?.nextLifecycleAt).toBeUndefined();
  }
});

test('a SKU in its grace period is still assignable', () => {
  expect(describe1({ capability: 'warning' })?.coverage).toEqual({ kind: 'assignable' });
});

test('what only the vendor assigns is listed last and as not visible; what was never bought is not', () => {
  const products = describeProducts([], catalogue, { 'catalogue:portal': 'hidden' }, 0);
  expect(products).toMatchObject([
    {
      key: 'catalogue:portal',
      name: 'Portal',
      coverage: { kind: 'not-visible', because: 'not-in-graph' },
      owned: undefined,
      isHidden: true,
    },
  ]);
});

test('a product without a SKU is described too, under its plans where it has no part number', () => {
  const base = owned({ plans: [{ id: guid(8), partName: 'TERN_BOARD', isUserScoped: true }] });
  const key = toProductKey('offer', 'G2ALO6SPZNK7:0001');
  const describeAs = (product: OwnedProduct) =>
    describeProducts([product], catalogue, { [key]: 'isv' }, 0)[0];
  const identifiers = { skuId: undefined, partNumber: undefined };
  expect(describeAs({ ...base, key, identifiers })).toMatchObject({
    key,
    name: 'TERN BOARD',
    classification: { owner: 'isv', because: 'admin-choice' },
    coverage: { kind: 'assignable' },
  });
  expect(describeAs({ ...base, key, identifiers, plans: [] })?.name).toBe(key);
});

test('a product that is no longer listed keeps the name that a job knew, unless the catalogue knows it', () => {
  const unlisted = (number: number) => ({ ...refOf(number), key: refOf(number).product, assigned: 3 });
  expect(describeUnlisted(unlisted(40), catalogue, 'Gull Notes')?.name).toBe('Gull Notes');
  expect(describeUnlisted(unlisted(40), catalogue, undefined)?.name).toBe(guid(40));
  const choices = { [productKeyOf(guid(40))]: { choice: 'isv', name: 'Our board' } } as const;
  expect(describeUnlisted(unlisted(40), catalogue, 'Gull Notes', choices)?.name).toBe('Our board');
  expect(describeUnlisted({ ...ref, key: ref.product, assigned: 3 }, catalogue, 'Gull Notes')?.name).toBe(
    'Tern Board',
  );
});
