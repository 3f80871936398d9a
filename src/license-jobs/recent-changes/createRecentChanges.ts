import type { Clock } from '../../base/clock';
import type { NamedPrincipal, PrincipalRef } from '../../base/principal';
import type { ProductKey } from '../../licensing/keys';
import type { LicensingAdapter } from '../../licensing/licensingAdapter';
import type { Holding, OwnedProduct } from '../../licensing/types';
import {
  addedGroups,
  addedHolders,
  correctGroups,
  correctHolders,
  correctHoldings,
  correctIssues,
  countWorking,
  type ReadPrincipals,
  type Walk,
} from './correctReadings';
import { createChangeCollector, type ChangeCollector, type ReadableJobs } from './createChangeCollector';
import { createGroupRecord, type GroupRecord } from './groupRecord';
import { changesOfPeople, type ChangesByPrincipal, type LicenseChange } from './licenseChanges';
import { createReadingRecord, type ReadingRecord } from './readings';
import { createSeatCounts, type CountDifference, type CountedChanges, type SeatCounts } from './seatCounts';

/** Progress of Microsoft 365 in showing the changes that this app has made to one product. */
export interface ProductUpdate {
  readonly product: ProductKey;
  readonly name: string;
  /** Readings of its seats, holders or groups may not show all changes yet; the screens are corrected meanwhile. */
  readonly isUpdating: boolean;
  /** The same for its number of seats alone. */
  readonly areSeatsUpdating: boolean;
  /** Time of the last change, in milliseconds since 1970. */
  readonly lastChangeAt: number;
  /** Changes that readings don't show although there was time enough. */
  readonly missing: readonly MissingChange[];
  /** Number of seats that readings show in place of the one that follows from the changes; undefined where they agree. */
  readonly seats: CountDifference | undefined;
}

/** A change that was answered with success and that readings don't show. */
export interface MissingChange {
  readonly jobId: string;
  readonly principal: NamedPrincipal;
  /** A license was assigned, or its apps were changed; false where one was removed. */
  readonly isAssigned: boolean;
}

/** Changes that this app made in the last minutes, laid over readings that are too early to show them. */
export interface RecentChanges {
  /** Wraps an adapter, so that its readings show the changes. `ownId` gives the id of the signed-in person. */
  correct(licensing: LicensingAdapter, ownId: () => string | undefined): LicensingAdapter;
  /** Reads what principals hold and corrects it by the changes of all jobs but one. Rejects as `read` does. */
  readHoldings(read: () => Promise<readonly Holding[]>, exceptJobId: string): Promise<readonly Holding[]>;
  /**
   * Names the next users and groups to read, at most 300, of those whose change no reading has shown; for a list that is too
   * long to be read again. Goes round where there are more.
   */
  nextToRead(product: ProductKey): readonly PrincipalRef[];
  /** Products with changes of the last hour; the same array until something changes. */
  updates(): readonly ProductUpdate[];
  subscribe(listener: () => void): () => void;
}

/** Dependencies of the recent changes. */
interface RecentChangesOptions {
  readonly jobs: () => ReadableJobs;
  readonly clock: Clock;
  /** Reads people and groups by their ids. Default is that those who are added to a list are known by name only. */
  readonly readPrincipals?: (refs: readonly PrincipalRef[]) => Promise<ReadPrincipals>;
}

/** Parts of the recent changes that a corrected adapter works with. */
interface CorrectionParts {
  readonly clock: Clock;
  readonly collector: ChangeCollector;
  readonly record: ReadingRecord;
  readonly counts: SeatCounts;
  readonly groupRecord: GroupRecord;
  /** Reads those whom a list lacks as far as it can; never rejects. */
  readonly readAdded: (refs: readonly PrincipalRef[]) => Promise<ReadPrincipals>;
  /** Announces how far readings are by now. */
  readonly publish: () => void;
}

const none: ChangesByPrincipal = new Map();

/** Number of users and groups who are read besides a list: 20 requests for 15 each fill one batch (Graph: JSON batching). */
const maxReadTogether = 300;

