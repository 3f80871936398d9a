import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IDBFactory } from 'fake-indexeddb';
import * as v from 'valibot';
import {
  licenseJobSchema,
  parseBefore,
  parseContext,
  requireContext,
} from '../../src/license-jobs/licenseJobSchema';
import type { LicenseJobView } from '../../src/license-jobs/licenseJob';
import type { HeldLicense, PoolRef } from '../../src/licensing/types';
import { group, guid, license, named, refOf, user } from '../licensing/support/samples';
import {
  createLicenseService,
  madeGroup,
  openBrowser,
  recordedJournal,
  type StoredValues,
} from './journalWorld';

const kinds = ['assign', 'remove', 'move', 'replace-plans', 'through-group', 'undo'] as const;
type Kind = (typeof kinds)[number];
type State = 'planned' | 'running' | 'paused' | 'finished' | 'refused';

const [paint, boxes] = [refOf(900), refOf(901)];
const plan = guid(700);

/** Licenses of the products that people held before the recorded job. */
const heldBefore: Readonly<Record<Kind, readonly HeldLicense[]>> = {
  assign: [],
  remove: [license(paint, plan)],
  move: [license(paint, plan)],
  'replace-plans': [license(paint)],
  'through-group': [],
  undo: [],
};

/** Licenses that they hold after it. */
const heldAfter: Readonly<Record<Kind, readonly HeldLicense[]>> = {
  assign: [license(paint, plan)],
  remove: [],
  move: [license(boxes)],
  'replace-plans': [license(paint, plan)],
  'through-group': [],
  undo: [license(paint, plan)],
};

/** The change that is sent for each of them. */
const sentBy: Readonly<
  Record<Kind, { readonly add: readonly HeldLicense[]; readonly remove: readonly PoolRef[] }>
> = {
  assign: { add: [license(paint, plan)], remove: [] },
  remove: { add: [], remove: [paint] },
  move: { add: [license(boxes)], remove: [paint] },
  'replace-plans': { add: [license(paint, plan)], remove: [] },
  'through-group': { add: [license(paint, plan)], remove: [] },
  undo: { add: [license(paint, plan)], remove: [] },
};

const nothingCounted = {
  waiting: 0,
  started: 0,
  done: 0,
  pending: 0,
  skipped: 0,
  failed: 0,
  cancelled: 0,
};

function recorded(kind: Kind, state: State) {
  const text = readFileSync(join(__dirname, 'journals', `${kind}.json`), 'utf8');
  const { header, items, states } = v.parse(recordedJournal, JSON.parse(text));
  const part = states[state];
  if (!part) throw new Error(`no journal of ${kind} ${state}`);
  return { id: header.id, header, items, ...part };
}

/** The service as the recorded job left it: the change took effect for these people, and what is not of the job stays. */
function serviceAfter(kind: Kind, reached: readonly number[]) {
  const held = new Map<string, readonly HeldLicense[]>();
  for (const number of [1, 2, 3, 4, 5])
    held.set(guid(number), (reached.includes(number) ? heldAfter : heldBefore)[kind]);
  if (kind === 'assign') held.set(guid(5), [license(paint, plan)]);
  const isThroughGroup = kind === 'through-group';
  if (isThroughGroup) held.set(madeGroup, [license(paint, plan)]);
  return createLicenseService(held, isThroughGroup ? reached.map(guid) : []);
}

async function openRecorded(kind: Kind, state: State, reached: readonly number[] = []) {
  const stored = recorded(kind, state);
  const service = serviceAfter(kind, reached);
  const browser = await openBrowser(service, [stored]);
  const jobs = browser.openTab();
  const run = <T>(work: () => Promise<T>): Promise<T> => browser.clock.run(work());
  /** Starts the job that way and gives it once it is finished. */
  const finish = (start: () => Promise<void>, id: string = stored.id): Promise<LicenseJobView> =>
    run(async () => {
      await start();
      const view = await jobs.open(id);
      while (view.state().status !== 'finished') await browser.clock.wait(1_000);
      await browser.clock.wait(1_000);
      return view;
    });
  return { ...browser, service, jobs, id: stored.id, run, finish };
}

