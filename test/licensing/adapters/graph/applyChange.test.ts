// cspell:ignore spznk mfrggzdfmztwq
import { AppError, type ErrorCode } from '../../../../src/base/appError';
import { seededRandom } from '../../../../src/base/random';
import { createGraph } from '../../../../src/graph/createGraph';
import { createGraphAdapter } from '../../../../src/licensing/adapters/graph/createGraphAdapter';
import { toPoolKey, toProductKey } from '../../../../src/licensing/keys';
import type { Change } from '../../../../src/licensing/types';
import type { HttpResponse } from '../../../../src/http/types';
import { answer } from '../../../http/answers';
import { servingBatches } from '../../../graph/servingBatches';
import { createVirtualClock } from '../../../support/virtualClock';
import { guid, license, ref, refOf, skuId } from '../../support/samples';
import { refusal, setup, type Script } from './setup';

const userId = guid(1);
const groupId = guid(2);
const userWrite = `POST /users/${userId}/assignLicense`;
const groupWrite = `POST /groups/${groupId}/assignLicense`;
const foreignProduct = toProductKey('offer', 'G2ALO6SPZNK7:0001');
const foreignPool = toPoolKey('allotment', 'MFRGGZDFMZTWQ2LK');
const nothingThere = refusal(400, 'User does not have a corresponding license.');

function assign(disabledPlanIds: string[] = []): Change {
  return { principal: { kind: 'user', id: userId }, add: [license(ref, ...disabledPlanIds)], remove: [] };
}

const unassign: Change = { principal: { kind: 'user', id: userId }, add: [], remove: [ref] };
const groupAssign: Change = { ...assign(), principal: { kind: 'group', id: groupId } };

function lost(): HttpResponse {
  throw new AppError('timed-out', { requestId: 'request-1' });
}

/** The user as read afterwards, with a path to the SKU for each entry: undefined for the direct one. */
function userWith(...groups: (string | undefined)[]): Script {
  const states = groups.map((assignedByGroup) => ({
    skuId,
    assignedByGroup: assignedByGroup ?? null,
    state: 'Active',
    error: 'None',
    disabledPlans: [],
  }));
  return { [`GET /users/${userId}`]: answer(200, { id: userId, licenseAssignmentStates: states }) };
}

function groupWith(securityEnabled: boolean, ...skuIds: string[]): Script {
  return { [`GET /groups/${groupId}`]: groupOf(securityEnabled, ...skuIds) };
}

function groupOf(securityEnabled: boolean, ...skuIds: string[]): HttpResponse {
  const assignedLicenses = skuIds.map((id) => ({ skuId: id, disabledPlans: [] }));
  return answer(200, { id: groupId, assignedLicenses, securityEnabled });
}

test('a change goes out in one call with both arrays', async () => {
  const { adapter, sent } = setup({ [userWrite]: answer(200, { id: userId }) });
  await expect(adapter.apply(assign([guid(3)]))).resolves.toEqual({ kind: 'done' });
  expect(sent).toHaveLength(1);
  expect(JSON.parse(sent[0]?.body ?? '')).toEqual({
    addLicenses: [{ skuId, disabledPlans: [guid(3)] }],
    removeLicenses: [],
  });
  expect(sent[0]?.scopes).toEqual(['LicenseAssignment.ReadWrite.All']);
});

test.each([
  ['assigned', assign()],
  ['removed', unassign],
])(
  'where an answer was lost and Graph leaves the licenses out, nothing passes for %s',
  async (_what, change) => {
    const withoutStates = answer(200, { id: userId, licenseAssignmentStates: null });
    const { adapter } = setup({ [userWrite]: lost, [`GET /users/${userId}`]: withoutStates });
    await expect(adapter.apply(change)).resolves.toMatchObject({ kind: 'failed', reason: 'outcome-unknown' });
  },
);

test('where a group is read without its licenses, a lost removal does not pass for done', async () => {
  const withoutLicenses = answer(200, { id: groupId, assignedLicenses: null, securityEnabled: true });
  const { adapter } = setup({ [groupWrite]: lost, [`GET /groups/${groupId}`]: withoutLicenses });
  const change: Change = { ...unassign, principal: { kind: 'group', id: groupId } };
  await expect(adapter.apply(change)).resolves.toMatchObject({ kind: 'failed', reason: 'outcome-unknown' });
});

