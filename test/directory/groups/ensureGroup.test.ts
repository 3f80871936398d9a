import { createDirectory } from '../../../src/directory/createDirectory';
import { manualClock } from '../../base/manualClock';
import { answer } from '../../http/answers';
import { collection, fakeGraph, guid } from '../fakeGraph';

const wanted = { name: "O'Hara's product", mailNickname: "job-o'1", description: 'Made by a job' };
const made = { id: guid(1), displayName: wanted.name, securityEnabled: true, mailEnabled: false };

type Fault = 'lost-before' | 'lost-after' | 'forbidden' | 'wrong';

/** A service whose list of groups shows a new one only at the look of that number after it was made. */
function setup({ faults = [] as readonly (Fault | undefined)[], shownAtLook = 1, exists = false } = {}) {
  const faultsLeft = [...faults];
  const clock = manualClock({ isInstant: true });
  let isMade = exists;
  let looks = 0;
  const { graph, sent } = fakeGraph(
    {
      '/groups': (_url, { method }) => {
        if (method === 'GET') {
          if (isMade) looks += 1;
          return collection(isMade && looks >= shownAtLook ? [made] : []);
        }
        const fault = faultsLeft.shift();
        if (fault === 'forbidden') return answer(403);
        if (fault === 'wrong') return answer(400);
        if (fault !== 'lost-before') isMade = true;
        return fault === undefined ? answer(201, made) : answer(502);
      },
    },
    clock,
  );
  const posts = () => sent.filter(({ method }) => method === 'POST');
  return { directory: createDirectory(graph, { clock, random: () => 0.5 }), sent, posts, clock };
}

test('a security group is made with its name, nickname and description', async () => {
  const { directory, sent, posts } = setup();
  await expect(directory.ensureGroup(wanted)).resolves.toMatchObject({
    kind: 'group',
    id: guid(1),
    groupKind: 'security',
    isSecurityEnabled: true,
  });
  expect(new URL(sent[0]?.url ?? '').searchParams.get('$filter')).toBe("mailNickname eq 'job-o''1'");
  expect(posts().map(({ scopes }) => scopes)).toEqual([['Group.ReadWrite.All']]);
  // A change by hand would keep a part of the quota from the job.
  expect(posts().map(({ headers }) => headers['x-ms-throttle-priority'])).toEqual(['Normal']);
  expect(JSON.parse(posts()[0]?.body ?? '')).toEqual({
    displayName: wanted.name,
    mailNickname: wanted.mailNickname,
    description: wanted.description,
    mailEnabled: false,
    securityEnabled: true,
  });
});

test('the group that an earlier try made is found and none is made', async () => {
  const { directory, posts } = setup({ exists: true });
  await expect(directory.ensureGroup(wanted)).resolves.toMatchObject({ id: guid(1) });
  expect(posts()).toEqual([]);
});

test('a group that was made although the answer was lost is looked for until the list shows it', async () => {
  const { directory, posts } = setup({ faults: ['lost-after'], shownAtLook: 4 });
  await expect(directory.ensureGroup(wanted)).resolves.toMatchObject({ id: guid(1) });
  expect(posts()).toHaveLength(1);
});

test('a group that was not made is made once more', async () => {
  const { directory, posts, clock } = setup({ faults: ['lost-before'] });
  await expect(directory.ensureGroup(wanted)).resolves.toMatchObject({ id: guid(1) });
  expect(posts()).toHaveLength(2);
  expect(clock.waits).toEqual(expect.arrayContaining([500, 1_000, 2_000, 4_000]));
});

test('a service that stays out of order is told after three tries', async () => {
  const { directory, posts } = setup({ faults: ['lost-before', 'lost-before', 'lost-before'] });
  await expect(directory.ensureGroup(wanted)).rejects.toMatchObject({ code: 'service-unavailable' });
  expect(posts()).toHaveLength(3);
});

test.each([
  ['forbidden', 'forbidden'],
  ['wrong', 'bad-request'],
] as const)('what is %s is told at once', async (fault, code) => {
  const { directory, posts } = setup({ faults: [fault] });
  await expect(directory.ensureGroup(wanted)).rejects.toMatchObject({ code });
  expect(posts()).toHaveLength(1);
});
