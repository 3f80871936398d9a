import type { Clock } from '../../../src/base/clock';
import { openDecisionStore } from '../../../src/storage/decisions';
import type { DecisionStore } from '../../../src/storage/decisions';
import { openDraftStore } from '../../../src/storage/drafts';
import type { DraftStore } from '../../../src/storage/drafts';
import { createPersonalData } from '../../../src/storage/personalData';
import type { PersonalData } from '../../../src/storage/personalData';
import { recoverEntries } from '../../../src/storage/recoverEntries';
import { openColumnStore } from '../../../src/storage/columns';
import type { ColumnStore } from '../../../src/storage/columns';
import { openSettingStore } from '../../../src/storage/settings';
import type { SettingStore } from '../../../src/storage/settings';
import type { StorageOwner } from '../../../src/storage/storageKeys';
import { fakeBrowser } from './fakeBrowser';
import type { FakeBrowser } from './fakeBrowser';

/** A person of a tenant. */
export const ada: StorageOwner = { tenantId: 'tenant-1', accountId: 'ada' };
/** Another one of the same tenant. */
export const bea: StorageOwner = { tenantId: 'tenant-1', accountId: 'bea' };

/** Keys of what Ada keeps. */
export const adasKey = 'isv-licenses.decisions.tenant-1.ada';
/** Key of her drafts. */
export const draftsKey = 'isv-licenses.drafts.tenant-1.ada';

/** The present of these tests, until `pass` moves it. */
export const startedAt = Date.parse('2031-03-01T12:00:00Z');

/** Stores that one tab has open. */
interface Tab {
  readonly decisions: DecisionStore;
  readonly drafts: DraftStore;
  readonly settings: SettingStore;
  readonly columns: ColumnStore;
  readonly data: PersonalData;
}

/** A browser and a way to open the app in it. */
export function setup(entries: Readonly<Record<string, string>> = {}): {
  readonly browser: FakeBrowser;
  readonly open: (owner?: StorageOwner, migrateKey?: (key: string) => string) => Tab;
  readonly pass: (spanInMs: number) => void;
} {
  const browser = fakeBrowser(entries);
  let now = startedAt;
  const clock: Clock = { now: () => now, monotonic: () => now, wait: () => Promise.resolve() };
  return {
    browser,
    open(owner = ada, migrateKey = (key) => key) {
      const options = { storage: browser.openTab(), owner, clock, migrateKey };
      const decisions = openDecisionStore(options);
      const drafts = openDraftStore(options);
      const settings = openSettingStore(options);
      const columns = openColumnStore(options);
      recoverEntries(options, { decisions, drafts });
      const data = createPersonalData({ ...options, decisions, drafts, settings, columns });
      return { decisions, drafts, settings, columns, data };
    },
    pass: (spanInMs) => {
      now += spanInMs;
    },
  };
}
