import type { HttpRequest } from '../../../../src/http/types';
import { createCloudLicensingAdapter } from '../../../../src/licensing/adapters/cloud-licensing/createCloudLicensingAdapter';
import { toPoolKey } from '../../../../src/licensing/keys';
import { setup as setupGraph } from '../../../graph/setup';
import { answer } from '../../../http/answers';
import { guid, productKeyOf, skuId } from '../../support/samples';

const product = productKeyOf(skuId);
const pool = toPoolKey('allotment', 'a1');
const [ada, ben, tablet, team] = [guid(1), guid(2), guid(3), guid(4)];

function row(kind: string, id: string) {
  const assignedTo = { '@odata.type': `#microsoft.graph.${kind}`, id, displayName: `${kind} ${id}` };
  return { id: `${kind}-${id}`, disabledServicePlanIds: [], assignedTo };
}

const noType = { ...row('user', ada), assignedTo: { id: ada } };

interface Lists {
  readonly assignments?: readonly unknown[];
  readonly waitingMembers?: readonly unknown[];
}

/** The adapter over one pool with these lists, and a group with two members. */
function setup({ assignments = [], waitingMembers = [] }: Lists) {
  const { graph, sent, clock } = setupGraph(({ url, method }: HttpRequest) => {
    const path = new URL(url).pathname;
    const value = (): readonly unknown[] => {
      if (method === 'POST') return [ada, ben].map((id) => ({ id, displayName: `Person ${id}` }));
      if (path.endsWith('/allotments')) return [{ id: 'a1', skuId, consumedUnits: 2, allottedUnits: 2 }];
      if (path.endsWith('/allotments/a1/assignments')) return assignments;
      if (path.endsWith('/allotments/a1/waitingMembers')) return waitingMembers;
      return path.endsWith('/members/microsoft.graph.user') ? [{ id: ada }, { id: ben }] : [];
    };
    const isGroup = path.endsWith(`/groups/${team}`);
    return answer(200, isGroup ? { id: team, displayName: 'Team' } : { value: value() });
  });
  const paths = () => sent.map(({ url }) => new URL(url).pathname.replace(/^\/(beta|v1\.0)/, ''));
  return { adapter: createCloudLicensingAdapter(graph, { clock }), paths };
}

describe('the line of a pool', () => {
  test('an assignment that cannot be read is nobody who waits', async () => {
    const { adapter } = setup({ assignments: [noType, { id: 7 }] });
    await expect(adapter.listWaitingMembers(product)).resolves.toEqual({ people: [] });
    await expect(adapter.listHolders({ product })).resolves.toMatchObject({ holders: [], unread: 2 });
  });

  test('a row that cannot be read is counted', async () => {
    const { adapter } = setup({ waitingMembers: [row('user', ben), noType, { id: 7 }] });
    const line = await adapter.listWaitingMembers(product);
    expect(line).toMatchObject({ people: [{ user: { id: ben }, place: 1 }], unread: 2 });
  });

  test('a device in it has its place, and is no person', async () => {
    const { adapter } = setup({ waitingMembers: [row('device', tablet), row('user', ben)] });
    const line = await adapter.listWaitingMembers(product);
    expect(line?.people.map(({ user, place }) => [user.id, place])).toEqual([[ben, 2]]);
    expect(line).not.toHaveProperty('unread');
  });

  test('is read without those who have a seat', async () => {
    const { adapter, paths } = setup({ waitingMembers: [row('user', ben)] });
    await adapter.listWaitingMembers(product);
    expect(paths().filter((path) => path.includes('/allotments/'))).toEqual([
      '/admin/cloudLicensing/allotments/a1/waitingMembers',
    ]);
  });
});

test('devices that take a seat are counted, and are no holders', async () => {
  const { adapter } = setup({ assignments: [row('user', ada), row('device', tablet)] });
  const page = await adapter.listHolders({ product });
  expect(page).toMatchObject({ holders: [{ user: { id: ada } }], total: 1, devices: 1 });
  expect(page).not.toHaveProperty('unread');
});

test('a person in line has no seat, although the license was given directly as well', async () => {
  const lists = { assignments: [row('user', ben), row('group', team)], waitingMembers: [row('user', ben)] };
  const { adapter } = setup(lists);
  const issue = 'not-enough-licenses';
  const { people } = await adapter.listPeopleWithIssues(product);
  expect(people).toMatchObject([
    {
      user: { id: ben },
      seats: [
        { path: { kind: 'direct' }, state: 'error', issue },
        { path: { kind: 'group' }, state: 'error', issue },
      ],
    },
  ]);
  await expect(adapter.listHolders({ product })).resolves.toMatchObject({ holders: [{ user: { id: ada } }] });
});

test('how many members wait is not known where a part of the line could not be read', async () => {
  const group = row('group', team);
  const known = setup({ assignments: [group], waitingMembers: [row('user', ben)] }).adapter;
  await expect(known.listGroups(product)).resolves.toMatchObject([{ peopleWithIssues: 1, memberCount: 2 }]);
  await expect(known.readGroupProgress(team, product)).resolves.toEqual({
    processing: 'unknown',
    issues: new Map([[ben, 'not-enough-licenses']]),
  });
  const unread = setup({ assignments: [group], waitingMembers: [noType] }).adapter;
  await expect(unread.listGroups(product)).resolves.toMatchObject([{ peopleWithIssues: undefined }]);
  await expect(unread.readGroupProgress(team, product)).resolves.toMatchObject({ issues: undefined });
});

test('a product that is no longer listed stays where its holders could not all be read', async () => {
  const query = { listed: [], known: [product] };
  await expect(setup({}).adapter.listUnlisted(query)).resolves.toEqual([]);
  const { adapter } = setup({ assignments: [noType] });
  await expect(adapter.listUnlisted(query)).resolves.toMatchObject([{ product, people: undefined }]);
});

describe('holders and people with issues are asked for together', () => {
  const assignments = [row('user', ada)];
  const pages = (paths: readonly string[]): number =>
    paths.filter((path) => path.endsWith('/allotments/a1/assignments')).length;

  test('they share one reading, and the next one is new', async () => {
    const { adapter, paths } = setup({ assignments });
    const both = () => Promise.all([adapter.listHolders({ product }), adapter.listPeopleWithIssues(product)]);
    await both();
    expect(pages(paths())).toBe(1);
    await both();
    expect(pages(paths())).toBe(2);
  });

  test('one that is stopped leaves the other its reading', async () => {
    const { adapter } = setup({ assignments });
    const stopping = new AbortController();
    const holders = adapter.listHolders({ product, signal: stopping.signal });
    const issues = adapter.listPeopleWithIssues(product);
    stopping.abort();
    await expect(holders).rejects.toMatchObject({ code: 'cancelled' });
    await expect(issues).resolves.toMatchObject({ people: [] });
  });

  test('after a change, those who ask read anew', async () => {
    const { adapter, paths } = setup({ assignments });
    const early = adapter.listHolders({ product });
    const change = { principal: { kind: 'user', id: 'none' } as const, add: [], remove: [{ product, pool }] };
    await adapter.apply(change);
    await Promise.all([early, adapter.listPeopleWithIssues(product)]);
    expect(pages(paths())).toBe(2);
  });
});
