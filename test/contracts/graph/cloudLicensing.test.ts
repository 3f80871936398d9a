// cspell:ignore FENNIMORE MERROWFEN THORNWICK PALEGROVE QUILLMARROW HOLLOWMERE BRAMBLECOURT SPZNK groupby topcount
// Cloud licensing (D, Graph beta: allotment, assignment, waitingMember, assignmentError, usageRight; design: their semantics).
import { groupIds } from '../../../src/sandbox/tenant/groupSeeds';
import { productIds } from '../../../src/sandbox/tenant/products';
import { innerOf, setupCloud, top } from './setupCloud';

const insights = 'QUILLMARROW_INSIGHTS_CORE';
const timesheets = 'SNORRIFAX_TIMESHEETS';

test('a product may be in the allotments, without a SKU, and in no subscribed SKU', async () => {
  const { ask, rows, allotment } = setupCloud();
  const found = await allotment(insights);
  expect(found).toMatchObject({
    catalogId: 'G2ALO6SPZNK7:0001',
    allottedUnits: 12,
    consumedUnits: 0,
    assignableTo: 'user,group',
  });
  expect(Object.keys(found)).not.toContain('skuId');
  expect(Object.keys(found)).not.toContain('skuPartNumber');
  const skus = JSON.stringify((await ask('/subscribedSkus')).body);
  expect(skus).not.toContain(insights);
  const bySku = await rows(`${top}/allotments?$filter=skuId eq ${productIds.timesheets}`);
  expect(bySku).toHaveLength(1);
});

test('ids are opaque: 52 letters and digits that look like nothing they mean, and stay the same', async () => {
  const { rows, allotment, assign, person } = setupCloud();
  const created = await assign(insights, `users/${person(0)}`);
  const other = await assign(insights, `users/${person(1)}`);
  const ids = [
    ...(await rows(`${top}/allotments`)),
    ...(await rows(`${top}/assignmentErrors`)),
    created.body,
    other.body,
  ].map(({ id }) => String(id));
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z2-7]{52}$/);
  // Two ids for two people and one pool have no start in common.
  expect(String(created.body['id']).slice(0, 4)).not.toBe(String(other.body['id']).slice(0, 4));
  expect((await allotment(insights))['id']).toBe((await allotment(insights))['id']);
});

test('subscriptions have dates without a time, a state and tags', async () => {
  const { allotment } = setupCloud();
  const of = async (plan: string) => ((await allotment(plan))['subscriptions'] as object[])[0];
  expect(await of('FENNIMORE_KIOSK')).toMatchObject({
    startDate: '2026-04-30',
    nextLifecycleDate: '2026-05-30',
    state: 'active',
    tags: 'trial',
  });
  expect(await of('HOLLOWMERE_SCANNER')).toMatchObject({ state: 'suspended', tags: 'none' });
  expect(await of('QUORVEXA_SIGN')).toMatchObject({ state: 'active', tags: 'trial' });
  expect(await of('BRAMBULON_SCAN')).toMatchObject({ state: 'lockedOut' });
});

test('an allotment may be visible and not assignable', async () => {
  const { allotment, assign, person } = setupCloud();
  expect(await allotment('BRAMBLECOURT_DESK')).toMatchObject({ assignableTo: 'none' });
  const reply = await assign('BRAMBLECOURT_DESK', `users/${person(0)}`);
  expect([reply.status, innerOf(reply)]).toEqual([
    400,
    { code: 'invalidAssigneeType', propertyName: 'assignedTo' },
  ]);
});

