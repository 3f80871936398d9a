// cspell:ignore anber Åström astrom Jürgen Jurgen Juergen
import type { Match, MatchEntry, MatchProgress } from '../../../src/directory/types';
import { createDirectory } from '../../../src/directory/createDirectory';
import { matchRequests } from '../../../src/directory/matching/matchRequests';
import { manualClock } from '../../base/manualClock';
import { answer } from '../../http/answers';
import { collection, fakeGraph, guid } from '../fakeGraph';

interface Row {
  readonly id: string;
  readonly displayName: string;
  readonly mail: string | null;
  readonly userPrincipalName?: string;
  readonly proxyAddresses?: readonly string[];
  readonly otherMails?: readonly string[];
  readonly givenName?: string;
  readonly surname?: string;
  readonly mailNickname?: string;
  readonly employeeId?: string;
  readonly onPremisesSamAccountName?: string;
  readonly onPremisesDomainName?: string;
}

const row = (n: number): Row => ({
  id: guid(n),
  displayName: `Person ${n}`,
  mail: n % 2 ? `person${n}@tenant.example` : null,
  userPrincipalName: `p${n}@tenant.example`,
});
const range = (length: number): number[] => Array.from({ length }, (_, index) => index + 1);
const address = (text: string): MatchEntry => ({ kind: 'address', text });
const matched = (id: string) => ({ kind: 'matched', principal: { id } });

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');

function searched(rows: readonly Row[], search: string): readonly Row[] {
  const clauses = [...search.matchAll(/"displayName:([^"]*)"/g)].map(([, term = '']) => term.split(' '));
  expect(clauses.length).toBeLessThanOrEqual(15);
  return rows.filter(({ displayName }) => {
    const words = plain(displayName).split(/[^a-z0-9]+/);
    return clauses.some((terms) => terms.every((term) => words.some((word) => word.startsWith(term))));
  });
}