const peopleSent = ({ sent, moved }: ReturnType<typeof createLicenseService>) =>
  [...sent.map(({ principal }) => principal.id), ...moved].sort();
/** The people and the group of the recorded plan, without those that were reached and who had it before. */
const remaining = (kind: Kind, ...reached: number[]) =>
  (kind === 'assign' ? [1, 2, 3, 4, 6] : [1, 2, 3, 4, 5])
    .filter((number) => !reached.includes(number))
    .map(guid);
const outcomeOf = (view: LicenseJobView, number: number) =>
  [...view.state().items].find(({ input }) => input.principal.id === guid(number))?.outcome;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe.each(kinds)('a recorded job %s', (kind) => {
  test.each(['planned', 'running', 'paused', 'finished'] as const)(
    '%s opens and is listed',
    async (state) => {
      const { jobs, run, id } = await openRecorded(kind, state);
      const view = await run(async () => jobs.open(id));
      const [listed] = jobs.list();
      const products = (kind === 'move' ? [paint, boxes] : [paint]).map(
        (pool) => expect.objectContaining(pool) as unknown,
      );
      expect(listed?.header).toMatchObject({ id, subject: { products } });
      expect(view.state().header).toEqual(listed?.header);
      expect(view.state().counts).toEqual(listed?.counts);
      expect(view.state().status).toBe(state === 'running' ? 'paused' : state);
      for (const { input } of view.state().items) expect(input.change).toMatchObject(sentBy[kind]);
    },
  );

  test('that is planned runs with the pools of its SKUs', async () => {
    const { jobs, service, finish, id } = await openRecorded(kind, 'planned');
    const view = await finish(() => jobs.start(id));
    const isThroughGroup = kind === 'through-group';
    if (isThroughGroup) expect(service.moved.toSorted()).toEqual(remaining(kind));
    else expect(peopleSent(service)).toEqual(remaining(kind));
    for (const change of service.sent) expect(change).toMatchObject(sentBy[kind]);
    const { done, skipped } = view.state().counts;
    expect([done, skipped]).toEqual(kind === 'assign' ? [5, 1] : [5, 0]);
  });

  test('that was paused sends the rest', async () => {
    const { jobs, service, finish, id } = await openRecorded(kind, 'paused', [1, 2]);
    const view = await finish(() => jobs.start(id));
    expect(peopleSent(service)).toEqual(remaining(kind, 1, 2));
    for (const change of service.sent) expect(change).toMatchObject(sentBy[kind]);
    expect(view.state().counts).toMatchObject({ done: 5, failed: 0, waiting: 0 });
  });

  test('whose tab died finds out about what was sent, and sends the rest', async () => {
    const { jobs, service, finish, id } = await openRecorded(kind, 'running', [1, 2]);
    const view = await finish(() => jobs.start(id));
    expect(peopleSent(service)).toEqual(remaining(kind, 1, 2));
    for (const change of service.sent) expect(change).toMatchObject(sentBy[kind]);
    expect(view.state().counts).toMatchObject({ done: 5, failed: 0, waiting: 0 });
  });

  test('that is finished tells its reasons, and retries what failed', async () => {
    const { jobs, service, run, finish, id } = await openRecorded(kind, 'finished', [1, 2, 5]);
    const before = await run(() => jobs.open(id));
    const requestId = guid(600);
    const isThroughGroup = kind === 'through-group';
    expect(outcomeOf(before, 3)).toEqual({
      kind: 'failed',
      reason: isThroughGroup ? 'principal-not-found' : 'no-licenses-available',
      requestId,
    });
    expect(outcomeOf(before, 4)).toEqual({
      kind: 'failed',
      reason: isThroughGroup ? 'refused' : 'product-not-owned',
    });
    const view = await finish(() => jobs.retryFailed(id));
    expect(peopleSent(service)).toEqual([guid(3), guid(4)]);
    for (const change of service.sent) expect(change).toMatchObject(sentBy[kind]);
    expect(view.state().counts).toMatchObject({ failed: 0, waiting: 0 });
  });

  test('with events of both versions reads the same in a new tab', async () => {
    const { jobs, openTab, run, finish, id } = await openRecorded(kind, 'paused', [1, 2]);
    const view = await finish(() => jobs.start(id));
    const later = await run(() => openTab().open(id));
    expect([...later.state().items]).toEqual([...view.state().items]);
    expect(later.state().counts).toEqual(view.state().counts);
  });

  test('that is finished can be undone', async () => {
    const { jobs, service, run, finish, id } = await openRecorded(kind, 'finished', [1, 2, 5]);
    if (kind === 'assign') service.licenses.set(guid(6), [license(paint, plan)]);
    const undo = await run(() => jobs.undo(id));
    await finish(() => jobs.start(undo), undo);
    const reached = kind === 'assign' ? [1, 2, 6] : [1, 2, 5];
    if (kind === 'through-group') {
      expect(service.moved.toSorted()).toEqual(reached.map(guid));
      expect([...service.inGroup]).toEqual([]);
      return;
    }
    expect(peopleSent(service)).toEqual(reached.map(guid));
    for (const number of reached) expect(service.licenses.get(guid(number))).toEqual(heldBefore[kind]);
  });
});

