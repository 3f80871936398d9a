// cspell:ignore snorri
// What an ISV's app checks at run time (D, Graph beta: list usageRights; Partner Center: ISV app license management).
import { productIds } from '../../../src/sandbox/tenant/products';
import type { UserRow } from '../../../src/sandbox/tenant/rows';
import type { AskOptions } from '../../sandbox/graph/openEmulator';
import { moreScopes, openOwnEmulator } from './openOwnEmulator';

function setup() {
  const opened = openOwnEmulator();
  const ask = (line: string, more: AskOptions = {}) =>
    opened.ask(line, { scopes: moreScopes, version: 'beta', ...more });
  const holder = (skuId: string) =>
    opened.tenant.users.find(({ licenses }) =>
      licenses.some((source) => source.skuId === skuId && source.state === 'Active'),
    ) as UserRow;
  return { ...opened, ask, holder };
}

test('a holder has one right a plan, with the state of the product', async () => {
  const { ask, holder } = setup();
  const { body } = await ask(`/users/${holder(productIds.timesheets).id}/usageRights`);
  expect(body.value).toContainEqual({
    id: expect.any(String) as string,
    catalogId: 'snorrifax-timesheets',
    serviceIdentifier: 'snorrifax_timesheets',
    state: 'active',
  });
});

test('a product in its grace period is warning, a suspended one suspended', async () => {
  const { ask, holder } = setup();
  const states = async (skuId: string, part: string) => {
    const { body } = await ask(`/users/${holder(skuId).id}/usageRights`);
    return body.value?.filter(({ catalogId }) => String(catalogId).includes(part)).map(({ state }) => state);
  };
  expect(new Set(await states(productIds.helpdesk, 'helpdesk'))).toEqual(new Set(['warning']));
  expect(new Set(await states(productIds.scan, 'scan'))).toEqual(new Set(['suspended']));
});

test("Microsoft's own products are none of it, and nobody has rights without a license", async () => {
  const { ask, holder } = setup();
  const { body } = await ask(`/users/${holder(productIds.powerBiFree).id}/usageRights`);
  expect(JSON.stringify(body)).not.toMatch(/power|exchange/i);
});

test.each([
  ["state eq 'active' and serviceIdentifier in ('snorrifax_timesheets','other')", 200],
  ["state eq 'active' or state eq 'warning'", 400],
  ["not(state eq 'active')", 400],
  ["startswith(serviceIdentifier,'snorri')", 400],
])('$filter=%s is %i', async (filter, status) => {
  const { ask, holder } = setup();
  const line = `/users/${holder(productIds.timesheets).id}/usageRights?$filter=${filter}`;
  expect((await ask(line)).status).toBe(status);
});

test('pages have the size that Prefer names', async () => {
  const { ask, tenant } = setup();
  const rich = [...tenant.users].sort((left, right) => right.licenses.length - left.licenses.length)[0];
  const { body, headers } = await ask(`/users/${rich?.id}/usageRights`, {
    headers: { prefer: 'odata.maxpagesize=1' },
  });
  expect(body.value).toHaveLength(1);
  expect(String(body['@odata.nextLink'])).toContain('/beta/users/');
  expect(headers['Preference-Applied']).toBe('odata.maxpagesize=1');
});

test('User.Read is enough for oneself and for nobody else', async () => {
  const { ask, tenant } = setup();
  const own = tenant.personas.find(({ key }) => key === 'member')?.userId;
  const scopes = ['User.Read'];
  expect((await ask(`/users/${own}/usageRights`, { as: 'member', scopes })).status).toBe(200);
  expect((await ask(`/users/${tenant.users[40]?.id}/usageRights`, { as: 'member', scopes })).status).toBe(
    403,
  );
});
