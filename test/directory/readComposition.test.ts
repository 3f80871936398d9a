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
