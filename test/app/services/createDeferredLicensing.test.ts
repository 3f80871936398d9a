import { createDeferredLicensing } from '../../../src/app/services/createDeferredLicensing';
import type { DeferredServices } from '../../../src/app/services/createDeferredServices';
import { toProductKey } from '../../../src/licensing/keys';
import type { LicensingAdapter } from '../../../src/licensing/licensingAdapter';
import type { OwnedProduct, WaitingList } from '../../../src/licensing/types';
import { setup as setupGraph } from '../../graph/setup';
import { answer } from '../../http/answers';

const rooms = toProductKey('offer', 'R9YB4KFS2VMG:0003');
const inLine: WaitingList = { people: [], more: 2, isIncomplete: false } as unknown as WaitingList;

function setup({ isCloudKnown = false } = {}) {
  const { graph, sent } = setupGraph(() => answer(200, { value: [] }));
  const asked: unknown[][] = [];
  const joined = [{ key: rooms }] as unknown as readonly OwnedProduct[];
  const licensing: Partial<LicensingAdapter> = {
    listProducts: () => Promise.resolve(joined),
    listWaitingMembers: (...given) => {
      asked.push(given);
      return Promise.resolve(inLine);
    },
    isOneStep: () => true,
  };
  const services = { licensing, joinDoors: () => Promise.resolve(joined) } as unknown as DeferredServices;
  let isLoaded = false;
  let loads = 0;
  const late = {
    load: () => {
      isLoaded = true;
      loads += 1;
      return Promise.resolve(services);
    },
    loaded: () => (isLoaded ? services : undefined),
  };
  const adapter = createDeferredLicensing(graph, late, () => isCloudKnown);
  return { adapter, asked, joined, sent, loads: () => loads };
}

test('the list of products needs nothing else, unless cloud licensing is known', async () => {
  const plain = setup();
  await expect(plain.adapter.listProducts()).resolves.toEqual([]);
  expect([plain.loads(), plain.sent.length > 0]).toEqual([0, true]);
  const both = setup({ isCloudKnown: true });
  await expect(both.adapter.listProducts()).resolves.toBe(both.joined);
});

test('people who wait are read by the whole adapter, at the first call and at the next', async () => {
  const { adapter, asked, joined } = setup();
  const { signal } = new AbortController();
  expect(adapter.isOneStep({ principal: { kind: 'user', id: '' }, add: [], remove: [] })).toBe(false);
  await expect(adapter.listWaitingMembers(rooms, signal)).resolves.toBe(inLine);
  await adapter.listWaitingMembers(rooms);
  expect(asked).toEqual([[rooms, signal], [rooms]]);
  // From then on the list is the whole adapter's as well.
  await expect(adapter.listProducts()).resolves.toBe(joined);
  expect(adapter.isOneStep({ principal: { kind: 'user', id: '' }, add: [], remove: [] })).toBe(true);
});