test('an assignment is made with 201, changed with 200 and its body, and taken away with 204', async () => {
  const { ask, rows, assign, allotment, person } = setupCloud();
  const created = await assign(insights, `users/${person(0)}`);
  expect(created.status).toBe(201);
  const path = `${top}/assignments/${String(created.body['id'])}`;
  const expanded = await ask(`${path}?$expand=allotment,assignedTo`);
  expect(expanded.body).toMatchObject({
    allotment: { catalogId: 'G2ALO6SPZNK7:0001' },
    assignedTo: { '@odata.type': '#microsoft.graph.user', id: person(0) },
  });
  const services = (await allotment(insights))['services'] as { planId: string }[];
  const disabledServicePlanIds = [services[1]?.planId];
  const patched = await ask(`PATCH ${path}`, { body: { disabledServicePlanIds } });
  expect([patched.status, patched.body['id'], patched.body['disabledServicePlanIds']]).toEqual([
    200,
    created.body['id'],
    disabledServicePlanIds,
  ]);
  const ofPlan = `$filter=services/any(c:c/planId eq ${services[0]?.planId})`;
  const [right] = await rows(`/users/${person(0)}/cloudLicensing/usageRights?${ofPlan}`);
  expect(right?.['services']).toEqual([expect.objectContaining({ planId: services[0]?.planId })]);
  expect((await allotment(insights))['consumedUnits']).toBe(1);
  expect((await ask(`DELETE ${path}`)).status).toBe(204);
  expect((await ask(path)).status).toBe(404);
  expect((await allotment(insights))['consumedUnits']).toBe(0);
});

test('a product of the directory is given by either door to the same people', async () => {
  const { ask, assign, person } = setupCloud();
  const created = await assign(timesheets, `users/${person(0)}`);
  expect(created.status).toBe(201);
  const select = `/users/${person(0)}?$select=assignedLicenses`;
  expect(JSON.stringify((await ask(select)).body)).toContain(productIds.timesheets);
  await ask(`DELETE ${top}/assignments/${String(created.body['id'])}`);
  expect(JSON.stringify((await ask(select)).body)).not.toContain(productIds.timesheets);
});

test('members of a group wait in line for a seat, a person alone is refused, and who is first gets a freed one', async () => {
  const { ask, rows, assign, assignTo, allotment, tenant, clock, people } = setupCloud();
  const group = tenant.group(groupIds.customerSupport);
  const members = group?.memberIds.filter((id) => tenant.user(id)) ?? [];
  const outsiders = people.filter(({ id }) => !members.includes(id));
  const direct = await assign(insights, `users/${outsiders[0]?.id}`);
  clock.time += 60_000;
  expect((await assign(insights, `groups/${group?.id}`)).status).toBe(201);
  const { id, consumedUnits } = await allotment(insights);
  expect(consumedUnits).toBe(12);
  const waitingLine = `${top}/allotments/${String(id)}/waitingMembers?$expand=assignedTo($select=id),allotment($select=id)`;
  const waiting = await rows(waitingLine);
  expect(waiting.map(({ assignedTo }) => (assignedTo as { id: string }).id)).toEqual(members.slice(11));
  expect(waiting[0]).toMatchObject({
    waitingSinceDateTime: '2026-05-11T09:31:00Z',
    allotment: { id },
  });
  const ownLine = `/users/${members[11]}/cloudLicensing/waitingMembers?$expand=allotment($select=id)`;
  expect((await rows(ownLine)).map(({ allotment: pool }) => pool)).toContainEqual(
    expect.objectContaining({ id }),
  );
  const refused = await assignTo(id, `users/${outsiders[1]?.id}`);
  expect([refused.status, innerOf(refused)]).toEqual([400, { code: 'noAvailableLicenses' }]);

  await ask(`DELETE ${top}/assignments/${String(direct.body['id'])}`);
  expect((await allotment(insights))['consumedUnits']).toBe(12);
  expect(await rows(waitingLine)).toHaveLength(waiting.length - 1);
  const rights = JSON.stringify(await rows(`/users/${members[11]}/cloudLicensing/usageRights`));
  expect(rights).toContain(insights);
  expect(JSON.stringify(await rows(ownLine))).not.toContain(id);
});

test('who joins the group later gets a seat later, and takes nobody else’s', async () => {
  const { ask, rows, allotment, tenant, person } = setupCloud();
  const { id } = await allotment('MERROWFEN_ROOMS');
  const line = `${top}/allotments/${String(id)}/waitingMembers?$expand=assignedTo($select=id)`;
  const idsOf = async () => (await rows(line)).map(({ assignedTo }) => (assignedTo as { id: string }).id);
  const before = await idsOf();
  expect(before.length).toBeGreaterThan(0);
  const link = { '@odata.id': `https://graph.microsoft.com/v1.0/users/${person(0)}` };
  expect((await ask(`POST /groups/${groupIds.it}/members/$ref`, { body: link })).status).toBe(204);
  expect(await idsOf()).toEqual([...before, person(0)]);
  // Somebody with a seat leaves.
  const holder = tenant.group(groupIds.it)?.memberIds[0];
  await ask(`DELETE /groups/${groupIds.it}/members/${holder}/$ref`);
  expect(await idsOf()).toEqual([...before.slice(1), person(0)]);
});