test('a group that could not be used keeps its reason under the name of today', async () => {
  const { jobs, run, id } = await openRecorded('through-group', 'refused');
  const { context, items } = (await run(() => jobs.open(id))).state();
  expect(parseContext(context)).toEqual({
    groupId: madeGroup,
    isMade: true,
    carriedBefore: false,
    refused: 'product-not-owned',
  });
  for (const { outcome } of items) expect(outcome).toEqual({ kind: 'failed', reason: 'product-not-owned' });
});

test('a recorded job keeps ids and names of people and groups, and leaves out what else it held', async () => {
  const { jobs, run, id } = await openRecorded('assign', 'planned');
  const { items } = (await run(() => jobs.open(id))).state();
  expect(items.at(5)?.input.principal).toStrictEqual(named(group(6)));
  expect(items.at(1)?.input.principal).toStrictEqual(named(user(2)));
});

test('the groups that an outcome is about are kept, with and without a name', async () => {
  const stored = recorded('remove', 'finished');
  const groups = [
    { id: guid(701), name: 'Finance' },
    { id: guid(702), name: undefined },
  ];
  const events = [
    {
      kind: 'settled',
      at: 1,
      items: [
        [0, { kind: 'skipped', reason: 'inherited', groups }],
        [1, { kind: 'failed', reason: 'inherited', groups }],
      ],
    },
  ];
  const browser = await openBrowser(serviceAfter('remove', []), [{ ...stored, events }]);
  const view = await browser.clock.run(browser.openTab().open(stored.id));
  expect(view.state().items.at(0)?.outcome).toEqual({ kind: 'skipped', reason: 'inherited', groups });
  expect(view.state().items.at(1)?.outcome).toEqual({ kind: 'failed', reason: 'inherited', groups });
});

