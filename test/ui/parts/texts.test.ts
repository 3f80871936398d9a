// cspell:locale en-US,sv
import { loadMessages } from '../../../src/ui/messages/loadMessages';
import type { PreflightFinding, PreflightLine } from '../../../src/licensing/preflight/preflight';
import { findingTexts } from '../../../src/ui/pages/assign/list/findingTexts';
import { initialsOf } from '../../../src/ui/parts/PrincipalAvatar';
import { groupNames, pathsText } from '../../../src/ui/parts/SeatPathText';
import { toPlannedItem, withPeople, type LicenseJobSubject } from '../../../src/license-jobs/licenseJob';
import { fakeRef } from '../support/fakeServices';
import { direct, fakeGroup, fakePerson, via } from '../support/fakeHolders';

const sales = via(fakeGroup());
const unnamed = { kind: 'group', groupId: 'g', groupName: undefined } as const;

test('paths are worded once each, the direct one first', async () => {
  const messages = await loadMessages('en');
  expect(pathsText([sales, direct, sales], messages)).toBe('Direct, via Sales EU');
  expect(pathsText([unnamed], messages)).toBe('via a group');
  expect(groupNames([direct, sales, unnamed, sales], 'a group')).toEqual(['Sales EU', 'a group']);
});

const line = (result: PreflightLine['result'], ...findings: PreflightFinding[]): PreflightLine => ({
  principal: fakePerson(1),
  findings,
  result,
});

test('findings are worded with what they know', async () => {
  const messages = await loadMessages('en');
  const texts = (...findings: PreflightFinding[]) => findingTexts(line('risk', ...findings), messages);
  expect(texts({ kind: 'gets-seat' }, { kind: 'guest' })).toEqual([
    'Will get a seat',
    'Guest from another organization',
  ]);
  expect(texts({ kind: 'has-through-group', paths: [sales] })).toEqual(['Already licensed via Sales EU']);
  expect(texts({ kind: 'group-members', directUsers: 1, nestedGroups: 0 })).toEqual([
    '1 direct member gets a seat',
  ]);
  expect(texts({ kind: 'group-members', directUsers: 1200, nestedGroups: 2 })).toEqual([
    '1,200 direct members: those without the product get a seat · 2 nested groups: their members get nothing',
  ]);
});

test('of a license that a group gives it is said where the group is named', async () => {
  for (const [language, where] of [
    ['en', "See the product page for the group's name."],
    ['sv', 'Gruppens namn finns på produktens sida.'],
  ] as const)
    expect((await loadMessages(language)).outcomes.inherited.action).toContain(where);
});

test('that members get a seat is not promised, since the service checks more than is published', async () => {
  const gains = (people: number): PreflightFinding => ({
    kind: 'group-gains',
    directUsers: 5,
    nestedGroups: 0,
    gains: people > 0 ? [{ people }] : [],
    keeping: 5 - people,
    lacking: [],
    withheld: [],
  });
  const english = await loadMessages('en');
  expect(findingTexts(line('send', gains(3)), english)).toEqual([
    '5 direct members: 3 get a seat · 2 already have it · Microsoft 365 also checks dependencies and conflicts with other products, so fewer people might get it',
  ]);
  // A license that one user doesn't get stays available for another.
  const short = { ...gains(3), keeping: 0, lacking: [{ people: 2 }], refused: [{ people: 1 }] };
  expect(findingTexts(line('risk', short), english)).toEqual([
    '5 direct members: 3 get a seat · 2 get nothing, because no seats are left · 1 gets nothing: another group already failed to assign the product to them · Microsoft 365 also checks dependencies and conflicts with other products, so fewer people might get it, which might leave a seat for others',
  ]);
  expect(findingTexts(line('send', gains(0)), english)).toEqual(['5 direct members: 5 already have it']);
  expect(findingTexts(line('send', gains(3)), await loadMessages('sv'))).toEqual([
    expect.stringContaining('så färre personer kan få den'),
  ]);
});

test('of a group that cannot be licensed the members are not spoken of, and want of seats is said once', async () => {
  const messages = await loadMessages('en');
  const members = { kind: 'group-members', directUsers: 3, nestedGroups: 1 } as const;
  expect(findingTexts(line('stop', { kind: 'group-not-licensable' }, members), messages)).toEqual([
    messages.assign.finding['group-not-licensable'],
  ]);
  expect(findingTexts(line('risk', members, { kind: 'no-seat-left' }), messages)).toEqual([
    '3 direct members: there might not be enough seats for those without the product · 1 nested group: its members get nothing',
  ]);
  expect(findingTexts(line('stop', { kind: 'no-seat-left' }), messages)).toEqual(['No seats left']);
});

