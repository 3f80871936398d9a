// cspell:ignore Perѕon Astrom Åström Jurgen Juergen Jürgen Weiß Lukasz Wrobel Łukasz Wróbel Soren Oestergaard Søren Østergård Brien Bjørn
import type { GroupPrincipal, Principal, UserPrincipal } from '../../../src/base/principal';
import { createPrincipalMatcher } from '../../../src/directory/matching/createPrincipalMatcher';
import type { Match, MatchEntry } from '../../../src/directory/types';
import { guid } from '../fakeGraph';

/** Matches entries among these people and groups, in the order of the entries. */
function joinEntries(entries: readonly MatchEntry[], people: readonly Principal[]): readonly Match[] {
  const matcher = createPrincipalMatcher();
  entries.forEach(matcher.expect);
  people.forEach((each) => matcher.observe(each));
  return entries.map(matcher.resolve);
}

function person(n: number, changes: Partial<UserPrincipal> = {}): UserPrincipal {
  return {
    kind: 'user',
    id: guid(n),
    displayName: `Person ${n}`,
    address: `person${n}@tenant.example`,
    userPrincipalName: `p${n}@tenant.example`,
    isGuest: false,
    isBlocked: false,
    usageLocation: undefined,
    jobTitle: undefined,
    department: undefined,
    companyName: undefined,
    ...changes,
  };
}

const team: GroupPrincipal = {
  kind: 'group',
  id: guid(50),
  displayName: 'Person 2',
  address: 'team@tenant.example',
  groupKind: 'microsoft365',
  isSecurityEnabled: true,
  isRoleAssignable: false,
  isSynced: false,
  description: undefined,
};

const address = (text: string): MatchEntry => ({ kind: 'address', text });
const name = (text: string): MatchEntry => ({ kind: 'display-name', text });
const id = (text: string): MatchEntry => ({ kind: 'object-id', text });
const matched = (principal: unknown) => ({ kind: 'matched', principal });
const notFound = { kind: 'unknown', why: 'not-found' };

test('people are found by mail address, sign-in name, id and name in any case, groups likewise', () => {
  const people = [person(1), person(2), person(3), person(4), team];
  const entries = [
    address('PERSON1@tenant.example'),
    address('p2@Tenant.Example'),
    id(guid(3).toUpperCase()),
    name('person 4'),
    address('Team@tenant.example'),
  ];
  expect(joinEntries(entries, people)).toEqual(people.map(matched));
});

test('a name that a person and a group bear is ambiguous, the person first', () => {
  expect(joinEntries([name('Person 2')], [team, person(2)])).toEqual([
    { kind: 'ambiguous', candidates: [person(2), team] },
  ]);
});

test('an address that is the sign-in name of one and the mail address of another is ambiguous', () => {
  const other = person(2, { address: 'p1@tenant.example' });
  expect(joinEntries([address('p1@tenant.example')], [person(1), other])).toMatchObject([
    { kind: 'ambiguous' },
  ]);
});

test('the same person by another spelling is a duplicate of the first', () => {
  const entries = [name('nobody'), address('person1@tenant.example'), id(guid(1)), name('Person 1')];
  expect(joinEntries(entries, [person(1)])).toEqual([
    notFound,
    matched(person(1)),
    { kind: 'duplicate', of: 1 },
    { kind: 'duplicate', of: 1 },
  ]);
});

test('the same person shown twice is one', () => {
  expect(joinEntries([name('Person 1')], [person(1), person(1)])).toEqual([matched(person(1))]);
});

test.each(['nobody', 'no body@tenant.example', '@', '', `${'a'.repeat(250)}@tenant.example`])(
  '%p is no address',
  (text) => {
    expect(joinEntries([address(text)], [person(1)])).toEqual([{ kind: 'unknown', why: 'not-an-id' }]);
  },
);

test('what is no GUID is no id, even where somebody is called so', () => {
  expect(joinEntries([id('Person 1')], [person(1)])).toEqual([{ kind: 'unknown', why: 'not-an-id' }]);
});

test('look-alikes, parts and neighbors are nobody', () => {
  const entries = [
    name('Perѕon 1'),
    name('erson'),
    address('erson1@tenant.example'),
    address('person1@tenant.example.org'),
  ];
  expect(joinEntries(entries, [person(1)])).toEqual(entries.map(() => notFound));
});

test('letters that are composed in another way are the same letters', () => {
  const jose = person(1, { displayName: 'José'.normalize('NFC') });
  expect(joinEntries([name('José'.normalize('NFD'))], [jose])).toEqual([matched(jose)]);
});

