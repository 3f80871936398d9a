// cspell:ignore zäöüåé äöüåé
import type { MatchEntry } from '../../../src/directory/types';
import { matchRequests } from '../../../src/directory/matching/matchRequests';
import type { DirectoryWorldOptions } from '../openDirectoryWorld';
import { openDirectoryWorld } from '../openDirectoryWorld';

function setup(options: DirectoryWorldOptions = {}) {
  const world = openDirectoryWorld(options);
  const match = (entries: readonly MatchEntry[]) => world.clock.run(world.directory.match(entries));
  return { ...world, match };
}

test('everybody is found by sign-in name, and those with a mail address by that', async () => {
  const { match, tenant, items, unserved } = setup();
  const byName: MatchEntry[] = tenant.users.map(({ userPrincipalName }) => ({
    kind: 'address',
    text: userPrincipalName.toUpperCase(),
  }));
  const found = await match(byName);
  expect(found).toMatchObject(tenant.users.map(({ id }) => ({ kind: 'matched', principal: { id } })));
  expect(items()).toHaveLength(matchRequests(byName, tenant.users.length, tenant.groups.length));

  const withMail = tenant.users.filter(({ mail }) => mail !== null).slice(0, 15);
  const byMail = withMail.map(({ mail }): MatchEntry => ({ kind: 'address', text: mail ?? '' }));
  expect(await match(byMail)).toMatchObject(
    withMail.map(({ id }) => ({ kind: 'matched', principal: { id } })),
  );
  expect(unserved).toEqual([]);
});

test('a name matches as many people and groups as have it', async () => {
  const { match, tenant } = setup();
  const counts = new Map<string, number>();
  for (const { displayName } of [...tenant.users, ...tenant.groups])
    counts.set(displayName.toLowerCase(), (counts.get(displayName.toLowerCase()) ?? 0) + 1);
  const names = [...counts.keys()].slice(0, 60);
  const found = await match(names.map((text) => ({ kind: 'display-name', text })));
  expect(found.map((each) => (each.kind === 'ambiguous' ? each.candidates.length : 1))).toEqual(
    names.map((name) => counts.get(name)),
  );
});

test('somebody whom the index does not know yet is found by address and by id', async () => {
  const { match, tenant, emulator } = setup();
  emulator.lag.indexInMs = 600_000;
  const [first] = tenant.users.slice(50);
  if (!first) throw new Error('the tenant is empty');
  tenant.save({ users: [{ ...first, mail: 'brand.new@tenant.example', displayName: 'Brand New' }] });
  const found = await match([
    { kind: 'address', text: 'brand.new@tenant.example' },
    { kind: 'object-id', text: first.id },
  ]);
  expect(found).toMatchObject([
    { kind: 'matched', principal: { id: first.id } },
    { kind: 'duplicate', of: 0 },
  ]);
});

test('a page that fails and a link that is too old do not keep a long list from being matched', async () => {
  const faults = [
    { kind: 'server-error', rate: 0.3, seed: 2, pathPattern: 'GET /users*' },
    { kind: 'link-expired', rate: 1, limit: 1, after: 1 },
    { kind: 'page-repeats', rate: 0.5, seed: 3 },
  ] as const;
  const { match, tenant } = setup({ users: 5_000, faults });
  const entries = tenant.users.map(({ id }): MatchEntry => ({ kind: 'object-id', text: id }));
  const found = await match(entries);
  expect(found.every(({ kind }) => kind === 'matched')).toBe(true);
});

test('everybody is found by every further address, employee ID and account', async () => {
  const { match, tenant, unserved } = setup();
  const [first] = tenant.users.filter(({ proxyAddresses }) => proxyAddresses.length > 2);
  const aliases = (first?.proxyAddresses ?? []).map((text): MatchEntry => ({
    kind: 'address',
    text: text.replace(/^smtp:/i, ''),
  }));
  expect(await match(aliases)).toMatchObject([
    { kind: 'matched', principal: { id: first?.id } },
    ...aliases.slice(1).map(() => ({ kind: 'duplicate', of: 0 })),
  ]);

  const few = tenant.users.filter(({ employeeId }) => employeeId !== null).slice(0, 15);
  const byEmployeeId = few.map(({ employeeId }): MatchEntry => ({
    kind: 'employee-id',
    text: employeeId ?? '',
  }));
  expect(await match(byEmployeeId)).toMatchObject(
    few.map(({ id }) => ({ kind: 'matched', principal: { id } })),
  );

  const synced = tenant.users.filter(({ onPremisesSamAccountName }) => onPremisesSamAccountName !== null);
  const byAccount = synced.map(({ onPremisesSamAccountName: name }): MatchEntry => ({
    kind: 'account',
    text: `VANTHOLM\\${name}`,
  }));
  expect(await match(byAccount)).toMatchObject(
    synced.map(({ id }) => ({ kind: 'matched', principal: { id } })),
  );
  expect(unserved).toEqual([]);
});

test('an address that two people share leads to both, looked up or found by reading everybody', async () => {
  const { match, tenant } = setup();
  const shared = tenant.users.filter(({ otherMails }) => otherMails.includes('home1@mailbox.example'));
  expect(shared).toHaveLength(2);
  const entry: MatchEntry = { kind: 'address', text: 'home1@mailbox.example' };
  const candidates = expect.arrayContaining(
    shared.map(({ id }): unknown => expect.objectContaining({ id })),
  ) as unknown;
  expect(await match([entry])).toMatchObject([{ kind: 'ambiguous', candidates }]);
  const all = tenant.users.map(({ userPrincipalName: text }): MatchEntry => ({ kind: 'address', text }));
  expect((await match([...all, entry])).at(-1)).toMatchObject({ kind: 'ambiguous', candidates });
});

test('people are offered for their names without marks and in another order', async () => {
  const { match, tenant, unserved } = setup();
  const marked = tenant.users
    .filter(({ displayName }) => /^[a-zäöüåé]+ [a-zäöüåé]*[äöüåé][a-zäöüåé]*$/i.test(displayName))
    .slice(0, 20);
  expect(marked.length).toBeGreaterThan(5);
  const entries = marked.map(({ displayName }): MatchEntry => {
    const plain = displayName.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
    return { kind: 'display-name', text: plain.split(' ').reverse().join(', ') };
  });
  const found = await match(entries);
  found.forEach((each, index) => {
    expect(each).toMatchObject({ kind: 'ambiguous', similarity: 'spelling' });
    if (each.kind === 'ambiguous') expect(each.candidates.map(({ id }) => id)).toContain(marked[index]?.id);
  });
  expect(unserved).toEqual([]);
});

test('people are offered for their given name alone, without marks', async () => {
  const { match, tenant, unserved } = setup();
  const marked = tenant.users.filter(({ givenName }) =>
    /^[a-zäöüåé]*[äöüåé][a-zäöüåé]*$/i.test(givenName ?? ''),
  );
  const words = [...new Set(marked.map(({ givenName }) => givenName ?? ''))].slice(0, 10);
  expect(words.length).toBeGreaterThan(3);
  const plain = (text: string): string => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  const found = await match(words.map((text) => ({ kind: 'display-name', text: plain(text) })));
  found.forEach((each, index) => {
    expect(each).toMatchObject({ kind: 'ambiguous', similarity: 'beginning' });
    const names =
      each.kind === 'ambiguous' ? each.candidates.map(({ displayName }) => plain(displayName)) : [];
    expect(names.join(' ')).toContain(plain(words[index] ?? ''));
  });
  expect(unserved).toEqual([]);
});