/** Creates the recent changes of this browser's jobs, those of its other tabs too; the journal brings them back after a reload. */
export function createRecentChanges({ jobs, clock, readPrincipals }: RecentChangesOptions): RecentChanges {
  const record = createReadingRecord(() => clock.now());
  const counts = createSeatCounts(() => clock.now());
  const collector = createChangeCollector(jobs, clock);
  const groupRecord = createGroupRecord(() => clock.now());
  const parts = { clock, collector, record, counts, groupRecord };
  const listeners = new Set<() => void>();
  const wasNamed = new Set<LicenseChange>();
  let updates: readonly ProductUpdate[] = [];
  let statuses = '';

  async function readAdded(refs: readonly PrincipalRef[]): Promise<ReadPrincipals> {
    if (!readPrincipals || refs.length === 0) return new Map();
    // The list goes without what can't be read of them.
    return readPrincipals(refs.slice(0, maxReadTogether)).catch(() => new Map());
  }

  function publish(): void {
    const next = [...collector.byProduct()].flatMap(
      ([product, { name }]) => updateOf(parts, product, name) ?? [],
    );
    if (JSON.stringify(next) === JSON.stringify(updates)) return;
    updates = next;
    listeners.forEach((listener) => listener());
  }

  /** Collects when a job starts, rests or ends; what one changes in between shows with the next reading. */
  function followJobs(): void {
    const now = jobs()
      .list()
      .map(({ header, status }) => `${header.id} ${status}`)
      .join();
    if (now === statuses) return;
    statuses = now;
    void collector.collect().then(publish);
  }

  return {
    correct: (licensing, ownId) => correctAdapter(licensing, ownId, { ...parts, readAdded, publish }),
    async readHoldings(read, exceptJobId) {
      const readAt = clock.now();
      const [holdings] = await Promise.all([read(), collector.collect()]);
      return correctHoldings(record, collector.indexExcept(exceptJobId), holdings, { readAt, clock });
    },
    nextToRead(product) {
      const changes = [...(collector.index().get(product) ?? none).values()]
        .flat()
        .filter((change) => record.isUnconfirmed(change));
      const others = changes.filter((change) => !wasNamed.has(change));
      if (others.length === 0) wasNamed.clear();
      const next = (others.length > 0 ? others : changes).slice(0, maxReadTogether);
      for (const change of next) wasNamed.add(change);
      return next.map(({ principal: { kind, id } }) => ({ kind, id }));
    },
    updates: () => updates,
    subscribe(listener) {
      listeners.add(listener);
      followJobs();
      const stop = jobs().subscribe(followJobs);
      return () => {
        listeners.delete(listener);
        stop();
      };
    },
  };
}

function countedOf(
  { collector, groupRecord }: Pick<CorrectionParts, 'collector' | 'groupRecord'>,
  product: ProductKey,
) {
  const { changes = [], planned = [], groupJobs = [] } = collector.byProduct().get(product) ?? {};
  const isGroupAtWork = groupJobs.some((job) => groupRecord.isAtWork(job));
  return { changes, planned, isGroupAtWork } satisfies CountedChanges;
}

function updateOf(
  parts: Omit<CorrectionParts, 'readAdded' | 'publish'>,
  product: ProductKey,
  name: string,
): ProductUpdate | undefined {
  const { collector, record, counts } = parts;
  const counted = countedOf(parts, product);
  const changes = [...(collector.index().get(product) ?? none).values()].flat();
  if (changes.length === 0 && !counted.isGroupAtWork) return undefined;
  const groupJobs = collector.byProduct().get(product)?.groupJobs ?? [];
  const areSeatsUpdating = counted.isGroupAtWork || counts.isPending(product, counted);
  return {
    product,
    name,
    isUpdating: areSeatsUpdating || changes.some((change) => record.isPending(change)),
    areSeatsUpdating,
    lastChangeAt: changes.reduce(
      (last, { at }) => Math.max(last, at),
      Math.max(0, ...groupJobs.map(({ groupsAt = 0 }) => groupsAt)),
    ),
    missing: changes.flatMap((change): readonly MissingChange[] => {
      const { jobId, principal, disabledPlanIds } = change;
      return record.isMissing(change)
        ? [{ jobId, principal, isAssigned: disabledPlanIds !== undefined }]
        : [];
    }),
    seats: counts.difference(product, counted),
  };
}

