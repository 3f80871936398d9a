import { createDirectory } from '../../src/directory/createDirectory';
import { answer } from '../http/answers';
import { fakeGraph, guid } from './fakeGraph';

const members = `/groups/${guid(7)}/members`;

test('people and groups of the first level are counted', async () => {
  const { graph, sent } = fakeGraph({
    [`${members}/microsoft.graph.user/$count`]: () => answer(200, '12'),
    [`${members}/microsoft.graph.group/$count`]: () => answer(200, '0'),
  });
  const composition = await createDirectory(graph).readComposition(guid(7));
  expect(composition).toEqual({ directUsers: 12, nestedGroups: 0 });
  expect(sent.every(({ headers }) => headers['consistencylevel'] === 'eventual')).toBe(true);
  expect(sent.every(({ scopes }) => scopes.join() === 'GroupMember.Read.All')).toBe(true);
});

test('what is no count is not taken for one', async () => {
  const { graph } = fakeGraph({
    [`${members}/microsoft.graph.user/$count`]: () => answer(200, '-1'),
    [`${members}/microsoft.graph.group/$count`]: () => answer(200, '0'),
  });
  const reading = createDirectory(graph).readComposition(guid(7));
  await expect(reading).rejects.toMatchObject({ code: 'unexpected-answer' });
});

test('a group that shows nobody because it hides its members is not taken for an empty one', async () => {
  const hiding = (visibility: string | null) =>
    fakeGraph({
      [`${members}/microsoft.graph.user/$count`]: () => answer(200, '0'),
      [`${members}/microsoft.graph.group/$count`]: () => answer(200, '0'),
      [`/groups/${guid(7)}`]: () => answer(200, { id: guid(7), visibility }),
    }).graph;
  const reading = createDirectory(hiding('HiddenMembership')).readComposition(guid(7));
  await expect(reading).rejects.toMatchObject({ code: 'forbidden' });
  expect(await createDirectory(hiding(null)).readComposition(guid(7))).toMatchObject({ directUsers: 0 });
});

test('a group is still counted where the groups inside it cannot be', async () => {
  const { graph } = fakeGraph({
    [`${members}/microsoft.graph.user/$count`]: () => answer(200, '12'),
    [`${members}/microsoft.graph.group/$count`]: () => answer(403, {}),
  });
  const composition = await createDirectory(graph).readComposition(guid(7));
  expect(composition).toEqual({ directUsers: 12, nestedGroups: undefined });
});

function pagesOf(size: number) {
  const pages: string[] = [];
  const { graph } = fakeGraph({
    [`${members}/microsoft.graph.group/$count`]: () => answer(200, '1'),
    [`${members}/microsoft.graph.user`]: ({ searchParams, href }) => {
      const top = Number(searchParams.get('$top'));
      const from = Number(searchParams.get('from'));
      pages.push(String(from));
      const value = Array.from({ length: Math.min(top, size - from) }, (_, index) => ({
        id: guid(1000 + from + index),
      }));
      const next = new URL(href);
      next.searchParams.set('from', String(from + top));
      return answer(200, {
        '@odata.count': size,
        value,
        ...(from + top < size ? { '@odata.nextLink': next.href } : {}),
      });
    },
  });
  return { directory: createDirectory(graph), pages };
}

test('the users of a group are named up to the number that is asked for', async () => {
  const { directory, pages } = pagesOf(2_000);
  const { directUsers, userIds } = await directory.readComposition(guid(7), { namesUpTo: 2_000 });
  expect([directUsers, new Set(userIds).size]).toEqual([2_000, 2_000]);
  expect(pages).toEqual(['0', '999', '1998']);
});

test('of a larger group one page tells how many they are', async () => {
  const { directory, pages } = pagesOf(2_001);
  const composition = await directory.readComposition(guid(7), { namesUpTo: 2_000 });
  expect(composition).toEqual({ directUsers: 2_001, nestedGroups: 1 });
  expect(pages).toEqual(['0']);
});
