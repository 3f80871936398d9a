import { runToEnd } from '../../../src/base/async/inSlices';
import { licenseJobSchema } from '../../../src/license-jobs/licenseJobSchema';
import { createReprocess, planReprocess } from '../../../src/license-jobs/reprocess/reprocess';
import { toPoolKey, toProductKey } from '../../../src/licensing/keys';
import { guid, owned, refOf, user } from '../../licensing/support/samples';
import { inputOf, openOperations, scopeOf, walk, walkBack } from '../openOperations';

let close: (() => void) | undefined;
afterEach(() => {
  close?.();
  close = undefined;
});

function setup() {
  const world = openOperations();
  close = world.close;
  const operation = createReprocess({ directory: world.directory, timeForChanges: (count) => count });
  const { tenant } = world;
  const [{ row, source } = {}] = tenant.users.flatMap((row) => {
    const source = row.licenses.find(({ groupId, state }) => groupId !== null && state === 'Active');
    return source ? [{ row, source }] : [];
  });
  if (!row || !source) throw new Error('nobody has a license through a group');
  // The reason is gone, and the service has not looked since.
  const licenses = row.licenses.map((each) =>
    each === source ? ({ ...each, state: 'Error', error: 'Other' } as const) : each,
  );
  tenant.save({ users: [{ ...row, licenses }] });
  const stateNow = () =>
    tenant
      .user(row.id)
      ?.licenses.find(({ groupId, skuId }) => groupId === source.groupId && skuId === source.skuId)?.state;
  return { ...world, operation, userId: row.id, source, stateNow };
}

test('a person is evaluated again through the door of the product, and nothing of it is undone', async () => {
  const { operation, userId, source, stateNow, cast, sent } = setup();
  const scope = scopeOf({ kind: 'reprocess', pools: [refOf(source.skuId)] });
  const inputs = [inputOf({ kind: 'user', id: userId }, {}), inputOf(cast.unknownPerson, {})];
  const walked = await walk(operation, inputs, scope);
  expect(walked.map(({ outcome }) => outcome)).toMatchObject([
    { kind: 'done' },
    { kind: 'failed', reason: 'principal-not-found' },
  ]);
  expect(stateNow()).toBe('Active');
  expect(sent.some(({ url }) => url.includes('/beta/'))).toBe(false);
  expect(await walkBack(operation, walked, scope)).toEqual([]);
});

test('cloud licensing evaluates the people of an allotment by its own call', async () => {
  const { operation, userId, stateNow, sent } = setup();
  const pool = { product: toProductKey('offer', 'sample'), pool: toPoolKey('allotment', 'sample') };
  const scope = scopeOf({ kind: 'reprocess', pools: [pool] });
  const [walked] = await walk(operation, [inputOf({ kind: 'user', id: userId }, {})], scope);
  expect(walked?.outcome).toEqual({ kind: 'done' });
  expect(stateNow()).toBe('Active');
  expect(sent.map(({ body }) => String(body)).join()).toContain(
    `/users/${userId}/cloudLicensing/assignments/reprocessAssignments`,
  );
});

test('a plan names the product and the people, and is read from the journal as it was written', () => {
  const plan = runToEnd(planReprocess([user(1), user(2)], { name: 'Sample', owned: owned() }));
  expect(plan.operation).toBe('reprocess');
  expect(plan.subject).toMatchObject({ kind: 'reprocess', products: [{ name: 'Sample' }] });
  expect(plan.items.map(({ key }) => key)).toEqual([guid(1), guid(2)]);
  expect(licenseJobSchema.parseSubject(plan.subject)).toEqual(plan.subject);
  expect(licenseJobSchema.parseInput(plan.items[0]?.input)).toEqual(plan.items[0]?.input);
});
