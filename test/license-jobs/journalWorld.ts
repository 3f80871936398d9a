import { openDB } from 'idb';
import * as v from 'valibot';
import { seededRandom } from '../../src/base/random';
import type { Outcome } from '../../src/base/outcome';
import { createJobs } from '../../src/jobs/createJobs';
import { createResumePolicy } from '../../src/jobs/runner/createResumePolicy';
import { createIndexedJournal } from '../../src/jobs/journal/createIndexedJournal';
import { createMemoryChannel } from '../../src/jobs/tabs/jobChannel';
import { createMemoryLocks } from '../../src/jobs/tabs/jobLocks';
import { createChangeLicenses } from '../../src/license-jobs/change-licenses/changeLicenses';
import { licenseJobSchema } from '../../src/license-jobs/licenseJobSchema';
import {
  createThroughGroup,
  type ThroughGroupParts,
} from '../../src/license-jobs/through-group/throughGroup';
import { isSamePool } from '../../src/licensing/pools';
import type { LicensingAdapter } from '../../src/licensing/licensingAdapter';
import type { Change, HeldLicense, Seat } from '../../src/licensing/types';
import { group, guid } from '../licensing/support/samples';
import { createVirtualClock } from '../support/virtualClock';

const part = v.object({ digest: v.looseObject({}), events: v.array(v.unknown()) });

/** A journal that an earlier version of the app wrote: one job, as it stood at several moments. */
export const recordedJournal = v.object({
  header: v.looseObject({ id: v.string(), plannedAt: v.number() }),
  items: v.array(v.unknown()),
  states: v.record(v.string(), part),
});

/** Values of one job, as the database holds them. */
export interface StoredValues {
  readonly header: unknown;
  readonly digest: unknown;
  readonly items: readonly unknown[];
  readonly events: readonly unknown[];
}

/** The group that the recorded jobs made. */
export const madeGroup = guid(500);

/** A service that holds licenses and members, and remembers what was sent to it. */
export function createLicenseService(
  held: ReadonlyMap<string, readonly HeldLicense[]>,
  members: readonly string[],
) {
  const licenses = new Map(held);
  const inGroup = new Set(members);
  const sent: Change[] = [];
  const moved: string[] = [];
  const direct = (id: string): Seat[] =>
    (licenses.get(id) ?? []).map((each) => seatBy({ kind: 'direct' }, each));
  const given = (id: string): Seat[] =>
    inGroup.has(id)
      ? (licenses.get(madeGroup) ?? []).map((each) =>
          seatBy({ kind: 'group', groupId: madeGroup, groupName: undefined }, each),
        )
      : [];
  const unused = () => Promise.reject(new Error('not part of this service'));
  const licensing: LicensingAdapter = {
    id: 'sample',
    readDoors: unused,
    isOneStep: () => true,
    listProducts: () => Promise.resolve([]),
    listUnlisted: unused,
    listHolders: unused,
    listPeopleWithIssues: unused,
    listWaitingMembers: unused,
    listGroups: unused,
    readOwnSeats: unused,
    readHoldings: (principals) =>
      Promise.resolve(
        principals.map((principal) => ({
          principal,
          seats: [...direct(principal.id), ...given(principal.id)],
        })),
      ),
    readGroupProgress: () => Promise.resolve({ processing: 'complete', issues: new Map() }),
    apply(change) {
      const { principal, add, remove } = change;
      sent.push(change);
      const kept = (licenses.get(principal.id) ?? []).filter(
        (license) => ![...add, ...remove].some((pool) => isSamePool(pool, license)),
      );
      licenses.set(principal.id, [...kept, ...add]);
      return Promise.resolve(principal.kind === 'group' ? { kind: 'done', pending: true } : { kind: 'done' });
    },
  };
  const move = (id: string, work: () => void): Promise<Outcome<never>> => {
    moved.push(id);
    work();
    return Promise.resolve({ kind: 'done' });
  };
  const directory: ThroughGroupParts['directory'] = {
    match: unused,
    ensureGroup: () => Promise.resolve(group(500)),
    findMembers: (_group, ids) => Promise.resolve(new Set(ids.filter((id) => inGroup.has(id)))),
    addMember: (_group, id) => move(id, () => inGroup.add(id)),
    removeMember: (_group, id) => move(id, () => inGroup.delete(id)),
  };
  return { licensing, directory, licenses, inGroup, sent, moved };
}

function seatBy(path: Seat['path'], { product, pool, disabledPlanIds }: HeldLicense): Seat {
  return { product, pool, disabledPlanIds, path, state: 'active', issue: undefined, updatedAt: undefined };
}

/** A browser whose database holds these values; each tab opens it again. */
export async function openBrowser(
  service: ReturnType<typeof createLicenseService>,
  stored: readonly StoredValues[],
) {
  const clock = createVirtualClock();
  const locks = createMemoryLocks();
  const channel = createMemoryChannel();
  let ids = 0;
  await createIndexedJournal().list({ tenantId: 'tenant', accountId: 'admin' });
  const database = await openDB('isv-licenses-jobs');
  for (const { header, digest, items, events } of stored) {
    const { id } = v.parse(v.object({ id: v.string() }), header);
    await database.put('jobs', { header, digest, events: events.length });
    if (items.length > 0) await database.put('items', items, [id, 0]);
    if (events.length > 0) await database.put('events', events, [id, 0]);
  }
  const parts = {
    licensing: service.licensing,
    directory: service.directory,
    timeForChanges: (count: number) => count,
  };
  const openTab = () =>
    createJobs({
      journal: createIndexedJournal(),
      schema: licenseJobSchema,
      operations: [createChangeLicenses(parts), createThroughGroup(parts)],
      locks: locks.tab(),
      channel,
      owner: () => ({ tenantId: 'tenant', accountId: 'admin', name: 'Ada' }),
      clock,
      newId: () => guid(300 + (ids += 1)),
      resumePolicy: createResumePolicy({ clock, random: seededRandom(1) }),
    });
  /** Everything that the database holds. */
  const readAll = async () => ({
    jobs: await database.getAll('jobs'),
    items: await database.getAll('items'),
    events: await database.getAll('events'),
  });
  return { clock, openTab, readAll, close: () => database.close() };
}