test('an address is not searched among names, nor a name among addresses', () => {
  const odd = person(1, { displayName: 'odd@tenant.example' });
  expect(joinEntries([address('odd@tenant.example')], [odd])).toEqual([notFound]);
  expect(joinEntries([name('person1@tenant.example')], [person(1)])).toEqual([notFound]);
});

test('names that differ in white space alone are the same', () => {
  const spaced = person(1, { displayName: ' Anna\u00a0 Berg\u200b' });
  expect(joinEntries([name('anna berg')], [spaced])).toEqual([matched(spaced)]);
  const plain = person(2, { displayName: 'Anna Berg' });
  expect(joinEntries([name('Anna\u2003Berg')], [plain])).toEqual([matched(plain)]);
});

const similar = (...candidates: readonly Principal[]) => ({
  kind: 'ambiguous',
  similarity: 'spelling',
  candidates,
});

test.each([
  ['Bjorn Astrom', 'Björn Åström'],
  ['Åström, Björn', 'Björn Åström'],
  ['ASTROM Bjorn', 'Björn Åström'],
  ['Jurgen Weiss', 'Jürgen Weiß'],
  ['Juergen Weiss', 'Jürgen Weiß'],
  ['Jürgen Weiß', 'Juergen Weiss'],
  ['Lukasz Wrobel', 'Łukasz Wróbel'],
  ['Soren Oestergaard', 'Søren Østergård'],
  ['Pat OBrien', "Pat O'Brien"],
  ['Pat O’Brien', "Pat O'Brien"],
  ['Anna Berg Lind', 'Anna Berg-Lind'],
])('for %s, which nobody is called, %s is a candidate and never taken', (written, displayName) => {
  const one = person(1, { displayName });
  expect(joinEntries([name(written)], [person(2), one])).toEqual([similar(one)]);
});

test('who is called exactly so comes before similar names', () => {
  const [exact, other] = [person(1, { displayName: 'Bjorn Berg' }), person(2, { displayName: 'Björn Berg' })];
  expect(joinEntries([name('Bjorn Berg')], [other, exact])).toEqual([matched(exact)]);
});

test('several similar names are all candidates, for each line that asks for them', () => {
  const people = [person(1, { displayName: 'Björn Berg' }), person(2, { displayName: 'Berg, Bjørn' })];
  expect(joinEntries([name('Bjorn Berg'), name('BERG Bjorn')], people)).toEqual([
    similar(...people),
    similar(...people),
  ]);
});

test.each(['Bjorn', 'berg', 'BE', 'björnb'])('%s begins a word of a name or an address', (text) => {
  const berg = person(1, { displayName: 'Björn Berg', userPrincipalName: 'bjornberg@tenant.example' });
  expect(joinEntries([name(text)], [person(2), berg])).toEqual([
    { kind: 'ambiguous', similarity: 'beginning', candidates: [berg] },
  ]);
});

test.each(['Anna-Karin', 'anna–karin', 'ANNA-KARIN', 'anna.karin'])(
  '%s is a candidate wherever it stands in a name, and never taken',
  (text) => {
    const first = person(1, { displayName: 'Anna-Karin Berg' });
    const last = person(2, { displayName: 'Berg, Anna Karin' });
    const nickname = person(3, {
      displayName: 'A. K. Berg',
      userPrincipalName: 'anna-karin.berg@tenant.example',
    });
    const others = [person(4, { displayName: 'Karin Anna Berg' }), person(5, { displayName: 'Anna Berg' })];
    expect(joinEntries([name(text)], [...others, first, last, nickname])).toEqual([
      { kind: 'ambiguous', similarity: 'beginning', candidates: [first, last, nickname] },
    ]);
  },
);

test('a word keeps six candidates, users first, and a similar name comes before them', () => {
  const people = Array.from({ length: 9 }, (_, index) => person(index + 1, { displayName: `Anna ${index}` }));
  const group = { ...team, displayName: 'Anna’s' };
  const [first] = joinEntries([name('anna')], [group, ...people]);
  expect(first?.kind === 'ambiguous' && first.candidates).toEqual([...people.slice(0, 5), group]);
  expect(first).toMatchObject({ hasMore: true });
  const [all] = joinEntries([name('anna')], people.slice(0, 6));
  expect(all).toEqual({ kind: 'ambiguous', similarity: 'beginning', candidates: people.slice(0, 6) });
  const [second] = joinEntries([name('müller')], [person(1, { displayName: 'Muller' }), ...people]);
  expect(second).toMatchObject({ similarity: 'spelling' });
});

test.each(['Bjorn Bergman', 'Björn Berg Lind', '– –'])('%s is not similar to Björn Berg', (text) => {
  expect(joinEntries([name(text)], [person(1, { displayName: 'Björn Berg' })])).toEqual([notFound]);
});
