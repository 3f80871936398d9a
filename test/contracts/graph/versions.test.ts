// Which version has what (D, Graph: versioning; JSON batching for the answer to a POST).
import { openOwnEmulator, moreScopes } from './openOwnEmulator';

const scopes = moreScopes;

test('beta has what v1.0 has, with links and contexts of its own', async () => {
  const { ask } = openOwnEmulator();
  const { status, body } = await ask('/users?$top=2&$select=id', { version: 'beta' });
  expect(status).toBe(200);
  expect(body['@odata.context']).toBe('https://graph.microsoft.com/beta/$metadata#users(id)');
  expect(body['@odata.nextLink']).toMatch(/^https:\/\/graph\.microsoft\.com\/beta\/users\?/);
});

test.each(['/users/0a11ce00-0000-4000-8000-000000000001/usageRights', '/admin/cloudLicensing/allotments'])(
  '%s is beta alone; under v1.0 a GET names the segment, and nothing is said of the sandbox',
  async (line) => {
    const { ask, logged } = openOwnEmulator();
    expect((await ask(line, { scopes, version: 'beta' })).status).toBe(200);
    const { status, body } = await ask(line, { scopes });
    expect([status, body.error?.code]).toEqual([400, 'BadRequest']);
    expect(body.error?.message).toMatch(/^Resource not found for the segment '(usageRights|admin)'\.$/);
    expect(logged).toEqual([]);
  },
);

test('a POST to a path of beta alone is 405 under v1.0', async () => {
  const { ask } = openOwnEmulator();
  const { status, body } = await ask('POST /admin/cloudLicensing/assignments', { scopes, body: {} });
  expect([status, body.error?.code, body.error?.message]).toEqual([
    405,
    'Request_BadRequest',
    'Specified HTTP method is not allowed for the request target.',
  ]);
});

test('a batch has the version of its own address', async () => {
  const { ask } = openOwnEmulator();
  const requests = [{ id: '1', method: 'GET', url: '/admin/cloudLicensing/allotments' }];
  const statusIn = async (version?: 'beta') => {
    const { body } = await ask('POST /$batch', { scopes, version, body: { requests } });
    return (body['responses'] as { status: number }[])[0]?.status;
  };
  expect(await statusIn('beta')).toBe(200);
  expect(await statusIn()).toBe(400);
});

test('odata.metadata=none leaves annotations out, but for links and counts (D, OData: JSON format)', async () => {
  const { ask } = openOwnEmulator();
  const { body, headers } = await ask('/users?$top=1&$count=true', {
    headers: { accept: 'application/json;odata.metadata=none', consistencylevel: 'eventual' },
  });
  expect(Object.keys(body).sort()).toEqual(['@odata.count', '@odata.nextLink', 'value']);
  expect(headers['Content-Type']).toContain('odata.metadata=none');
});
