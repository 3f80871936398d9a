import { ada, adasKey, bea, setup } from './support/setup';

const first = '0a1b2c3d-0000-4000-8000-00000000000A';
const second = '0a1b2c3d-0000-4000-8000-00000000000B';
/** As it is found in browsers: one entry a tenant, without an envelope. */
const recorded = `{"${first}":"isv","${second}":"hidden","catalogue:x":"hidden"}`;
const tenantKey = 'isv-licenses.choices.tenant-1';
/** As product keys are going to be. */
const toProductKey = (key: string): string => (key.includes(':') ? key : `sku:${key.toLowerCase()}`);

const written = (entries: object, version = 1): string =>
  JSON.stringify({ version, savedAt: '2031-02-01T00:00:00.000Z', entries });

describe('decisions', () => {
  test('a decision is there again after a restart, for its own account and tenant only', () => {
    const { open } = setup();
    open().decisions.write('sku', 'isv');
    expect(open().decisions.read()).toEqual({ sku: 'isv' });
    expect(open(bea).decisions.read()).toEqual({});
    expect(open({ ...ada, tenantId: 'tenant-2' }).decisions.read()).toEqual({});
  });

  test('a name stands beside the choice, and each can be removed without the other', () => {
    const { open } = setup();
    const { decisions } = open();
    decisions.rename('sku', 'Premium');
    expect(open().decisions.read()).toEqual({ sku: { name: 'Premium' } });
    decisions.write('sku', 'isv');
    expect(open().decisions.read()).toEqual({ sku: { choice: 'isv', name: 'Premium' } });
    decisions.write('sku', undefined);
    expect(open().decisions.read()).toEqual({ sku: { name: 'Premium' } });
    decisions.write('sku', 'hidden');
    decisions.rename('sku', undefined);
    expect(open().decisions.read()).toEqual({ sku: 'hidden' });
    expect(open(bea).decisions.read()).toEqual({});
  });

  test('a decision can be removed, and listeners are notified of each change until they stop', () => {
    const { decisions } = setup().open();
    let calls = 0;
    const stop = decisions.subscribe(() => (calls += 1));
    decisions.write('sku', 'hidden');
    decisions.write('sku', undefined);
    stop();
    decisions.write('other', 'isv');
    expect(calls).toBe(2);
    expect(decisions.read()).toEqual({ other: 'isv' });
  });

  test('what is read keeps its identity until something changes', () => {
    const { decisions } = setup().open();
    expect(decisions.read()).toBe(decisions.read());
    decisions.write('sku', 'isv');
    expect(decisions.read()).toBe(decisions.read());
  });

  test('the last decision takes its entry along', () => {
    const { open, browser } = setup();
    const { decisions } = open();
    decisions.write('sku', 'isv');
    decisions.write('sku', undefined);
    expect([...browser.local.keys()]).toEqual([]);
  });

  test('what another tab decides is seen here, and neither tab overwrites the other', () => {
    const { open } = setup();
    const [here, there] = [open(), open()];
    let calls = 0;
    here.decisions.subscribe(() => (calls += 1));
    there.decisions.write('a', 'isv');
    expect(here.decisions.read()).toEqual({ a: 'isv' });
    here.decisions.write('b', 'hidden');
    expect(there.decisions.read()).toEqual({ a: 'isv', b: 'hidden' });
    expect(calls).toBe(2);
  });

  test('keys of before are read under their name of today, and the later decision wins', () => {
    const { open } = setup({ [adasKey]: written({ [first]: 'isv', 'catalogue:x': 'hidden' }) });
    expect(open(ada, toProductKey).decisions.read()).toEqual({
      [`sku:${first.toLowerCase()}`]: 'isv',
      'catalogue:x': 'hidden',
    });
    const both = written({ [`sku:${first.toLowerCase()}`]: 'hidden', [first]: 'isv' });
    expect(
      setup({ [adasKey]: both })
        .open(ada, toProductKey)
        .decisions.read(),
    ).toEqual({
      [`sku:${first.toLowerCase()}`]: 'hidden',
    });
  });

  test.each(['full', 'blocked'] as const)(
    'where the storage is %s, decisions last until the tab closes',
    (access) => {
      const { open, browser } = setup();
      browser.setAccess(access);
      const { decisions, data } = open();
      let calls = 0;
      decisions.subscribe(() => (calls += 1));
      decisions.write('sku', 'isv');
      decisions.write('other', 'hidden');
      expect(decisions.read()).toEqual({ sku: 'isv', other: 'hidden' });
      expect(calls).toBe(2);
      expect(data.state()).toBe(access);
      data.deleteAll();
      expect(decisions.read()).toEqual({});
    },
  );

  test('decisions that found no room are stored with the next one that does', () => {
    const { open, browser } = setup();
    const { decisions } = open();
    browser.setAccess('full');
    decisions.write('a', 'isv');
    browser.setAccess('open');
    decisions.write('b', 'isv');
    expect(open().decisions.read()).toEqual({ a: 'isv', b: 'isv' });
  });
});

