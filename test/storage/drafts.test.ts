import { draftLifetimeInMs } from '../../src/storage/drafts';
import type { AssignDraft } from '../../src/storage/drafts';
import { ada, bea, draftsKey, setup } from './support/setup';

const draft: AssignDraft = {
  alsoProducts: ['sku:two'],
  principals: [
    {
      kind: 'user',
      id: '10000000-0000-4000-8000-000000000001',
      displayName: 'Ylva Tornberg',
      address: 'ylva.tornberg@wrenfold.example',
    },
  ],
  unresolved: ['Mei; Finance'],
};

describe('drafts', () => {
  test('a draft is there again after a restart, for its product and account only', () => {
    const { open } = setup();
    open().drafts.write('sku:one', draft);
    expect(open().drafts.read('sku:one')).toEqual({ savedAt: '2031-03-01T12:00:00.000Z', ...draft });
    expect(open().drafts.read('sku:two')).toBeUndefined();
    expect(open(bea).drafts.read('sku:one')).toBeUndefined();
  });

  test('a draft replaces the one before, and can be removed', () => {
    const { open } = setup();
    const { drafts } = open();
    drafts.write('sku:one', draft);
    drafts.write('sku:one', { ...draft, unresolved: [] });
    expect(drafts.read('sku:one')?.unresolved).toEqual([]);
    drafts.write('sku:one', undefined);
    expect(open().drafts.read('sku:one')).toBeUndefined();
  });

  test('a draft ends a day after it was kept, and is deleted at the next start', () => {
    const { open, browser, pass } = setup();
    const { drafts } = open();
    drafts.write('sku:one', draft);
    pass(draftLifetimeInMs - 1);
    expect(open().drafts.read('sku:one')).toBeDefined();
    pass(1);
    expect(drafts.read('sku:one')).toBeUndefined();
    open();
    expect(browser.local.has(draftsKey)).toBe(false);
  });

  test('a draft that is kept later leaves only those behind that have not ended', () => {
    const { open, pass } = setup();
    const { drafts } = open();
    drafts.write('sku:one', draft);
    pass(draftLifetimeInMs / 2);
    drafts.write('sku:two', draft);
    pass(draftLifetimeInMs / 2);
    drafts.write('sku:three', draft);
    expect(Object.keys(drafts.stored.read())).toEqual(['sku:two', 'sku:three']);
  });

  test('product keys of before are read under their name of today', () => {
    const { open } = setup();
    const options = { method: { kind: 'direct' }, stopsWithoutSeats: true } as const;
    open().drafts.write('ONE', {
      ...draft,
      alsoProducts: ['TWO'],
      options: { ...options, disabledPlanIds: { ONE: ['plan'] }, chosenPools: { ONE: 'allotment:A' } },
    });
    const renamed = open(ada, (key) => key.toLowerCase()).drafts.read('one');
    expect(renamed?.alsoProducts).toEqual(['two']);
    expect(renamed?.options).toEqual({
      ...options,
      disabledPlanIds: { one: ['plan'] },
      chosenPools: { one: 'allotment:A' },
    });
  });
});