test('a change of a group is done and pending', async () => {
  const { adapter } = setup({ [groupWrite]: answer(202) });
  await expect(adapter.apply(groupAssign)).resolves.toEqual({ kind: 'done', pending: true });
});

test('a change of nothing sends nothing', async () => {
  const { adapter, sent } = setup({});
  const outcome = await adapter.apply({ ...assign(), add: [] });
  expect(outcome).toEqual({ kind: 'skipped', reason: 'no-change' });
  expect(sent).toEqual([]);
});

test('an id that is no GUID is never put into a path', async () => {
  const { adapter, sent } = setup({});
  const outcome = await adapter.apply({ ...assign(), principal: { kind: 'user', id: 'x/../../groups' } });
  expect(outcome).toEqual({ kind: 'failed', reason: 'principal-not-found' });
  expect(sent).toEqual([]);
});

const sku901 = refOf(901);

test.each<[string, Change]>([
  ['a product to give', { ...assign(), add: [license(), license({ ...sku901, product: foreignProduct })] }],
  ['a pool to give', { ...assign(), add: [license({ ...sku901, pool: foreignPool })] }],
  ['a pool to take', { ...assign(), remove: [{ product: foreignProduct, pool: foreignPool }] }],
  ['a pool of another product', { ...assign(), add: [license({ ...ref, pool: sku901.pool })] }],
  ['a key whose id is no GUID', { ...assign(), add: [license(refOf('x/../../groups'))] }],
])('a change with %s that this adapter did not name is not sent', async (_name, change) => {
  const { adapter, sent } = setup({});
  await expect(adapter.apply(change)).resolves.toEqual({ kind: 'failed', reason: 'product-not-owned' });
  expect(sent).toEqual([]);
});

test('a refusal names its code and the request', async () => {
  const { adapter } = setup({
    [userWrite]: refusal(400, 'Subscription with SKU x does not have any available licenses.'),
  });
  await expect(adapter.apply(assign())).resolves.toEqual({
    kind: 'failed',
    reason: 'no-licenses-available',
    requestId: 'request-1',
  });
});

test('an unknown refusal stays unknown and keeps the sentence of the service', async () => {
  const { adapter } = setup({ [userWrite]: refusal(400, 'No idea.') });
  await expect(adapter.apply(assign())).resolves.toMatchObject({
    kind: 'failed',
    reason: 'refused',
    serviceMessage: 'No idea.',
  });
});

test.each([
  ['a time-out', lost],
  ['a broken server', refusal(500, 'Broken.')],
  ['a gateway that answers HTML', answer(504, '<html>504</html>')],
  ['a success that is no JSON', answer(200, '<html>')],
  ['a success that carries an error', answer(200, { error: { code: 'InternalServerError' } })],
])('after %s the state that is read back decides', async (_name, end) => {
  const there = setup({ [userWrite]: end, ...userWith(undefined) });
  await expect(there.adapter.apply(assign())).resolves.toEqual({ kind: 'done' });
  await expect(setup({ [userWrite]: end, ...userWith() }).adapter.apply(unassign)).resolves.toEqual({
    kind: 'done',
  });

  const notThere = setup({ [userWrite]: end, ...userWith() });
  await expect(notThere.adapter.apply(assign())).resolves.toMatchObject({
    kind: 'failed',
    reason: 'outcome-unknown',
  });
  expect(there.sent).toHaveLength(2);
  // Sent and read, six times both.
  expect(notThere.sent).toHaveLength(12);
});

test('a reading that is older than the change does not make it a failure', async () => {
  const given = setup({ [userWrite]: [refusal(500, 'Broken.'), answer(200, {})], ...userWith() });
  await expect(given.adapter.apply(assign())).resolves.toEqual({ kind: 'done' });
  const taken = setup({ [userWrite]: [refusal(500, 'Broken.'), nothingThere], ...userWith(undefined) });
  await expect(taken.adapter.apply(unassign)).resolves.toEqual({ kind: 'done' });
});

test('a refusal after a lost answer is the outcome', async () => {
  const full = refusal(400, 'Subscription with SKU x does not have any available licenses.');
  const { adapter } = setup({ [userWrite]: [refusal(500, 'Broken.'), full], ...userWith() });
  await expect(adapter.apply(assign())).resolves.toMatchObject({
    kind: 'failed',
    reason: 'no-licenses-available',
  });
});