test('somebody on two allotments of one product takes two seats and has what either gives', async () => {
  const { ask, rows, allotments, assignTo, person } = setupCloud();
  const [first, second] = await allotments('THORNWICK_LEDGER');
  const [plan, other] = (first?.['services'] as { planId: string }[]).map(({ planId }) => planId);
  const before = [first?.['consumedUnits'], second?.['consumedUnits']].map(Number);
  for (const each of [first, second])
    expect((await assignTo(each?.['id'], `users/${person(0)}`)).status).toBe(201);
  const after = (await allotments('THORNWICK_LEDGER')).map(({ consumedUnits }) => Number(consumedUnits));
  expect(after).toEqual(before.map((units) => units + 1));
  const own = await rows(`/users/${person(0)}/cloudLicensing/assignments`);
  const patch = (row: { id?: unknown } | undefined, disabled: unknown) =>
    ask(`PATCH /users/${person(0)}/cloudLicensing/assignments/${String(row?.id)}`, {
      body: { disabledServicePlanIds: [disabled] },
    });
  await patch(own.at(-2), plan);
  await patch(own.at(-1), other);
  const rights = await rows(
    `/users/${person(0)}/cloudLicensing/usageRights?$filter=services/any(c:c/planId in (${plan},${other}))&$expand=assignments($expand=allotment($select=id))`,
  );
  expect(rights).toHaveLength(1);
  expect(rights[0]?.['services']).toHaveLength(2);
  expect(
    (rights[0]?.['assignments'] as { allotment: { id: string } }[]).map(({ allotment }) => allotment.id),
  ).toEqual([first?.['id'], second?.['id']]);
});

test('errors of giving are listed for the organization and for a person', async () => {
  const { ask, rows, tenant } = setupCloud();
  const failing = tenant.users.filter(({ licenses }) =>
    licenses.some(({ state, error }) => state === 'Error' && error !== 'CountViolation'),
  );
  const all = await rows(`${top}/assignmentErrors?$expand=assignedTo&$top=100`);
  expect(all.length).toBeGreaterThanOrEqual(failing.length);
  const missing = all.find(({ code }) => code === 'MissingDependency');
  expect(missing?.['message']).toMatch(
    /^Service plan [0-9a-f-]{36} cannot be assigned without service plan [0-9a-f-]{36}, which this user does not currently have\.$/,
  );
  const own = await rows(`/users/${failing[0]?.id}/cloudLicensing/assignmentErrors`);
  const one = await ask(`${top}/assignmentErrors/${String(own[0]?.['id'])}`);
  expect(one.body['code']).toBe(own[0]?.['code']);
});

test('reprocessing answers 200 without a body, for people and groups', async () => {
  const { ask, tenant, person } = setupCloud();
  const line = `POST /users/${person(0)}/cloudLicensing/assignments/reprocessAssignments`;
  const { status, raw } = await ask(line);
  expect([status, raw]).toEqual([200, undefined]);
  expect((await ask(line, { as: 'member' })).status).toBe(403);
  const ofGroup = `POST /groups/${groupIds.fieldStaff}/cloudLicensing/assignments/reprocessAssignments`;
  expect((await ask(ofGroup)).status).toBe(200);
  expect(tenant.group(groupIds.fieldStaff)?.processing).toBe('QueuedForProcessing');
});

test('groups have assignments and usage rights, and neither errors nor members in line', async () => {
  const { ask, rows } = setupCloud();
  const base = `/groups/${groupIds.fieldStaff}/cloudLicensing`;
  const assignments = await rows(`${base}/assignments?$expand=allotment`);
  expect(assignments.length).toBeGreaterThan(0);
  expect(await rows(`${base}/usageRights`)).toHaveLength(assignments.length);
  for (const name of ['waitingMembers', 'assignmentErrors'])
    expect((await ask(`${base}/${name}`)).body.error?.code).toBe('BadRequest');
});
