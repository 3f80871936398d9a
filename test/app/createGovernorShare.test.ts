import { createGovernorShare } from '../../src/app/createGovernorShare';
import type { GovernorSnapshot } from '../../src/graph/governor/snapshot';
import { createBrowserStorage, openBrowserStorage } from '../../src/storage/browserStorage';

const snapshot: GovernorSnapshot = {
  version: 1,
  at: 1_700_000_000_000,
  tokens: 12.5,
  restInMs: 0,
  perSecond: 20,
  gatesInMs: { all: 0, writes: 0, bulk: 0, bulkWrites: 0 },
  handAgeInMs: null,
};

const refuse = (): never => {
  throw new DOMException('blocked', 'SecurityError');
};

beforeEach(() => localStorage.clear());

test('what one tab writes, another reads', () => {
  createGovernorShare(() => 'tenant-a', openBrowserStorage()).write(snapshot);
  const other = createGovernorShare(() => 'tenant-a', openBrowserStorage());
  expect(other.read()).toEqual(snapshot);
});

test('each tenant has a quota of its own, whose name may come late', () => {
  const account: { tenantId?: string } = {};
  const share = createGovernorShare(() => account.tenantId, openBrowserStorage());
  share.write(snapshot);
  account.tenantId = 'tenant-a';
  expect(share.read()).toBeNull();
});

test('blocked or spoilt storage keeps nobody from working', () => {
  const blocked = createGovernorShare(
    () => 'tenant-a',
    createBrowserStorage({ openLocal: refuse, openSession: refuse, onOtherTab: () => undefined }),
  );
  blocked.write(snapshot);
  expect(blocked.read()).toBeUndefined();
  localStorage.setItem('isv-licenses.quota.tenant-a', '{');
  const spoilt = createGovernorShare(() => 'tenant-a', openBrowserStorage());
  expect(spoilt.read()).toBeUndefined();
});