function correctProduct(product: OwnedProduct, parts: CorrectionParts, readAt: number): OwnedProduct {
  const { counts } = parts;
  const counted = countedOf(parts, product.key);
  const corrected = counts.correct(product, counted, readAt);
  const isUpdating = counted.isGroupAtWork || counts.isPending(product.key, counted);
  return isUpdating ? { ...corrected, isUpdating } : corrected;
}

type Correction<T> = (reading: T, readAt: number) => T | Promise<T>;

async function readCorrected<T>(
  { clock, collector, publish }: CorrectionParts,
  read: () => Promise<T>,
  correct: Correction<T>,
): Promise<T> {
  const readAt = clock.now();
  const reading = await read().catch((cause: unknown) => {
    // How long changes are waited for ends by the clock, also where nothing can be read.
    publish();
    throw cause;
  });
  await collector.collect();
  const result = await correct(reading, readAt);
  publish();
  return result;
}

function correctAdapter(
  licensing: LicensingAdapter,
  ownId: () => string | undefined,
  parts: CorrectionParts,
): LicensingAdapter {
  const { clock, collector, record, readAdded } = parts;
  const walks = new Map<unknown, Walk>();
  const changesOfProduct = (product: ProductKey): ChangesByPrincipal =>
    collector.index().get(product) ?? none;

  const corrected = <T>(read: () => Promise<T>, correct: Correction<T>): Promise<T> =>
    readCorrected(parts, read, correct);

  return {
    ...licensing,
    listProducts: (signal) =>
      corrected(
        () => licensing.listProducts(signal),
        (products, readAt) => products.map((product) => correctProduct(product, parts, readAt)),
      ),
    listHolders: (query) =>
      corrected(
        () => licensing.listHolders(query),
        async (page, readAt) => {
          const walk = walks.get(query.cursor) ?? { readAt, seen: new Set(), working: new Set() };
          walks.delete(query.cursor);
          if (page.next !== undefined) walks.set(page.next, walk);
          const changes = changesOfPeople(changesOfProduct(query.product), query.only);
          const added = query.cursor === undefined ? addedHolders(record, changes, page, readAt) : [];
          const read = await readAdded(added);
          const corrected = correctHolders(record, changes, { query, page, walk, read });
          countWorking(walk, corrected, query.product);
          if (page.next === undefined && walk.working)
            parts.counts.noteHolders(query.product, { at: walk.readAt, assigned: walk.working.size });
          return corrected;
        },
      ),
    listPeopleWithIssues: (product, signal) =>
      corrected(
        () => licensing.listPeopleWithIssues(product, signal),
        (issues, readAt) => ({
          ...issues,
          people: correctIssues(record, changesOfProduct(product), issues.people, readAt),
        }),
      ),
    listGroups: (product, signal) =>
      corrected(
        () => licensing.listGroups(product, signal),
        async (groups, readAt) => {
          const changes = changesOfProduct(product);
          const read = await readAdded(addedGroups(record, changes, groups, readAt));
          const groupJobs = collector.byProduct().get(product)?.groupJobs ?? [];
          parts.groupRecord.markProcessed(product, groupJobs, groups, readAt);
          return correctGroups(record, changes, groups, { read, readAt });
        },
      ),
    readHoldings: (principals, options) =>
      corrected(
        () => licensing.readHoldings(principals, options),
        (holdings, readAt) =>
          correctHoldings(record, collector.index(), holdings, { ...options, readAt, clock }),
      ),
    readOwnSeats: (signal) =>
      corrected(
        () => licensing.readOwnSeats(signal),
        async (seats, readAt) => {
          const id = ownId();
          if (id === undefined) return seats;
          const holding: Holding = { principal: { kind: 'user', id }, seats };
          const [corrected] = await correctHoldings(record, collector.index(), [holding], { readAt, clock });
          return corrected?.seats ?? seats;
        },
      ),
  };
}
