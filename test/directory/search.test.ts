import { createDirectory } from '../../src/directory/createDirectory';
import { answer } from '../http/answers';
import type { Routes } from './fakeGraph';
import { collection, fakeGraph, guid } from './fakeGraph';

const ada = {
  id: guid(1),
  displayName: 'Ada',
  mail: 'ada@tenant.example',
  userPrincipalName: 'ada@tenant.example',
};
const it = { id: guid(2), displayName: 'IT', securityEnabled: true };

function setup(routes: Routes = {}) {
  const { graph, sent } = fakeGraph({
    '/users': () => collection([ada]),
    '/groups': () => collection([it]),
    ...routes,
  });
  const options = (path: string) =>
    sent
      .map(({ url }) => new URL(url))
      .filter(({ pathname }) => pathname === `/v1.0${path}`)
      .map(({ searchParams }) => Object.fromEntries(searchParams));
  return { directory: createDirectory(graph), sent, options };
}

test('people and groups come together, people first', async () => {
  const { directory, sent, options } = setup();
  const found = await directory.search('  a\t b ', { limit: 7 });
  expect(found.map(({ kind, displayName }) => `${kind} ${displayName}`)).toEqual(['user Ada', 'group IT']);
  expect(options('/users')).toMatchObject([
    {
      $search: '"displayName:a b" OR "mail:a b" OR "userPrincipalName:a b"',
      $top: '7',
      $count: 'true',
      $orderby: 'displayName',
    },
  ]);
  expect(options('/groups')).toMatchObject([{ $search: '"displayName:a b" OR "mail:a b"', $top: '7' }]);
  expect(sent.map(({ headers }) => headers['consistencylevel'])).toEqual(['eventual', 'eventual']);
  expect(sent.map(({ scopes }) => scopes)).toEqual([['User.Read.All'], ['GroupMember.Read.All']]);
});

test.each(['', ' ', 'a', ' a ', '&', 'a&', '𠮷'])('%p is too short to ask for', async (text) => {
  const { directory, sent } = setup();
  await expect(directory.search(text)).resolves.toEqual([]);
  expect(sent).toEqual([]);
});

test('names of two letters are found', async () => {
  const { directory, options } = setup();
  await directory.search('李娜');
  expect(options('/groups')[0]?.['$search']).toContain('displayName:李娜');
});

test('quotes and backslashes are escaped, and an ampersand is left out', async () => {
  const { directory, options } = setup();
  await directory.search('R&D "x\\y"');
  expect(options('/groups')[0]?.['$search']).toBe(
    String.raw`"displayName:R D \"x\\y\"" OR "mail:R D \"x\\y\""`,
  );
});

test('a whole address is asked of the directory itself, for those who are not indexed yet', async () => {
  const fresh = { ...ada, id: guid(9), displayName: 'New' };
  const { directory, options } = setup({
    '/users': (url) => collection(url.searchParams.has('$filter') ? [fresh] : [ada]),
    '/groups': () => collection([]),
  });
  const found = await directory.search("o'new@tenant.example");
  expect(found.map(({ displayName }) => displayName)).toEqual(['New', 'Ada']);
  expect(options('/users').map(({ $filter }) => $filter)).toContain(
    "mail eq 'o''new@tenant.example' or userPrincipalName eq 'o''new@tenant.example' or proxyAddresses/any(x:x eq 'smtp:o''new@tenant.example')",
  );
});

test('who is found twice is shown once', async () => {
  const { directory } = setup({ '/groups': () => collection([]) });
  await expect(directory.search('ada@tenant.example')).resolves.toHaveLength(1);
});

test('an object id is looked up among both kinds', async () => {
  const { directory, sent } = setup({
    [`/users/${guid(3)}`]: () => answer(404),
    [`/groups/${guid(3)}`]: () => answer(200, { ...it, id: guid(3) }),
  });
  await expect(directory.search(guid(3))).resolves.toMatchObject([{ kind: 'group', id: guid(3) }]);
  expect(sent).toHaveLength(2);
});

test('a refusal is told', async () => {
  const { directory } = setup({ '/groups': () => answer(403) });
  await expect(directory.search('ada')).rejects.toMatchObject({ code: 'forbidden' });
});

test('a search that nobody waits for any more is given up', async () => {
  const stop = new AbortController();
  const silence = () => {
    stop.abort();
    return new Promise<never>(() => undefined);
  };
  const { directory } = setup({ '/users': silence, '/groups': silence });
  await expect(directory.search('ada', { signal: stop.signal })).rejects.toMatchObject({ code: 'cancelled' });
});
