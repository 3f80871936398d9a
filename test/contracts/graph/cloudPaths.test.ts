// cspell:ignore FENNIMORE MERROWFEN THORNWICK PALEGROVE QUILLMARROW HOLLOWMERE BRAMBLECOURT SPZNK groupby topcount
// Every published path of cloud licensing with the methods that it takes (D, Graph: the list of permissions, beta).
import { groupIds } from '../../../src/sandbox/tenant/groupSeeds';
import { licensedDeviceId } from '../../../src/sandbox/tenant/devices';
import published from './cloudPaths.json';
import { setupCloud, top } from './setupCloud';
import type { Reply } from '../../sandbox/graph/openEmulator';
import { moreScopes } from './openOwnEmulator';

const methods = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'] as const;
const scopes = [...moreScopes, 'Device.Read.All', 'Group.Read.All'];
const paths: Readonly<Record<string, readonly string[]>> = published;

/** One emulator for all paths: what is not there is as good as what is. */
const { ask } = setupCloud();
const filled = (path: string): string =>
  path
    .replace('{user}', '0a11ce00-0000-4000-8000-000000000001')
    .replace('{group}', groupIds.empty)
    .replace('{device}', licensedDeviceId)
    .replaceAll(/\{\w+\}/g, 'a'.repeat(52));
const codeOf = ({ status, body }: Reply): string => `${status} ${body.error?.code ?? ''}`.trim();

test.each(Object.entries(paths))('%s takes %s and nothing else', async (path, taken) => {
  for (const method of methods) {
    const code = codeOf(
      await ask(`${method} ${filled(path)}`, { scopes, body: method === 'GET' ? undefined : {} }),
    );
    if (taken.includes(method)) expect(code).not.toMatch(/^405|BadRequest$|^500/);
    else expect(`${method} ${code}`).toBe(`${method} 405 methodNotAllowed`);
  }
});

test.each(Object.keys(paths).filter((path) => paths[path]?.includes('GET') && path.endsWith('}')))(
  '%s of nothing is 404 and names the id',
  async (path) => {
    const { status, body } = await ask(filled(path), { scopes });
    expect([status, body.error]).toEqual([
      404,
      expect.objectContaining({
        code: 'notFound',
        message: expect.stringMatching(/^Resource 'a{52}' not found$/) as string,
        innerError: expect.objectContaining({
          code: 'resourceNotFound',
          propertyName: expect.stringMatching(/Id$/) as string,
        }) as object,
      }),
    ]);
  },
);

test('what is published is not what the group lacks, and unknown names stay unknown', async () => {
  for (const path of [`/groups/${groupIds.empty}/cloudLicensing/waitingMembers`, `${top}/licenses`])
    expect(codeOf(await ask(path, { scopes }))).toBe('400 BadRequest');
});

test('every thing that is in a list can be read alone, with what it leads to', async () => {
  const { rows, ask: own, assign, person } = setupCloud();
  const read = async (line: string): Promise<Record<string, unknown>> => {
    const reply = await own(line, { scopes });
    expect([line, reply.status]).toEqual([line, 200]);
    return reply.body;
  };
  const idIn = async (line: string): Promise<string> => String((await rows(line, { scopes }))[0]?.['id']);
  await assign('QUILLMARROW_INSIGHTS_CORE', `users/${person(0)}`);
  const rooms = await rows(`${top}/allotments?$filter=catalogId eq 'R9YB4KFS2VMG:0003'`);
  const allotment = `${top}/allotments/${String(rooms[0]?.['id'])}`;
  await read(`${allotment}/owner`);
  await read(`${allotment}/waitingMembers/${await idIn(`${allotment}/waitingMembers`)}`);
  const given = await idIn(`${allotment}/assignments`);
  await read(`${allotment}/assignments/${given}`);
  expect(await read(`${top}/assignments/${given}/allotment`)).toMatchObject({ id: rooms[0]?.['id'] });
  expect(await read(`${top}/assignments/${given}/assignedTo`)).toMatchObject({ id: groupIds.it });
  const error = `${top}/assignmentErrors/${await idIn(`${top}/assignmentErrors`)}`;
  expect(await read(`${error}/assignedTo`)).toMatchObject({ '@odata.type': '#microsoft.graph.user' });
  const base = `/users/${person(0)}/cloudLicensing`;
  const right = `${base}/usageRights/${await idIn(`${base}/usageRights`)}`;
  expect((await read(`${right}/assignments`))['value']).not.toHaveLength(0);
  const waiting = await rows(`${allotment}/waitingMembers?$expand=assignedTo($select=id)`);
  const waiter = `/users/${(waiting[0]?.['assignedTo'] as { id: string }).id}/cloudLicensing/waitingMembers`;
  expect(await read(`${waiter}/${await idIn(waiter)}/allotment`)).toHaveProperty('allottedUnits');
  const device = `/devices/${licensedDeviceId}/cloudLicensing/assignments`;
  expect(await read(`${device}/${await idIn(device)}/allotment`)).toMatchObject({
    assignableTo: 'device,group',
  });
});
