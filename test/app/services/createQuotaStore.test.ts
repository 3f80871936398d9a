import { createQuotaStore } from '../../../src/app/services/createQuotaStore';
import type { QuotaSnapshot } from '../../../src/graph/throttling/quotaSnapshot';
import { createBrowserStorage, openBrowserStorage } from '../../../src/storage/browserStorage';

const snapshot: QuotaSnapshot = {
  version: 2,
  at: 1_700_000_000_000,
  tokens: 12.5,
  restInMs: 0,
  perSecond: 20,
  opensInMs: [0, 0, 0, 0],
  lastManualWriteAgeInMs: null,
};

const refuse = (): never => {
  throw new DOMException('blocked', 'SecurityError');
};

beforeEach(() => localStorage.clear());

test('what one tab writes, another reads', () => {
  createQuotaStore(() => 'tenant-a', openBrowserStorage()).write(snapshot);
  const other = createQuotaStore(() => 'tenant-a', openBrowserStorage());
  expect(other.read()).toEqual(snapshot);
});

test('each tenant has a quota of its own, whose name may come late', () => {
  const account: { tenantId?: string } = {};
  const share = createQuotaStore(() => account.tenantId, openBrowserStorage());
  share.write(snapshot);
  account.tenantId = 'tenant-a';
  expect(share.read()).toBeNull();
});

test('blocked or spoilt storage keeps nobody from working', () => {
  const blocked = createQuotaStore(
    () => 'tenant-a',
    createBrowserStorage({ openLocal: refuse, openSession: refuse, onOtherTab: () => undefined }),
  );
  blocked.write(snapshot);
  expect(blocked.read()).toBeUndefined();
  localStorage.setItem('isv-licenses.quota.tenant-a', '{');
  const spoilt = createQuotaStore(() => 'tenant-a', openBrowserStorage());
  expect(spoilt.read()).toBeUndefined();
});
