import { createCloudDoor } from '../../../src/app/services/createCloudDoor';
import { AppError } from '../../../src/base/appError';
import type { Me } from '../../../src/directory/types';
import type { LicensingAdapter } from '../../../src/licensing/licensingAdapter';
import type { OwnedProduct } from '../../../src/licensing/types';
import { doorsKey } from '../../../src/storage/storageKeys';
import { createQueryClient } from '../../../src/ui/queries/createQueryClient';
import { keys } from '../../../src/ui/queries/keys';
import { setup as setupStorage } from '../../storage/support/setup';
import { fakeLicensing, fakeMe, fakeOwned } from '../../ui/support/fakeServices';

const ofDirectory = fakeOwned();
const ofCloud = fakeOwned({ skuId: '20000000-0000-4000-8000-000000000009' });

function openApp({ me = fakeMe(), isKnown = false }: { me?: Me; isKnown?: boolean } = {}) {
  const key = doorsKey('tenant-1', 'admin-1');
  const { browser } = setupStorage(isKnown ? { [key]: 'known' } : {});
  const storage = browser.openTab();
  const queryClient = createQueryClient();
  const door = createCloudDoor({
    storage,
    tenantId: () => 'tenant-1',
    accountId: () => 'admin-1',
    me: () => me,
    whenRead: () => Promise.reject(new AppError('offline')),
    queryClient,
  });
  const licensing: LicensingAdapter = {
    ...fakeLicensing(),
    listProducts: () => Promise.resolve([ofDirectory]),
  };
  const guarded = (products: readonly OwnedProduct[]) =>
    door.guard({ ...licensing, listProducts: () => Promise.resolve(products) });
  const join = jest.fn((listed: readonly OwnedProduct[]) => Promise.resolve([...listed, ofCloud]));
  return { door, storage, key, queryClient, licensing, guarded, join };
}

test('the list of the start gets the products of cloud licensing, without reading the others again', async () => {
  const { door, queryClient, licensing, join } = openApp();
  await door.joinStart({ join }, licensing);
  expect(queryClient.getQueryData(keys.products)).toEqual([ofDirectory, ofCloud]);
});

test('a list that was read meanwhile stays', async () => {
  const { door, queryClient, licensing, join } = openApp();
  const newer = [fakeOwned({ partNumber: 'NEWER' })];
  join.mockImplementation((listed) => {
    queryClient.setQueryData(keys.products, newer);
    return Promise.resolve([...listed, ofCloud]);
  });
  await door.joinStart({ join }, licensing);
  expect(queryClient.getQueryData(keys.products)).toEqual(newer);
});

test('what one account knows is not what another one may ask for', () => {
  expect(doorsKey('tenant-1', 'admin-1')).not.toBe(doorsKey('tenant-1', 'admin-2'));
});

test('a list that waits for both doors is not joined again', async () => {
  const { door, licensing, join } = openApp({ isKnown: true });
  await door.joinStart({ join }, licensing);
  expect(join).not.toHaveBeenCalled();
  expect(door.mayAskFor()).toBe(true);
});

test('products of cloud licensing are remembered until there are none', async () => {
  const { storage, key, guarded } = openApp();
  await guarded([ofCloud]).listProducts();
  expect(storage.read(key)).toBeDefined();
  await guarded([]).listProducts();
  expect(storage.read(key)).toBeUndefined();
});

test('the wider permission is asked for once an admin chose to, and never because of a person without a role', async () => {
  const { door } = openApp();
  expect(door.mayAskFor()).toBe(false);
  door.open();
  expect(door.mayAskFor()).toBe(true);
  const member = openApp({ me: fakeMe('own-apps') });
  const reading = jest.fn();
  await expect(
    member.door.guard({ ...member.licensing, listProducts: reading }).listProducts(),
  ).resolves.toEqual([]);
  expect(reading).not.toHaveBeenCalled();
});
