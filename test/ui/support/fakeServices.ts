import { AppError } from '../../../src/base/appError';
import type { Clock } from '../../../src/base/clock';
import type { UserPrincipal } from '../../../src/base/principal';
import type { Directory, Me } from '../../../src/directory/types';
import type { ProductUpdate } from '../../../src/license-jobs/recent-changes/createRecentChanges';
import type { UnreadableJobs } from '../../../src/jobs/createUnreadableJobs';
import type {
  Catalogue,
  CatalogueEntry,
  ProductChoice,
  ProductChoices,
} from '../../../src/licensing/catalogue/types';
import type { LicensingAdapter } from '../../../src/licensing/licensingAdapter';
import { defaultPool } from '../../../src/licensing/pools';
import type { OwnedProduct } from '../../../src/licensing/types';
import type { ChoiceStore, DoorControls, KeptData, Services } from '../../../src/ui/services';
import { owned, type OwnedSample } from '../../licensing/support/samples';
import { setup as setupStorage } from '../../storage/support/setup';
import { fakeJobs } from './fakeJobs';

/** Current time of all component tests. */
export const testNow = Date.parse('2031-03-01T12:00:00Z');

/** A clock that stays at {@link testNow}; waits end immediately. */
const standingClock: Clock = { now: () => testNow, monotonic: () => 0, wait: () => Promise.resolve() };

/** A person of the tests' tenant. */
export function fakeUser(over: Partial<UserPrincipal> = {}): UserPrincipal {
  return {
    kind: 'user',
    id: '10000000-0000-4000-8000-000000000001',
    displayName: 'Ylva Tornberg',
    address: 'ylva.tornberg@wrenfold.example',
    userPrincipalName: 'ylva.tornberg@wrenfold.example',
    isGuest: false,
    isBlocked: false,
    usageLocation: 'SE',
    jobTitle: undefined,
    department: undefined,
    companyName: undefined,
    ...over,
  };
}

/** SKU id of {@link fakeOwned}. */
const fakeSkuId = '20000000-0000-4000-8000-000000000001';

/** An owned product with one pool of 10 seats of which 4 are assigned. */
export function fakeOwned(over: OwnedSample = {}): OwnedProduct {
  return owned({
    skuId: fakeSkuId,
    partNumber: 'PLOVER_NOTES',
    seats: { total: 10, assigned: 4, available: 6 },
    ...over,
  });
}

/** The product of {@link fakeOwned} and its pool. */
export const fakeRef = defaultPool(fakeOwned());

/** An entry of the catalogue for the product of {@link fakeOwned}. */
export function fakeEntry(over: Partial<CatalogueEntry> = {}): CatalogueEntry {
  return {
    id: 'plover-notes',
    name: 'Plover Notes',
    publisher: 'Plover',
    owner: 'isv',
    skuIds: [fakeSkuId],
    skuPartNumbers: [],
    assignedBy: 'graph',
    links: {},
    installTarget: undefined,
    entraAppId: undefined,
    planNames: {},
    ...over,
  };
}

/** A catalogue with the entries. */
export function fakeCatalogue(...entries: readonly CatalogueEntry[]): Catalogue {
  return { entries, linkHosts: new Set() };
}