test('a refusal after a lost answer is not the outcome where an old reading may show the change', async () => {
  const full = refusal(403, 'Insufficient privileges to complete the operation.');
  const shown = { [userWrite]: [refusal(500, 'Broken.'), full], ...userWith(undefined) };
  const options = { ignoreStaleReads: true };
  await expect(setup(shown).adapter.apply(assign(), options)).resolves.toMatchObject({
    kind: 'failed',
    reason: 'outcome-unknown',
  });
  const unseen = { [userWrite]: [refusal(500, 'Broken.'), full], ...userWith() };
  await expect(setup(unseen).adapter.apply(assign(), options)).resolves.toMatchObject({
    reason: 'forbidden',
  });
});

test('a lost answer for a group is settled by what the group carries', async () => {
  const there = setup({ [groupWrite]: lost, ...groupWith(true, skuId) });
  await expect(there.adapter.apply(groupAssign)).resolves.toEqual({ kind: 'done', pending: true });
  const notThere = setup({ [groupWrite]: lost, ...groupWith(true, guid(901)) });
  await expect(notThere.adapter.apply(groupAssign)).resolves.toMatchObject({ kind: 'failed' });
});

test('a lost answer is not done when the plans that are switched off differ', async () => {
  const { adapter } = setup({ [userWrite]: lost, ...userWith(undefined) });
  await expect(adapter.apply(assign([guid(3)]))).resolves.toMatchObject({ kind: 'failed' });
});

test('a path through a group does not settle a direct assignment', async () => {
  const { adapter } = setup({ [userWrite]: lost, ...userWith(guid(5)) });
  await expect(adapter.apply(assign())).resolves.toMatchObject({ kind: 'failed' });
});

test('what cannot be read back either stays unknown', async () => {
  const { adapter } = setup({ [userWrite]: lost, [`GET /users/${userId}`]: refusal(500, 'Broken.') });
  await expect(adapter.apply(assign())).resolves.toEqual({
    kind: 'failed',
    reason: 'outcome-unknown',
    requestId: 'request-1',
  });
});

test('a person who is gone when read afterwards is not found', async () => {
  const gone = refusal(404, 'Resource does not exist.', 'Request_ResourceNotFound');
  const { adapter } = setup({ [userWrite]: lost, [`GET /users/${userId}`]: gone });
  await expect(adapter.apply(assign())).resolves.toMatchObject({ reason: 'principal-not-found' });
});

test('removing what is not there is already so, once a reading confirms it', async () => {
  const { adapter, sent } = setup({ [userWrite]: nothingThere, ...userWith() });
  await expect(adapter.apply(unassign)).resolves.toEqual({ kind: 'skipped', reason: 'no-change' });
  expect(sent).toHaveLength(2);
});

test('removing what a group alone gives is inherited, however Graph says it', async () => {
  const { adapter } = setup({ [userWrite]: nothingThere, ...userWith(guid(5)) });
  await expect(adapter.apply(unassign)).resolves.toMatchObject({ kind: 'failed', reason: 'inherited' });
  const inherited = refusal(400, 'User license is inherited from a group membership.');
  const said = setup({ [userWrite]: inherited, ...userWith(guid(5)) });
  await expect(said.adapter.apply(unassign)).resolves.toMatchObject({
    reason: 'inherited',
    // Names can't be read here, and the outcome stands without them.
    groups: [{ id: guid(5), name: undefined }],
  });
});

test('what the service has not, though a reading still shows it, has just gone', async () => {
  const { adapter } = setup({ [userWrite]: nothingThere, ...userWith(undefined) });
  await expect(adapter.apply(unassign)).resolves.toEqual({ kind: 'done' });
});

test('of a move whose old product has just gone the new one is given for sure', async () => {
  const move: Change = { ...unassign, add: [license(refOf(901))] };
  const { adapter, sent } = setup({ [userWrite]: [nothingThere, answer(200)], ...userWith(undefined) });
  await expect(adapter.apply(move)).resolves.toEqual({ kind: 'done' });
  expect(JSON.parse(sent.at(-1)?.body ?? '')).toEqual({
    addLicenses: [{ skuId: guid(901), disabledPlans: [] }],
    removeLicenses: [],
  });
});