describe('decisions of earlier versions, one entry a tenant', () => {
  test('are copied to each account of the tenant, under keys of today', () => {
    const { open, browser } = setup({ [tenantKey]: recorded });
    const copied = {
      [`sku:${first.toLowerCase()}`]: 'isv',
      [`sku:${second.toLowerCase()}`]: 'hidden',
      'catalogue:x': 'hidden',
    };
    expect(open(ada, toProductKey).decisions.read()).toEqual(copied);
    expect(browser.local.get(tenantKey)).toBe(recorded);
    // Who opens the app first may be an everyday account without a role, which must not take them from the admin.
    expect(open(bea, toProductKey).decisions.read()).toEqual(copied);
  });

  test('are copied once, so that a decision that an account removed stays removed', () => {
    const { open } = setup({ [tenantKey]: recorded });
    const { decisions } = open(ada, toProductKey);
    for (const key of Object.keys(decisions.read())) decisions.write(key, undefined);
    expect(open(ada, toProductKey).decisions.read()).toEqual({});
  });

  test('are listed until everything is deleted, and do not come back then', () => {
    const { open, browser } = setup({ [tenantKey]: recorded });
    const { data } = open(ada, toProductKey);
    expect(data.list()).toContainEqual(
      expect.objectContaining({ kind: 'earlier-decisions', keptFor: 'tenant' }),
    );
    data.deleteAll();
    expect([...browser.local.keys()]).toEqual([]);
    expect(open(ada, toProductKey).decisions.read()).toEqual({});
  });

  test('are found however the tenant id was spelled, and never in another tenant', () => {
    const { open, browser } = setup({ 'isv-licenses.choices.TENANT-1': recorded });
    expect(open({ ...ada, tenantId: 'tenant-2' }).decisions.read()).toEqual({});
    expect(browser.local.size).toBe(1);
    expect(open().decisions.read()).toHaveProperty('catalogue:x', 'hidden');
  });

  test('replace none of the account’s own', () => {
    const { open } = setup({ [tenantKey]: recorded, [adasKey]: written({ 'catalogue:x': 'isv' }) });
    expect(open().decisions.read()).toEqual({ [first]: 'isv', [second]: 'hidden', 'catalogue:x': 'isv' });
  });

  test('are copied again until the copy is stored', () => {
    const { open, browser } = setup({ [tenantKey]: recorded });
    browser.setAccess('full');
    expect(open().decisions.read()).toHaveProperty('catalogue:x', 'hidden');
    browser.setAccess('open');
    open();
    expect(browser.local.has(adasKey)).toBe(true);
    expect(open().decisions.read()).toHaveProperty('catalogue:x', 'hidden');
  });

  test('stay where they are, and are told of, where they cannot be read', () => {
    const { open, browser } = setup({ [tenantKey]: '{"x":"maybe"}' });
    const { decisions, data } = open();
    expect(decisions.read()).toEqual({});
    expect(browser.local.get(tenantKey)).toBe('{"x":"maybe"}');
    expect(data.list()).toEqual([expect.objectContaining({ kind: 'damaged', keptFor: 'tenant' })]);
  });
});

describe('an entry that cannot be read', () => {
  const newer = written({ sku: { decision: 'isv' } }, 2);

  test.each([
    ['{', 'damaged'],
    ['[]', 'damaged'],
    ['null', 'damaged'],
    [written({ sku: 'maybe' }), 'damaged'],
    [written({ sku: 'isv' }).replace('savedAt', 'at'), 'damaged'],
    [newer, 'newer'],
  ])(
    '%s counts as no decision, is told of, and is set aside before another takes its place',
    (text, kind) => {
      const { open, browser } = setup({ [adasKey]: text });
      const { decisions, data } = open();
      expect(decisions.read()).toEqual({});
      expect(data.list()).toEqual([expect.objectContaining({ kind, keptFor: 'account' })]);
      expect(browser.local.get(adasKey)).toBe(text);
      decisions.write('other', 'isv');
      expect(open().decisions.read()).toEqual({ other: 'isv' });
      expect([...browser.local.values()]).toContain(text);
      expect(data.list().map((item) => item.kind)).toEqual(['decisions', kind]);
    },
  );

  test('is not overwritten where there is no room to set it aside', () => {
    const { open, browser } = setup({ [adasKey]: newer });
    const { decisions } = open();
    browser.setAccess('full');
    decisions.write('other', 'isv');
    expect(decisions.read()).toEqual({ other: 'isv' });
    expect(browser.local.get(adasKey)).toBe(newer);
  });

  test('comes back once the app can read it again', () => {
    const readable = written({ sku: 'hidden', other: 'hidden' });
    const { open, browser } = setup({
      [adasKey]: written({ other: 'isv' }),
      'isv-licenses.aside.1900000000000.decisions.tenant-1.ada': readable,
    });
    expect(open().decisions.read()).toEqual({ sku: 'hidden', other: 'isv' });
    expect([...browser.local.keys()]).toEqual([adasKey]);
  });
});