/** Choices in memory. */
export function memoryChoices(start: ProductChoices = {}): ChoiceStore {
  const listeners = new Set<() => void>();
  let choices = start;
  const change = (productKey: string, part: { choice?: ProductChoice | undefined; name?: string }) => {
    const { [productKey]: before, ...others } = choices;
    const { choice, name } = { ...(typeof before === 'object' ? before : { choice: before }), ...part };
    const decision = name === undefined ? choice : { choice, name };
    choices = decision ? { ...others, [productKey]: decision } : others;
    listeners.forEach((listener) => listener());
  };
  return {
    read: () => choices,
    write: (productKey, choice) => change(productKey, { choice }),
    rename: (productKey, name) => change(productKey, { name }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Data of a browser that keeps nothing yet and has no jobs. */
export function fakeKeptData(over: Partial<KeptData> = {}): KeptData {
  const { data, drafts, columns } = setupStorage().open();
  return {
    ...data,
    drafts,
    columns,
    unreadableJobs: fakeUnreadableJobs(),
    jobRetention: {
      read: () => 180,
      subscribe: () => () => undefined,
      countExpired: () => 0,
      choose: () => Promise.resolve(),
    },
    deleteEverything() {
      data.deleteAll();
      return Promise.resolve({ jobsLeft: 0 });
    },
    ...over,
  };
}

/** Unreadable jobs; none unless the test gives some. */
export function fakeUnreadableJobs(over: Partial<UnreadableJobs> = {}): UnreadableJobs {
  const none: ReturnType<UnreadableJobs['list']> = [];
  return {
    list: () => none,
    subscribe: () => () => undefined,
    check: () => Promise.resolve(),
    exportText: () => Promise.resolve('{}'),
    removeAll: () => Promise.resolve(0),
    ...over,
  };
}

/** Licensing of an empty tenant; `over` sets what the test is about. */
export function fakeLicensing(over: Partial<LicensingAdapter> = {}): LicensingAdapter {
  return {
    id: 'fake',
    readDoors: () => Promise.resolve(new Map([['directory', { kind: 'open' }]])),
    isOneStep: () => true,
    listWaitingMembers: () => Promise.resolve(undefined),
    listProducts: () => Promise.resolve([]),
    listUnlisted: () => Promise.resolve([]),
    listHolders: () => Promise.resolve({ holders: [], total: 0, next: undefined }),
    listPeopleWithIssues: () => Promise.resolve({ people: [], unreadGroups: [] }),
    listGroups: () => Promise.resolve([]),
    readHoldings: (principals) => Promise.resolve(principals.map((principal) => ({ principal, seats: [] }))),
    readGroupProgress: () => Promise.resolve({ processing: 'complete', issues: new Map() }),
    readOwnSeats: () => Promise.resolve([]),
    apply: () => Promise.resolve({ kind: 'done' }),
    ...over,
  };
}

/** The signed-in person: a License Administrator unless said otherwise. */
export function fakeMe(access: Me['access'] = 'assign-to-all'): Me {
  return {
    user: fakeUser(),
    roleTemplateIds: [],
    listedRoleIds: [],
    access,
    canLicenseRoleAssignableGroups: false,
    canManageGroups: true,
  };
}

/** An empty directory; `over` sets what the test is about. */
export function fakeDirectory(over: Partial<Directory> = {}): Directory {
  return {
    readMe: () => Promise.resolve(fakeMe()),
    search: () => Promise.resolve([]),
    readPhoto: () => Promise.resolve(undefined),
    readComposition: () => Promise.resolve({ directUsers: 0, nestedGroups: 0 }),
    readMembers: () => Promise.resolve({ people: [], total: 0, next: undefined }),
    match: (entries) => Promise.resolve(entries.map(() => ({ kind: 'unknown', why: 'not-found' }))),
    ensureGroup: () => Promise.reject(new AppError('forbidden')),
    findMembers: () => Promise.resolve(new Set()),
    addMember: () => Promise.resolve({ kind: 'done' }),
    removeMember: () => Promise.resolve({ kind: 'done' }),
    readUsageLocations: () => Promise.resolve(new Map()),
    setUsageLocation: () => Promise.resolve({ kind: 'done' }),
    reprocessLicenses: () => Promise.resolve({ kind: 'done' }),
    readLicenseAudits: () => Promise.resolve({ audits: [], isPartial: false }),
    ...over,
  };
}

const noUpdates: readonly ProductUpdate[] = [];

/** Doors that nothing is to be done about; `over` sets what the test is about. */
export function fakeDoors(over: Partial<DoorControls> = {}): DoorControls {
  return {
    openCloudLicensing: () => Promise.resolve(),
    isOfferDismissed: () => false,
    dismissOffer: () => undefined,
    wasCloudKnown: () => false,
    findMissing: () => Promise.resolve([]),
    cloudConsentUrl: () => 'https://login.microsoftonline.com/organizations/v2.0/adminconsent?client_id=test',
    askAgain: () => undefined,
    checkTenant: () => Promise.reject(new AppError('offline')),
    ...over,
  };
}

/** All services as fakes, which do nothing by default. */
export function fakeServices(over: Partial<Services> = {}): Services {
  return {
    me: fakeMe(),
    licensing: fakeLicensing(),
    directory: fakeDirectory(),
    catalogue: fakeCatalogue(),
    choices: memoryChoices(),
    clock: standingClock,
    jobs: fakeJobs(),
    tables: {
      read: () => Promise.reject(new AppError('file-unreadable')),
      readAgain: () => Promise.reject(new AppError('file-unreadable')),
      entries: () => Promise.resolve([]),
      forget: () => Promise.resolve(),
    },
    timeForChanges: (count) => count * 50,
    openRecentChanges: () =>
      Promise.resolve({
        updates: () => noUpdates,
        subscribe: () => () => undefined,
        nextToRead: () => [],
      }),
    openKeptData: () => Promise.resolve(fakeKeptData()),
    openDoors: () => Promise.resolve(fakeDoors()),
    trouble: { read: () => undefined, subscribe: () => () => undefined },
    unknownSettings: [],
    appVersion: '1.2.3',
    saveFile: () => undefined,
    planInstall: () => ({ kind: 'external-link', url: 'https://plover.example/', host: 'plover.example' }),
    runInstall: () => Promise.resolve(),
    openExternal: () => Promise.resolve(),
    shareLink: () => Promise.resolve(),
    askConsent: () => Promise.resolve(),
    adminConsentUrl: 'https://login.microsoftonline.com/organizations/adminconsent?client_id=test',
    ...over,
  };
}