test('of several removals those that are not there are left out', async () => {
  const change: Change = { ...unassign, remove: [ref, refOf(901)] };
  const { adapter, sent } = setup({ [userWrite]: [nothingThere, answer(200)], ...userWith(undefined) });
  await expect(adapter.apply(change)).resolves.toEqual({ kind: 'done' });
  expect(JSON.parse(sent.at(-1)?.body ?? '')).toMatchObject({ removeLicenses: [skuId] });
});

test('a move whose old product was not there is refused, since the new one was not given', async () => {
  const move: Change = { ...unassign, add: [license(refOf(901))] };
  const { adapter } = setup({ [userWrite]: nothingThere, ...userWith() });
  await expect(adapter.apply(move)).resolves.toMatchObject({ kind: 'failed', reason: 'refused' });
});

test('a refused group that is not security enabled cannot carry licenses', async () => {
  const refused = refusal(400, 'Whatever Graph says of distribution lists.');
  const { adapter } = setup({ [groupWrite]: refused, ...groupWith(false) });
  await expect(adapter.apply(groupAssign)).resolves.toMatchObject({ reason: 'group-not-licensable' });
  const secure = setup({ [groupWrite]: refused, ...groupWith(true) });
  await expect(secure.adapter.apply(groupAssign)).resolves.toMatchObject({ reason: 'refused' });
  const unread = setup({ [groupWrite]: refused, [`GET /groups/${groupId}`]: refusal(500, 'Broken.') });
  await expect(unread.adapter.apply(groupAssign)).resolves.toMatchObject({ reason: 'refused' });
});

const concurrent = refusal(409, 'Error due to concurrent requests.', 'Directory_ConcurrencyViolation');

test('another change under way is waited out, longer each time', async () => {
  const { adapter, clock } = setup({ [userWrite]: [concurrent, concurrent, answer(200)] });
  await expect(adapter.apply(assign())).resolves.toEqual({ kind: 'done' });
  expect(clock.waits).toEqual([500, 1_000]);
});

test('a wait that Graph asks for is kept', async () => {
  const asked = { ...concurrent, headers: { 'retry-after': '7' } };
  const { adapter, clock } = setup({ [userWrite]: [asked, answer(200)] });
  await adapter.apply(assign());
  expect(clock.waits).toEqual([7_000]);
});

test('after five more tries another change under way is the outcome', async () => {
  const { adapter, sent } = setup({ [userWrite]: concurrent });
  await expect(adapter.apply(assign())).resolves.toMatchObject({
    kind: 'failed',
    reason: 'concurrent-change',
  });
  expect(sent).toHaveLength(6);
});

test('a stop is heard before sending and between tries', async () => {
  const before = setup({});
  const stopped = before.adapter.apply(assign(), { signal: AbortSignal.abort() });
  await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
  expect(before.sent).toEqual([]);

  const stopping = new AbortController();
  const between = setup({
    [userWrite]: () => {
      stopping.abort();
      return concurrent;
    },
  });
  const ended = between.adapter.apply(assign(), { signal: stopping.signal });
  await expect(ended).rejects.toMatchObject({ code: 'cancelled' });
  expect(between.sent).toHaveLength(1);
});

test('a stop while the fate of a change is open is heard after a reading, and is never taken for "not sent"', async () => {
  const stop = (script: Script) => {
    const stopping = new AbortController();
    const world = setup({
      [userWrite]: () => {
        stopping.abort();
        return refusal(500, 'Broken.');
      },
      ...script,
    });
    return { ...world, ended: world.adapter.apply(assign(), { signal: stopping.signal }) };
  };
  await expect(stop(userWith(undefined)).ended).resolves.toEqual({ kind: 'done' });
  const open = stop(userWith());
  await expect(open.ended).rejects.toMatchObject({ code: 'service-unavailable' });
  expect(open.sent).toHaveLength(2);
});

test('a connection that is gone for reading too ends the change as what is to be looked at again', async () => {
  const gone = () => {
    throw new AppError('offline');
  };
  const { adapter } = setup({ [userWrite]: gone, [`GET /users/${userId}`]: gone });
  await expect(adapter.apply(assign())).rejects.toMatchObject({ code: 'offline' });
});