describe('a job that cannot be read', () => {
  const whole = recorded('assign', 'finished');
  const [first] = v.parse(
    v.looseTuple([v.looseObject({ input: v.looseObject({ change: v.looseObject({}) }) })]),
    whole.items,
  );
  const swapped = {
    ...first,
    input: { ...first.input, change: { ...first.input.change, principal: { kind: 'user', id: guid(2) } } },
  };
  const spoilt: Readonly<Record<string, Partial<StoredValues>>> = {
    'of a later version': { header: { ...whole.header, subject: { kind: 'lend', products: [] } } },
    'without all of its items': { items: whole.items.slice(1) },
    'without items': { items: [] },
    'whose item shows one person and changes another': { items: [swapped, ...whole.items.slice(1)] },
    'with an outcome of an item that it does not have': {
      events: [...whole.events, { kind: 'settled', at: 1, items: [[99, { kind: 'done' }]] }],
    },
    'of an operation that nobody bound': { header: { ...whole.header, operation: 'lend' } },
    'with a spoilt item': { items: [...whole.items.slice(1), { key: 'k', input: { principal: null } }] },
    'with an event that nobody knows': { events: [...whole.events, { kind: 'lent', at: 1 }] },
    'with a reason that nobody knows': {
      events: [{ kind: 'settled', at: 1, items: [[0, { kind: 'failed', reason: 'full-moon' }]] }],
    },
  };

  test.each(Object.keys(spoilt))('%s is left as it is, and others are listed', async (name) => {
    const other = recorded('remove', 'finished');
    const good = { ...other, header: { ...other.header, id: guid(160) } };
    const browser = await openBrowser(serviceAfter('assign', []), [{ ...whole, ...spoilt[name] }, good]);
    const before = await browser.readAll();
    const jobs = browser.openTab();
    const refuse = (work: () => Promise<unknown>) =>
      expect(browser.clock.run(work())).rejects.toMatchObject({ code: 'job-unreadable' });
    await refuse(() => jobs.open(whole.id));
    await refuse(() => jobs.start(whole.id));
    await refuse(() => jobs.retryFailed(whole.id));
    await refuse(() => jobs.undo(whole.id));
    expect(jobs.list().map(({ header }) => header.id)).not.toContain(whole.id);
    expect(jobs.unreadable.list()).toEqual([{ id: whole.id, plannedAt: whole.header.plannedAt }]);
    await browser.clock.run(jobs.open(guid(160)));
    expect(jobs.list().map(({ header }) => header.id)).toContain(guid(160));
    expect(await browser.readAll()).toEqual(before);

    await browser.clock.run(jobs.remove(whole.id));
    const { jobs: left } = await browser.readAll();
    expect(left).toEqual(before.jobs.filter((stored) => JSON.stringify(stored).includes(guid(160))));
    expect(left).toHaveLength(1);
  });

  test('is not listed where its header or digest is not understood, and the others are', async () => {
    const { header, digest, items, events } = whole;
    const of = (number: number, changes: object) => ({
      header: { ...header, id: guid(number), ...changes },
      digest,
      items,
      events,
    });
    const browser = await openBrowser(serviceAfter('assign', []), [
      of(160, {}),
      of(161, { subject: { kind: 'lend', products: [] } }),
      { ...of(162, {}), digest: { ...digest, status: 'dreaming' } },
      { ...of(163, {}), digest: null },
      { ...of(164, {}), digest: { ...digest, counts: { ...nothingCounted, done: 1 } } },
      of(165, { plannedAt: null }),
      of(166, { plannedAt: 1e300 }),
      of(167, { subject: null }),
      { ...of(168, {}), digest: { ...digest, finishedAt: Infinity } },
    ]);
    const jobs = browser.openTab();
    await browser.clock.run(jobs.open(guid(160)));
    expect(jobs.list().map(({ header: { id } }) => id)).toEqual([guid(160)]);
    expect((await browser.readAll()).jobs).toHaveLength(9);
    const unread = jobs.unreadable.list();
    const ids = [161, 162, 163, 164, 165, 166, 167, 168].map(guid);
    expect(unread.map(({ id }) => id).sort()).toEqual(ids);
    const { plannedAt } = whole.header;
    expect(unread).toEqual(
      expect.arrayContaining([
        { id: guid(163), plannedAt },
        { id: guid(165), plannedAt: undefined },
        { id: guid(166), plannedAt: undefined },
      ]),
    );
    const text = await browser.clock.run(jobs.unreadable.exportText(guid(163)));
    expect(JSON.parse(text)).toMatchObject({ header: { id: guid(163) }, digest: null, items, events });

    await browser.clock.run(jobs.remove(guid(161)));
    expect(jobs.unreadable.list().map(({ id }) => id)).not.toContain(guid(161));
    expect(await browser.clock.run(jobs.unreadable.removeAll())).toBe(0);
    expect((await browser.readAll()).jobs).toHaveLength(1);
    expect(jobs.list().map(({ header: { id } }) => id)).toEqual([guid(160)]);
    expect(jobs.unreadable.list()).toEqual([]);
  });

  test('is not offered to be resumed', async () => {
    const paused = recorded('assign', 'paused');
    const other = { ...paused, header: { ...paused.header, id: guid(160) } };
    const browser = await openBrowser(serviceAfter('assign', []), [
      other,
      { ...paused, items: paused.items.slice(1) },
    ]);
    const jobs = browser.openTab();
    await browser.clock.run(
      (async () => {
        while (jobs.unreadable.list().length === 0) await browser.clock.wait(1_000);
      })(),
    );
    expect(jobs.list().map(({ header }) => header.id)).toEqual([guid(160)]);
    expect(jobs.unreadable.list().map(({ id }) => id)).toEqual([paused.id]);
  });

  test('is found without opening it, once the whole list is checked', async () => {
    const browser = await openBrowser(serviceAfter('assign', []), [{ ...whole, items: [] }]);
    const jobs = browser.openTab();
    await browser.clock.run(browser.clock.wait(1_000));
    await browser.clock.run(jobs.unreadable.check());
    expect(jobs.list()).toEqual([]);
    expect(jobs.unreadable.list()).toHaveLength(1);
  });

  test('whose events say less than its summary is listed as the events say', async () => {
    const browser = await openBrowser(serviceAfter('assign', []), [{ ...whole, events: [] }]);
    const jobs = browser.openTab();
    await browser.clock.run(browser.clock.wait(1_000));
    expect(jobs.list()).toMatchObject([{ status: 'finished' }]);
    await browser.clock.run(jobs.unreadable.check());
    expect(jobs.list()).toMatchObject([{ status: 'planned', counts: { done: 0 } }]);
  });
});

