// cspell:ignore Perѕon
import type { GroupPrincipal, Principal, UserPrincipal } from '../../../src/base/principal';
import { createJoin } from '../../../src/directory/matching/createJoin';
import type { Match, MatchEntry } from '../../../src/directory/types';
import { guid } from '../fakeGraph';

/** Whom each entry asks for among these people and groups, in the order of the entries. */
function joinEntries(entries: readonly MatchEntry[], people: readonly Principal[]): readonly Match[] {
  const join = createJoin();
  entries.forEach(join.want);
  people.forEach((each) => join.add(each));
  return entries.map(join.judge);
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
  const rival = person(2, { address: 'p1@tenant.example' });
  expect(joinEntries([address('p1@tenant.example')], [person(1), rival])).toMatchObject([
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
    name('Person'),
    name('Person  1'),
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