test.each<ErrorCode>(['sign-in-needed', 'throttled', 'token-refused', 'account-changed'])(
  'a lost answer that cannot be settled for %s does not pass for a change that was never sent',
  async (code) => {
    const read = () => {
      throw new AppError(code);
    };
    const settling = setup({ [userWrite]: lost, [`GET /users/${userId}`]: read });
    await expect(settling.adapter.apply(assign())).rejects.toMatchObject({ code: 'timed-out' });
    const writes = [refusal(500, 'Broken.'), refusal(403, 'No.')];
    let readings = 0;
    const states = { id: userId, licenseAssignmentStates: [] };
    const refused = setup({
      [userWrite]: writes,
      [`GET /users/${userId}`]: () => ((readings += 1) === 1 ? answer(200, states) : read()),
    });
    await expect(refused.adapter.apply(assign())).rejects.toMatchObject({ code: 'service-unavailable' });
  },
);

test('a refusal after a lost answer is not the outcome where nothing can be read', async () => {
  const { adapter } = setup({
    [userWrite]: [refusal(500, 'Broken.'), refusal(403, 'No.')],
    [`GET /users/${userId}`]: refusal(403, 'No.'),
  });
  await expect(adapter.apply(assign())).resolves.toMatchObject({ kind: 'failed', reason: 'outcome-unknown' });
});

test('a refusal that says nothing of the license does not hide that it was given', async () => {
  const script = { [groupWrite]: [refusal(500, 'Broken.'), refusal(403, 'No.'), answer(202)] };
  const done = setup({ ...script, [`GET /groups/${groupId}`]: [groupOf(true), groupOf(true, skuId)] });
  await expect(done.adapter.apply(groupAssign)).resolves.toEqual({ kind: 'done', pending: true });
  const busy = { ...refusal(503, 'Busy.'), headers: { 'retry-after': '1' } };
  const later = setup({ [userWrite]: [refusal(500, 'Broken.'), busy, answer(200)], ...userWith() });
  await expect(later.adapter.apply(assign())).resolves.toEqual({ kind: 'done' });
});

test('people whose batch was lost are read back in one batch, and sent again in one', async () => {
  const clock = createVirtualClock();
  const batches: string[] = [];
  let isBroken = true;
  const serve = servingBatches(({ method }) =>
    Promise.resolve(method === 'GET' ? answer(200, { licenseAssignmentStates: [] }) : answer(200)),
  );
  const graph = createGraph({
    graphUrl: 'https://graph.microsoft.com',
    clock,
    random: seededRandom(1),
    send: async (request) => {
      const { requests } = JSON.parse(request.body ?? '') as { requests: { method: string }[] };
      batches.push(`${requests.length} ${requests[0]?.method}`);
      await clock.wait(100);
      if (!isBroken) return serve(request);
      isBroken = false;
      throw new AppError('timed-out');
    },
  });
  const adapter = createGraphAdapter(graph, { clock, random: seededRandom(2) });
  const changes = Array.from({ length: 20 }, (_, index) => ({
    ...assign(),
    principal: { kind: 'user', id: guid(index + 1) } as const,
  }));
  const outcomes = await clock.run(
    Promise.all(changes.map((change) => adapter.apply(change, { isBulk: true }))),
  );
  expect(outcomes.every(({ kind }) => kind === 'done')).toBe(true);
  expect(batches).toEqual(['20 POST', '20 GET', '20 POST']);
});

test('bulk changes and what is read for them let others go ahead', async () => {
  const prioritiesOf = async (isBulk: boolean) => {
    const { adapter, sent } = setup({ [userWrite]: refusal(500, 'Broken.'), ...userWith(undefined) });
    await adapter.apply(assign(), { isBulk });
    return sent.map(({ headers }) => headers['x-ms-throttle-priority']);
  };
  const [bulk, other] = [await prioritiesOf(true), await prioritiesOf(false)];
  expect([new Set(bulk).size, bulk.length]).toEqual([1, 2]);
  expect(other).not.toContain(bulk[0]);
});

test('what concerns the session is thrown, not told of the person', async () => {
  const { adapter } = setup({
    [userWrite]: () => {
      throw new AppError('sign-in-needed');
    },
  });
  await expect(adapter.apply(assign())).rejects.toMatchObject({ code: 'sign-in-needed' });
});