function beginsAsAsked(one: Row, filter: string): boolean {
  const comparisons = [...filter.matchAll(/startswith\((\w+),'([^']*)'\)/g)];
  expect(comparisons.length).toBeLessThanOrEqual(15);
  return comparisons.some(([, property = '', text = '']) => {
    const value = one[property as keyof Row];
    return typeof value === 'string' && plain(value).startsWith(text);
  });
}

/** A service that knows `in` filters, searches of names, counts and pages of 999. */
function setup({
  users = range(30).map(row),
  groups = [] as readonly Row[],
  /** A text that makes the service refuse the whole filter. */
  poison = '\u0000',
  isSearchBroken = false,
} = {}) {
  const list = (rows: readonly Row[]) => (url: URL) => {
    const { searchParams } = url;
    const filter = searchParams.get('$filter');
    const search = searchParams.get('$search');
    if (search !== null) {
      if (isSearchBroken) return answer(503);
      return search.includes(poison) ? answer(400) : collection(searched(rows, search));
    }
    if (filter === null) {
      const from = Number(searchParams.get('$skiptoken'));
      const next = `${url.origin}${url.pathname}?$skiptoken=${from + 999}`;
      const value = rows.slice(from, from + 999);
      return answer(200, from + 999 < rows.length ? { value, '@odata.nextLink': next } : { value });
    }
    if (filter.includes(poison)) return answer(400);
    if (filter.startsWith('startswith(')) {
      const begun = rows.filter((one) => beginsAsAsked(one, filter));
      return collection(begun.slice(0, Number(searchParams.get('$top'))));
    }
    const [, property = ''] = /^(\w+)(?: in \(|\/any\(x:x eq ')/.exec(filter) ?? [];
    const wanted = [...filter.matchAll(/'((?:[^']|'')*)'/g)].map(([, value = '']) =>
      value.replaceAll("''", "'").toLowerCase(),
    );
    expect(wanted.length).toBeLessThanOrEqual(15);
    return collection(
      rows.filter((one) =>
        [one[property as keyof Row] ?? []].flat().some((value) => wanted.includes(value.toLowerCase())),
      ),
    );
  };
  const clock = manualClock({ isInstant: true });
  const { graph, sent } = fakeGraph(
    {
      '/users': list(users),
      '/groups': list(groups),
      '/users/$count': () => answer(200, String(users.length)),
      '/groups/$count': () => answer(200, String(groups.length)),
    },
    clock,
  );
  const reported: MatchProgress[] = [];
  const directory = createDirectory(graph, { clock });
  return {
    match: (entries: readonly MatchEntry[], signal?: AbortSignal): Promise<readonly Match[]> =>
      directory.match(entries, { onProgress: (progress) => reported.push(progress), signal }),
    sent,
    reported,
  };
}

test('a short list is looked up by exact filters that read no index', async () => {
  const { match, sent } = setup();
  const entries: MatchEntry[] = [
    address('PERSON1@tenant.example'),
    address('p2@tenant.example'),
    { kind: 'object-id', text: guid(3) },
    { kind: 'display-name', text: 'Person 4' },
  ];
  await expect(match(entries)).resolves.toMatchObject([1, 2, 3, 4].map((n) => matched(guid(n))));
  expect(sent.map(({ headers }) => headers['consistencylevel'])).not.toContain('eventual');
  expect(sent).toHaveLength(5);
});

test('groups are asked for what no person bears', async () => {
  const team = { id: guid(90), displayName: 'Team', mail: 'team@tenant.example' };
  const { match, sent } = setup({ groups: [team] });
  const found = await match([
    address('team@tenant.example'),
    address('person1@tenant.example'),
    { kind: 'object-id', text: guid(90) },
  ]);
  expect(found).toMatchObject([matched(guid(90)), matched(guid(1)), { kind: 'duplicate', of: 0 }]);
  const asked = sent.map(({ url }) => new URL(url)).filter(({ pathname }) => pathname === '/v1.0/groups');
  expect(asked.map(({ searchParams }) => searchParams.get('$filter'))).toEqual([
    `id in ('${guid(90)}')`,
    "mail in ('team@tenant.example')",
  ]);
});

test("an address that is nobody's first one is found among further ones", async () => {
  const alias = {
    ...row(1),
    proxyAddresses: ['SMTP:person1@tenant.example', 'smtp:Old.Name@tenant.example'],
  };
  const guest = { ...row(2), otherMails: ['guest@elsewhere.example'] };
  const team = {
    id: guid(90),
    displayName: 'Team',
    mail: 'team@tenant.example',
    proxyAddresses: ['smtp:crew@x.example'],
  };
  const { match, sent } = setup({ users: [alias, guest], groups: [team] });
  const entries = ['old.name@TENANT.example', 'guest@elsewhere.example', 'crew@x.example'].map(address);
  await expect(match(entries)).resolves.toMatchObject([
    matched(guid(1)),
    matched(guid(2)),
    matched(guid(90)),
  ]);
  expect(sent).toHaveLength(matchRequests(entries, 2));
});

test("an address that several have besides their first is nobody's until a person decides", async () => {
  const shared = 'home@elsewhere.example';
  const { match } = setup({
    users: [
      { ...row(1), otherMails: [shared] },
      { ...row(2), proxyAddresses: [`smtp:${shared}`] },
    ],
  });
  await expect(match([address(shared)])).resolves.toMatchObject([
    { kind: 'ambiguous', candidates: [{ id: guid(1) }, { id: guid(2) }].reverse() },
  ]);
});

test('the one whose first address it is comes before those who have it besides', async () => {
  const { match, sent } = setup({ users: [row(1), { ...row(2), otherMails: ['person1@tenant.example'] }] });
  await expect(match([address('person1@tenant.example')])).resolves.toMatchObject([matched(guid(1))]);
  expect(sent).toHaveLength(2);
});

test('accounts of an on-premises directory and employee IDs are found, the former by an advanced query', async () => {
  const { match, sent } = setup({
    users: [
      { ...row(1), onPremisesSamAccountName: 'anber', onPremisesDomainName: 'contoso.example' },
      { ...row(2), employeeId: 'E0042' },
      { ...row(3), onPremisesSamAccountName: 'anna' },
      { ...row(4), onPremisesSamAccountName: 'kli0123' },
    ],
  });
  const found = await match([
    { kind: 'account', text: 'CONTOSO\\AnBer' },
    { kind: 'employee-id', text: 'e0042' },
    // A word of letters that is no name: the person decides; with digits it is no first name.
    { kind: 'display-name', text: 'Anna' },
    { kind: 'display-name', text: 'kli0123' },
    { kind: 'display-name', text: 'E0042' },
  ]);
  expect(found).toMatchObject([
    matched(guid(1)),
    matched(guid(2)),
    { kind: 'ambiguous', candidates: [{ id: guid(3) }] },
    matched(guid(4)),
    { kind: 'duplicate', of: 1 },
  ]);
  const advanced = sent.filter(({ headers }) => headers['consistencylevel'] === 'eventual');
  expect(advanced.map(({ url }) => new URL(url).searchParams.get('$filter'))).toEqual([
    "onPremisesSamAccountName in ('AnBer')",
    "onPremisesSamAccountName in ('Anna','kli0123')",
  ]);
});

test('an account is matched in its own domain, and asked about in another one or an unknown one', async () => {
  const { match } = setup({
    users: [
      { ...row(1), onPremisesSamAccountName: 'anna', onPremisesDomainName: 'corp.contoso.example' },
      { ...row(2), onPremisesSamAccountName: 'anna', onPremisesDomainName: 'longer-than-netbios.example' },
      { ...row(3), onPremisesSamAccountName: 'bo', onPremisesDomainName: 'corp.contoso.example' },
      { ...row(4), onPremisesSamAccountName: 'eva' },
    ],
  });
  const account = (text: string): MatchEntry => ({ kind: 'account', text });
  const entries = [
    'CORP\\anna',
    'corp.contoso.example\\Bo',
    'LONGER-THAN-NET\\anna',
    'FABRIKAM\\bo',
    'contoso.example\\bo',
    'CORP\\eva',
    'eva',
  ].map(account);
  const asked = (n: number) => ({ kind: 'ambiguous', candidates: [{ id: guid(n) }] });
  await expect(match(entries)).resolves.toMatchObject([
    matched(guid(1)),
    matched(guid(3)),
    matched(guid(2)),
    asked(3),
    asked(3),
    asked(4),
    matched(guid(4)),
  ]);
});

test('a number alone is asked about, also where it is an employee ID of one person', async () => {
  const { match } = setup({ users: [{ ...row(1), employeeId: '2024' }] });
  await expect(
    match([
      { kind: 'display-name', text: '2024' },
      { kind: 'employee-id', text: '2024' },
    ]),
  ).resolves.toMatchObject([{ kind: 'ambiguous', candidates: [{ id: guid(1) }] }, matched(guid(1))]);
});

test.each([
  'CN=Anna Berg,OU=Staff,DC=contoso,DC=example',
  'S-1-5-21-1004336348-1177238915',
  '/o=First/ou=Ex/cn=anna',
  '+46 70 123 45 67',
])('what Graph cannot look up is said to be so: %s', async (text) => {
  const { match, sent } = setup();
  await expect(match([{ kind: 'display-name', text }])).resolves.toEqual([
    { kind: 'unknown', why: 'cannot-be-looked-up' },
  ]);
  expect(sent).toEqual([]);
});

test('quotes are doubled, and the bearer is found', async () => {
  const { match } = setup({
    users: [{ ...row(1), displayName: "Pat O'Brien", mail: "o'brien@tenant.example" }],
  });
  const entries: MatchEntry[] = [
    address("o'brien@tenant.example"),
    { kind: 'display-name', text: "pat o'brien" },
  ];
  await expect(match(entries)).resolves.toMatchObject([matched(guid(1)), { kind: 'duplicate', of: 0 }]);
});

test('a text that the service refuses is nobody and keeps nobody else from being found', async () => {
  const { match } = setup({ poison: 'p7@tenant.example' });
  const found = await match(range(15).map((n) => address(`p${n}@tenant.example`)));
  expect(found.map(({ kind }) => kind)).toEqual(range(15).map((n) => (n === 7 ? 'unknown' : 'matched')));
});

test('the entries of a middling list take as many requests as is said', async () => {
  const { match, sent } = setup();
  const entries = range(60).map((n) => address(`nobody${n}@tenant.example`));
  const found = await match(entries);
  expect(found.every(({ kind }) => kind === 'unknown')).toBe(true);
  expect(sent).toHaveLength(matchRequests(entries, 30));
});

test('progress ends with the last look-up, not before further addresses are looked up', async () => {
  const { match, sent, reported } = setup();
  await match(range(60).map((n) => address(`nobody${n}@tenant.example`)));
  const asked = reported.map((each) => each.asked);
  expect(asked).toEqual([...asked].sort((a, b) => a - b));
  // The last two: the answer of the last look-up, and the end.
  expect(asked.indexOf(60)).toBe(asked.length - 2);
  expect(asked).toHaveLength(sent.length + 1);
});

test('a long list is found by reading everybody once', async () => {
  const { match, sent, reported } = setup({ users: range(2_500).map(row) });
  const entries = [
    ...range(2_500).map((n) => address(`P${n}@tenant.example`)),
    { kind: 'object-id', text: guid(1) } as const,
    address('nobody@tenant.example'),
  ];
  const found = await match(entries);
  expect(found.slice(0, 2_500)).toMatchObject(range(2_500).map((n) => matched(guid(n))));
  expect(found.slice(2_500)).toEqual([
    { kind: 'duplicate', of: 0 },
    { kind: 'unknown', why: 'not-found' },
  ]);
  expect(sent).toHaveLength(matchRequests(entries, 2_500));
  expect(sent).toHaveLength(2 + 3 + 1);
  expect(reported.map(({ all }) => all)).toEqual(reported.map(() => entries.length));
  expect(reported.map(({ asked }) => asked)).toEqual(
    [...reported.map(({ asked }) => asked)].sort((a, b) => a - b),
  );
  expect(reported.at(-1)).toEqual({ asked: 2_502, all: 2_502 });
});

test('a few people of a large tenant are looked up and the rest is not read', async () => {
  const { match, sent } = setup({ users: range(30_000).map(row) });
  const found = await match(range(105).map((n) => address(`p${n}@tenant.example`)));
  expect(found.every(({ kind }) => kind === 'matched')).toBe(true);
  // All of them are people, so that no group and no further address is asked for.
  expect(sent).toHaveLength(2 + 7 + 7);
});

test('nothing that has the wrong shape is asked for', async () => {
  const { match, sent } = setup();
  await expect(match([address('nobody'), { kind: 'object-id', text: '42' }])).resolves.toEqual([
    { kind: 'unknown', why: 'not-an-id' },
    { kind: 'unknown', why: 'not-an-id' },
  ]);
  await expect(match([])).resolves.toEqual([]);
  expect(sent).toEqual([]);
});

test('matching can be stopped', async () => {
  const { match } = setup();
  const stop = new AbortController();
  stop.abort();
  await expect(match([address('p1@tenant.example')], stop.signal)).rejects.toMatchObject({
    code: 'cancelled',
  });
});

const björn = { ...row(1), displayName: 'Björn Åström' };
const jürgen = { ...row(2), displayName: 'Jürgen Weiss' };
const byName = (text: string): MatchEntry => ({ kind: 'display-name', text });
const searchesOf = (sent: readonly { readonly url: string }[]) =>
  sent.flatMap(({ url }) => new URL(url).searchParams.get('$search') ?? []);

test('for a name that nobody has, those with similar names are searched and offered', async () => {
  const { match, sent } = setup({ users: [björn, jürgen, row(3)] });
  const entries = ['Astrom, Bjorn', 'JUERGEN Weiss', 'Nobody Else', 'Person 3'].map(byName);
  const found = await match(entries);
  expect(found).toMatchObject([
    { kind: 'ambiguous', similarity: 'spelling', candidates: [{ id: guid(1) }] },
    { kind: 'ambiguous', similarity: 'spelling', candidates: [{ id: guid(2) }] },
    { kind: 'unknown', why: 'not-found' },
    matched(guid(3)),
  ]);
  expect(searchesOf(sent)).toHaveLength(2);
  expect(searchesOf(sent)[0]).toBe(
    '"displayName:astrom bjorn" OR "displayName:juergen weiss" OR "displayName:jurgen weiss" OR "displayName:nobody else"',
  );
  expect(sent).toHaveLength(matchRequests(entries, 3));
});

test('for a single word, people and groups whose names or nicknames begin with it are offered, six at most', async () => {
  const users = [
    { ...row(1), displayName: 'Weiss, Jürgen', givenName: 'Jürgen', surname: 'Weiss' },
    { ...row(2), displayName: 'Jan Smith', mailNickname: 'jsmith' },
    ...range(10).map((n) => ({ ...row(n + 10), displayName: `Anna ${n}`, givenName: 'Anna' })),
  ];
  const { match, sent } = setup({ users, groups: [{ ...row(90), displayName: 'Sales Team' }] });
  const entries = ['Jurgen', 'juergen', 'JSmi', 'anna', 'sales', '1001', 'x', 'Unheard'].map(byName);
  const found = await match(entries);
  const offered = (...ids: readonly number[]) => ({
    kind: 'ambiguous',
    similarity: 'beginning',
    candidates: ids.map((n) => ({ id: guid(n) })),
  });
  expect(found[0]).not.toHaveProperty('hasMore');
  expect(found.slice(0, 3)).toMatchObject([offered(1), offered(1), offered(2)]);
  expect(found[3]).toMatchObject({ similarity: 'beginning', hasMore: true });
  expect(found[3]?.kind === 'ambiguous' && found[3].candidates).toHaveLength(6);
  expect(found.slice(4)).toEqual([
    expect.objectContaining({ similarity: 'beginning' }),
    ...[5, 6, 7].map(() => ({ kind: 'unknown', why: 'not-found' })),
  ]);
  // Two searches for each word of letters but the single letter; nothing is searched for a number.
  expect(sent).toHaveLength(2 + 2 + 2 * 6);
  expect(matchRequests(entries, 13)).toBe(sent.length);
});

test('of many single words 50 are searched, and the others say that they were not', async () => {
  const { match, sent } = setup();
  const entries = range(100).map((n) => byName(`word${'abcdefghij'.charAt(n % 10)}${n}`));
  const found = await match(entries);
  expect(found.map((each) => each.kind === 'unknown' && each.isUnsearched === true)).toEqual(
    range(100).map((n) => n > 50),
  );
  expect(sent.filter(({ url }) => url.includes('startswith'))).toHaveLength(2 * 50);
  expect(sent).toHaveLength(matchRequests(entries, 30));
});

test('nobody is searched where everybody is found, nor for a single word', async () => {
  const { match, sent } = setup({ users: [björn, jürgen] });
  await match(['björn åström', 'Jürgen Weiss', 'Jurgen'].map(byName));
  expect(searchesOf(sent)).toEqual([]);
});

test('a name that the directory holds with other white space is a match', async () => {
  const { match } = setup({ users: [{ ...row(1), displayName: 'Anna  Berg' }] });
  await expect(match([byName('Anna Berg')])).resolves.toMatchObject([matched(guid(1))]);
});

test('a search that fails or is refused leaves a list as it is without it', async () => {
  const entries = ['Bjorn Astrom', 'Person 3'].map(byName);
  const answers = [{ kind: 'unknown', why: 'not-found' }, matched(guid(3))];
  const broken = setup({ users: [björn, row(3)], isSearchBroken: true });
  await expect(broken.match(entries)).resolves.toMatchObject(answers);
  const refusing = setup({ users: [björn, row(3)], poison: 'astrom' });
  await expect(refusing.match(entries)).resolves.toMatchObject(answers);
});

test('where everybody is read, similar names are found without a search', async () => {
  const { match, sent } = setup({ users: [björn, ...range(1_500).slice(1).map(row)] });
  const found = await match(range(400).map((n) => byName(n === 1 ? 'Bjorn Astrom' : `Nobody ${n}`)));
  expect(found[0]).toMatchObject({
    kind: 'ambiguous',
    similarity: 'spelling',
    candidates: [{ id: guid(1) }],
  });
  expect(searchesOf(sent)).toEqual([]);
});

test('at most 200 names are searched', async () => {
  const { match, sent } = setup({ users: range(100_000).map(row) });
  await match(range(300).map((n) => byName(`Nobody ${n}x`)));
  const texts = searchesOf(sent).flatMap((search) => search.split(' OR '));
  expect(texts).toHaveLength(2 * 200);
});
