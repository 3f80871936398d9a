import { parseExport } from '../../src/storage/exportFile';
import { quotaKey } from '../../src/storage/storageKeys';
import { ada, adasKey, bea, setup, startedAt } from './support/setup';

const draft = { alsoProducts: [], principals: [], unresolved: ['Mei'] };

/** An export whose fields a test can replace. */
const file = (over: object = {}): string =>
  JSON.stringify({
    format: 'isv-licenses-export',
    version: 1,
    exportedAt: '2031-02-01T00:00:00.000Z',
    tenantId: 'tenant-1',
    accountId: 'bea',
    decisions: { a: 'isv', b: 'hidden', c: 'isv' },
    drafts: {},
    unreadable: [],
    ...over,
  });

describe('the list of what is kept', () => {
  test('says what, for whom, how large, since when and until when', () => {
    const { open, browser } = setup({ [quotaKey('tenant-1')]: '{}' });
    browser.session.set('token', '1234');
    open(bea).decisions.write('a', 'isv');
    const { decisions, drafts, data } = open();
    decisions.write('a', 'isv');
    decisions.write('b', 'hidden');
    drafts.write('a', draft);
    const size = (key: string): number => key.length + (browser.local.get(key) ?? '').length;
    expect(data.list()).toEqual([
      {
        id: 'decisions',
        kind: 'decisions',
        keptFor: 'account',
        count: 2,
        sizeInBytes: size(adasKey),
        savedAt: startedAt,
        lifetime: { kind: 'until-deleted' },
      },
      expect.objectContaining({
        kind: 'drafts',
        count: 1,
        lifetime: { kind: 'until', endsAt: startedAt + 24 * 60 * 60_000 },
      }),
      expect.objectContaining({ kind: 'quota', keptFor: 'tenant', sizeInBytes: size(quotaKey('tenant-1')) }),
      expect.objectContaining({ kind: 'others', keptFor: 'others', count: 1 }),
      expect.objectContaining({ kind: 'session', sizeInBytes: 9, lifetime: { kind: 'tab' } }),
    ]);
  });

  test('counts bytes and not characters', () => {
    const { browser, open } = setup();
    browser.session.set('å', 'ö');
    expect(open().data.list()[0]?.sizeInBytes).toBe(4);
  });

  test('says of what found no room that it ends with the tab', () => {
    const { open, browser } = setup();
    const { decisions, data } = open();
    browser.setAccess('full');
    decisions.write('a', 'isv');
    expect(data.list()).toEqual([
      expect.objectContaining({ kind: 'decisions', lifetime: { kind: 'tab' }, savedAt: undefined }),
    ]);
  });

  test('is empty, and no failure, where the browser blocks storage', () => {
    const { open, browser } = setup({ [adasKey]: '{' });
    browser.setAccess('blocked');
    const { data } = open();
    expect(data.list()).toEqual([]);
    expect(data.state()).toBe('blocked');
  });

  test('tells of entries by a name that this version does not know', () => {
    const { open } = setup({
      'isv-licenses.prices.tenant-1.ada': '{}',
      'isv-licenses.prices.tenant-1.bea': '{}',
      'other-app.decisions': '{}',
    });
    expect(
      open()
        .data.list()
        .map(({ kind }) => kind),
    ).toEqual(['newer', 'others']);
  });

  test('changes of this tab and of others notify listeners, those of the request limit do not', () => {
    const { open, browser } = setup();
    const { data, decisions } = open();
    const other = open();
    let calls = 0;
    const stop = data.subscribe(() => (calls += 1));
    browser.openTab().write(quotaKey('tenant-1'), '{}');
    expect(calls).toBe(0);
    other.decisions.write('a', 'isv');
    expect(calls).toBeGreaterThan(0);
    const before = calls;
    decisions.write('b', 'isv');
    expect(calls).toBeGreaterThan(before);
    stop();
    const last = calls;
    decisions.write('c', 'isv');
    expect(calls).toBe(last);
  });
});

