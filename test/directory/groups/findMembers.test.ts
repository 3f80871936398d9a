import { createDirectory } from '../../../src/directory/createDirectory';
import { manualClock } from '../../base/manualClock';
import { answer } from '../../http/answers';
import { collection, fakeGraph, guid } from '../fakeGraph';

const groupId = guid(999);
const range = (length: number): number[] => Array.from({ length }, (_, index) => index + 1);

/** A group of `size` of which those with even numbers are members. */
function setup(size: number) {
  const isMember = (id: string): boolean => Number(id.slice(-4)) % 2 === 0;
  const { graph, sent } = fakeGraph(
    {
      ...Object.fromEntries(
        range(30).map((n) => [
          `/users/${guid(n)}/memberOf`,
          () =>
            n === 7 ? answer(404) : collection(isMember(guid(n)) ? [{ id: groupId.toUpperCase() }] : []),
        ]),
      ),
      [`/groups/${groupId}/members/$count`]: () => answer(200, String(size)),
      [`/groups/${groupId}/members`]: () =>
        collection(
          range(1_000)
            .map(guid)
            .filter(isMember)
            .map((id) => ({ id })),
        ),
      [`/groups/${groupId}/members/microsoft.graph.user`]: (url) => {
        const ids = url.searchParams.get('$filter')?.match(/[\da-f-]{36}/g) ?? [];
        return collection(ids.filter(isMember).map((id) => ({ id })));
      },
    },
    manualClock({ isInstant: true }),
  );
  const find = (people: number) => createDirectory(graph).findMembers(groupId, range(people).map(guid));
  return { find, sent };
}

const evens = (people: number) =>
  new Set(
    range(people)
      .filter((n) => n % 2 === 0)
      .map(guid),
  );

test('a few are asked for their own groups, and who does not exist is no member', async () => {
  const { find, sent } = setup(100_000);
  await expect(find(20)).resolves.toEqual(evens(20));
  expect(sent).toHaveLength(20);
});

test('many are found among the pages of a small group', async () => {
  const { find, sent } = setup(500);
  await expect(find(100)).resolves.toEqual(evens(100));
  expect(sent).toHaveLength(2);
});

test('many are found by filters in a large group, fifteen a request', async () => {
  const { find, sent } = setup(100_000);
  await expect(find(100)).resolves.toEqual(evens(100));
  expect(sent).toHaveLength(1 + 7);
  expect(sent.every(({ headers }) => headers['consistencylevel'] === 'eventual')).toBe(true);
});

test('nobody is asked for nobody', async () => {
  const { find, sent } = setup(5);
  await expect(find(0)).resolves.toEqual(new Set());
  expect(sent).toEqual([]);
});