test('findings about one of several products name it', async () => {
  const messages = await loadMessages('en');
  const products = ['Notes', 'Boards'];
  const noSeat = { kind: 'no-seat-left', products: ['Boards'], withheld: ['Notes'] } as const;
  const texts = (result: PreflightLine['result'], ...findings: PreflightFinding[]) =>
    findingTexts(line(result, ...findings), messages);
  expect(texts('send', { kind: 'gets-seat', products })).toEqual(['Will get Notes and Boards']);
  expect(
    texts(
      'skip',
      { kind: 'has-through-group', paths: [sales], product: 'Boards' },
      { kind: 'has-already', paths: [direct], product: 'Notes' },
    ),
  ).toEqual(['Has Boards via Sales EU and keeps it', 'Already has Notes and keeps it']);
  expect(texts('stop', noSeat)).toEqual(["No seats of Boards left, so Notes isn't assigned either"]);
  expect(texts('risk', noSeat)).toEqual([
    "There might be no seats of Boards left. Then Notes isn't assigned either",
  ]);
  expect(texts('stop', { ...noSeat, withheld: products })).toEqual([
    "No seats of Boards left, so Notes and Boards aren't assigned either",
  ]);
  const members = { kind: 'group-members', directUsers: 9, nestedGroups: 0, products } as const;
  expect(texts('send', members)).toEqual([
    "9 direct members: each gets what they don't have of Notes and Boards",
  ]);
  expect(texts('risk', members, { kind: 'no-seat-left', products: ['Boards'] })).toEqual([
    '9 direct members: there might not be enough seats of Boards. Microsoft Entra assigns all licenses of a group to a member, or none.',
  ]);
});

test('members of a group wait for a seat where the service keeps a line', async () => {
  const messages = await loadMessages('en');
  const gains: PreflightFinding = {
    kind: 'group-gains',
    directUsers: 12,
    nestedGroups: 0,
    gains: [{ people: 8 }],
    keeping: 0,
    lacking: [],
    waiting: [{ people: 4 }],
    withheld: [],
  };
  const [text] = findingTexts(line('risk', gains), messages);
  expect(text).toContain('12 direct members: 8 get a seat · 4 wait for a seat, because none are left');
  const members = { kind: 'group-members', directUsers: 9, nestedGroups: 0 } as const;
  expect(findingTexts(line('risk', members, { kind: 'no-seat-left', isWaiting: true }), messages)).toEqual([
    "9 direct members: there might not be enough seats for those without the product. Members who don't get one wait for it",
  ]);
});

test('licenses of a subscription without any are not a part of none', async () => {
  const { doors } = await loadMessages('en');
  expect(doors.usedOf(4, 0)).toBe('4 assigned, none usable');
  expect(doors.usedOf(4, 10)).toBe('4 of 10 assigned');
});

test('a change in several steps is not said to be one', async () => {
  const { assign, changes } = await loadMessages('en');
  expect(changes.moveIntro('Notes', undefined)).not.toContain('step');
  expect(changes.moveIntro('Notes', true)).toContain('Both changes are made in one step.');
  expect(changes.moveIntro('Notes', false)).toContain('assigned first, then the old one is removed');
  expect(assign.productsNote(false)).toContain('one after another');
});

test('Swedish says the same in its own words', async () => {
  const messages = await loadMessages('sv');
  expect(pathsText([direct], messages)).toBe('Direkt');
  expect(messages.assign.title(['Notes'])).toBe('Tilldela Notes');
  expect(messages.unassign.remove).toBe('Ta bort');
  expect(messages.product.selected(2, 1)).toBe('2 användare och 1 grupp valda');
  const counts = { done: 1, pending: 0, skipped: 0, failed: 2, cancelled: 0 };
  expect(messages.jobs.summary('assign', counts)).toBe('1 tilldelad och 2 misslyckade.');
});

test('the title of a job names the person, or says how many users and groups', async () => {
  const messages = await loadMessages('en');
  const titleOf = (size: number, ...principals: Parameters<typeof toPlannedItem>[0][]) => {
    const items = principals.map((principal) => toPlannedItem(principal, { add: [], remove: [] }));
    const subject: LicenseJobSubject = { kind: 'assign', products: [{ ...fakeRef, name: 'Notes' }] };
    const plan = withPeople({ subject, items });
    return messages.jobs.title({
      kind: 'assign',
      products: ['Notes'],
      count: size,
      group: undefined,
      country: undefined,
      people: plan.subject.people,
    });
  };
  expect(titleOf(1, fakePerson(1))).toBe('Assign Notes to Person 1');
  expect(titleOf(2, fakePerson(1), fakePerson(2))).toBe('Assign Notes to 2 users');
  expect(titleOf(3, fakePerson(1), fakePerson(2), fakeGroup())).toBe('Assign Notes to 2 users and 1 group');
  const earlier = {
    kind: 'assign',
    products: ['Notes'],
    count: 2,
    group: undefined,
    country: undefined,
  } as const;
  expect(messages.jobs.title(earlier)).toBe('Assign Notes to 2 users and groups');
});

test('initials come from the first and the last word', () => {
  expect(initialsOf('Åsa Lindqvist')).toBe('ÅL');
  expect(initialsOf('Giancarlo Van der Westhuizen-Brandt')).toBe('GB');
  expect(initialsOf('Cher')).toBe('C');
  expect(initialsOf('李 小龍 (Extern)')).toBe('李E');
  expect(initialsOf('')).toBe('');
});

test('of one member nothing is said as of several', async () => {
  const { assign } = await loadMessages('sv');
  const gains = {
    directUsers: 1,
    gains: [],
    keeping: 0,
    unread: 1,
    lacking: [],
    nestedGroups: 0,
    withheld: [],
  };
  expect(assign.findingGains(gains)).toBe(
    '1 direkt medlem: 1 kan få en licens: det gick inte att läsa vad personen har',
  );
  expect(assign.findingGains({ ...gains, directUsers: 2, unread: 2 })).toMatch(/läsa vad de har$/);
  expect(assign.findingWithheld(1, ['Boards'])).toContain('som personen inte kan få');
});