describe('export and import', () => {
  test('what is exported is there again after everything was deleted', () => {
    const { open } = setup();
    const { decisions, drafts, data } = open();
    decisions.write('a', 'isv');
    drafts.write('b', draft);
    const text = data.exportText();
    data.deleteAll();
    const preview = data.previewImport(text);
    if (preview.kind !== 'ready') throw new Error(preview.problem.code);
    data.applyImport(preview.contents);
    expect(decisions.read()).toEqual({ a: 'isv' });
    expect(drafts.read('b')).toEqual({ savedAt: '2031-03-01T12:00:00.000Z', ...draft });
  });

  test('an export is indented JSON that holds nothing of other accounts, and what cannot be read word for word', () => {
    const { open } = setup({ [adasKey]: '{' });
    open(bea).decisions.write('secret', 'hidden');
    const text = open().data.exportText();
    expect(text).toContain('\n  "format": "isv-licenses-export",\n  "version": 1,\n');
    expect(text).not.toContain('secret');
    expect(JSON.parse(text)).toMatchObject({ unreadable: [{ key: adasKey, text: '{' }] });
  });

  test('a preview says what would be added and replaced, and changes nothing', () => {
    const { open } = setup();
    const { decisions, data } = open();
    decisions.write('b', 'isv');
    decisions.write('c', 'isv');
    decisions.write('mine', 'hidden');
    const preview = data.previewImport(file());
    expect(preview).toMatchObject({
      kind: 'ready',
      decisions: { added: ['a'], replaced: [{ key: 'b', before: 'isv', after: 'hidden' }], unchanged: 1 },
    });
    expect(decisions.read()).toEqual({ b: 'isv', c: 'isv', mine: 'hidden' });
    if (preview.kind === 'ready') data.applyImport(preview.contents);
    expect(decisions.read()).toEqual({ a: 'isv', b: 'hidden', c: 'isv', mine: 'hidden' });
  });

  test('keys of before are imported under their name of today, and drafts that ended are not', () => {
    const drafts = { OLD: { savedAt: '2031-02-01T00:00:00.000Z', ...draft } };
    const preview = setup()
      .open(ada, (key) => key.toLowerCase())
      .data.previewImport(file({ decisions: { A: 'isv' }, drafts }));
    expect(preview).toMatchObject({ contents: { decisions: { a: 'isv' }, drafts: {} } });
  });

  test.each([
    ['{', { code: 'not-json' }],
    ['', { code: 'not-json' }],
    ['[1]', { code: 'other-file' }],
    ['{"format":"another"}', { code: 'other-file' }],
    [file({ version: 2 }), { code: 'newer-version' }],
    [file({ tenantId: 'tenant-2' }), { code: 'other-tenant' }],
    [file({ decisions: { a: 'maybe', b: 'isv' } }), { code: 'invalid', places: ['decisions.a'] }],
    [file({ drafts: { a: { savedAt: 'x' } }, more: 1 }), { code: 'invalid' }],
    [file({ decisions: 'x'.repeat(5_000_000) }), { code: 'too-large' }],
  ])('a file that is not valid is refused with the reason', (text, problem) => {
    const { open } = setup();
    expect(open().data.previewImport(text)).toMatchObject({ kind: 'refused', problem });
  });

  test('at most ten places of a refused file are named', () => {
    const decisions = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`k${index}`, 'maybe']));
    const parsed = parseExport(file({ decisions }), { owner: ada, migrateKey: (key) => key, now: startedAt });
    expect(parsed).toMatchObject({ problem: { places: { length: 10 } } });
  });
});

describe('deleting everything', () => {
  test('leaves nothing of the account, its tenant and the tab, and everything of others', () => {
    const { open, browser } = setup({
      [adasKey]: '{',
      'isv-licenses.choices.tenant-1': 'damaged',
      [quotaKey('tenant-1')]: '{}',
      [quotaKey(undefined)]: '{}',
      [quotaKey('tenant-2')]: '{}',
      'other-app': 'x',
    });
    browser.session.set('token', 'x');
    open(bea).decisions.write('a', 'isv');
    const { decisions, drafts, data } = open();
    decisions.write('a', 'isv');
    drafts.write('a', draft);
    data.deleteAll();
    expect([...browser.local.keys()].sort()).toEqual(
      ['isv-licenses.decisions.tenant-1.bea', quotaKey('tenant-2'), 'other-app'].sort(),
    );
    expect(browser.session.size).toBe(0);
    expect(decisions.read()).toEqual({});
    expect(drafts.read('a')).toBeUndefined();
  });

  test('is seen by the other tabs', () => {
    const { open } = setup();
    const [here, there] = [open(), open()];
    here.decisions.write('a', 'isv');
    here.data.deleteAll();
    expect(there.decisions.read()).toEqual({});
  });
});
