// Single purchases and directory objects. Each name ends with its grade (D documented) and source.
import { groupIds } from '../../../src/sandbox/tenant/groupSeeds';
import { openEmulator } from '../../sandbox/graph/openEmulator';
import { moreScopes } from './openOwnEmulator';

test('a purchase is read by its id and by its id in commerce (D, Graph: get companySubscription)', async () => {
  const { ask, tenant } = openEmulator();
  const wanted = tenant.subscriptions[2];
  const keys = [`/${wanted?.id}`, `(commerceSubscriptionId='${wanted?.commerceId}')`];
  for (const key of keys)
    expect((await ask(`/directory/subscriptions${key}`)).body).toMatchObject({
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#directory/subscriptions/$entity',
      id: wanted?.id,
      commerceSubscriptionId: wanted?.commerceId,
    });
  for (const key of [`/${wanted?.commerceId}`, `(commerceSubscriptionId='${wanted?.id}')`])
    expect((await ask(`/directory/subscriptions${key}`)).body.error?.code).toBe('Request_ResourceNotFound');
});

test('a directory object is read by its id, with its type (D, Graph: get directoryObject)', async () => {
  const { ask, tenant } = openEmulator();
  const typeOf = async (id: string | undefined) =>
    (await ask(`/directoryObjects/${id}`, { scopes: moreScopes })).body['@odata.type'];
  expect(await typeOf(tenant.users[40]?.id)).toBe('#microsoft.graph.user');
  expect(await typeOf(groupIds.empty)).toBe('#microsoft.graph.group');
  expect(await typeOf(tenant.roles[0]?.id)).toBe('#microsoft.graph.directoryRole');
  const unknown = await ask(`/directoryObjects/${tenant.id}`, { scopes: moreScopes });
  expect(unknown.body.error?.code).toBe('Request_ResourceNotFound');
  expect((await ask(`/directoryObjects/${groupIds.empty}`)).status).toBe(403);
});