test('what this version writes is read as it was written', () => {
  const change = { principal: { kind: 'user', id: guid(1) }, ...sentBy.move };
  const input = { principal: named(user(1)), change };
  expect(licenseJobSchema.parseInput(input)).toEqual(input);
  const before = {
    seats: [license(paint, plan), { ...license(paint), isInError: true, isIncomplete: true }],
    sent: { add: [], remove: [paint] },
  };
  expect(parseBefore(before)).toEqual(before);
  expect(parseBefore({ seats: [], wasMember: true })).toEqual({ seats: [], wasMember: true });
  const subject = { kind: 'assign', products: [{ ...paint, name: 'Paint' }], stopsWithoutSeats: true };
  expect(licenseJobSchema.parseSubject(subject)).toEqual(subject);
});

test('the lines of lists are read, those of a later version with a reason of this one, and earlier jobs have none', () => {
  const line = { list: 'staff.csv', line: 7, text: 'who', reason: 'ambiguous' };
  const subject = {
    kind: 'assign',
    products: [],
    unresolved: { lines: [line, { ...line, reason: 'new' }], more: 2 },
  };
  expect(licenseJobSchema.parseSubject(subject)).toEqual({
    ...subject,
    unresolved: { lines: [line, { ...line, reason: 'not-found' }], more: 2 },
  });
  expect(licenseJobSchema.parseSubject({ kind: 'assign', products: [] })).toEqual({
    kind: 'assign',
    products: [],
  });
  const change = { principal: { kind: 'user', id: guid(1) }, add: [], remove: [] };
  const source = { list: 'staff.csv', line: 3 };
  expect(licenseJobSchema.parseInput({ principal: user(1), change, source })).toMatchObject({ source });
  expect(
    thrownBy(() => licenseJobSchema.parseInput({ principal: user(1), change, source: { line: 'x' } })),
  ).toMatchObject({
    code: 'job-unreadable',
  });
});

test('fields that nobody knows are dropped, and missing ones are named', () => {
  const stored = { ...user(1), mood: 'good' };
  const change = { principal: { kind: 'user', id: guid(1), mood: 'good' }, add: [], remove: [] };
  const parsed = licenseJobSchema.parseInput({ principal: stored, change });
  expect(parsed).toStrictEqual({
    principal: named(user(1)),
    change: { principal: { kind: 'user', id: guid(1) }, add: [], remove: [] },
  });
  const parse = () => licenseJobSchema.parseInput({ principal: { ...stored, id: undefined }, change });
  expect(thrownBy(parse)).toMatchObject({ code: 'job-unreadable', faults: ['id: expected a text'] });
});

test('an item that never started has no before, and a job that never began no context', () => {
  expect(parseBefore(undefined)).toBeUndefined();
  expect(parseContext(undefined)).toBeUndefined();
  expect(thrownBy(() => requireContext(undefined))).toMatchObject({ code: 'job-unreadable' });
});

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (thrown) {
    return thrown;
  }
}
