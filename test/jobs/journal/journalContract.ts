import * as v from 'valibot';
import type { JobDigest, JobHeader } from '../../../src/jobs/job';
import type { JobEvent, JobRecord, Journal, StoredEntry } from '../../../src/jobs/journal/journal';
import { parseStored } from '../../../src/jobs/journal/storedValues';

/** A record of a job of so many items. */
export function recordFor(
  id: string,
  size = 3,
  header: Partial<JobHeader<unknown>> = {},
): JobRecord<unknown, unknown, 'no'> {
  return {
    header: {
      id,
      operation: 'give',
      subject: { what: 'seat' },
      owner: { tenantId: 'tenant', accountId: 'admin', name: undefined },
      plannedAt: 1,
      size,
      undoOf: undefined,
      ...header,
    },
    items: Array.from({ length: size }, (_, index) => ({ key: `k${index}`, input: { index } })),
    events: [],
  };
}

/** A digest that says how many are done. */
export function digestFor(done: number): JobDigest {
  return {
    status: 'running',
    pause: undefined,
    counts: { waiting: 0, started: 0, done, pending: 0, skipped: 0, failed: 0, cancelled: 0 },
    startedAt: 5,
    finishedAt: undefined,
  };
}

const admin = { tenantId: 'tenant', accountId: 'admin' };
const event = (at: number): JobEvent<'no'> => ({ kind: 'started', at });

const startedEvent = v.object({ kind: v.literal('started'), at: v.number() });
const idOf = ({ header }: StoredEntry): string => parseStored(v.object({ id: v.string() }), header).id;

/** Contract of every journal. */
export function describeJournal(open: () => Journal): void {
  test('a stored job is read again', async () => {
    const journal = open();
    const record = recordFor('a', 1_300);
    await journal.create(record, digestFor(0));
    const events: JobEvent<'no'>[] = [
      { kind: 'started', at: 1 },
      { kind: 'intended', items: [[2, { held: false }]] },
      { kind: 'settled', at: 2, items: [[2, { kind: 'failed', reason: 'no' }]] },
    ];
    await journal.append('a', events, digestFor(1));
    expect(await journal.read('a')).toEqual({ ...record, events });
    expect(await journal.read('b')).toBeUndefined();
  });

  test('events keep their order and are read from any number on', async () => {
    const journal = open();
    await journal.create({ ...recordFor('a'), events: [event(0), event(1)] }, digestFor(0));
    await journal.append('a', [event(2), event(3), event(4)], digestFor(0));
    await journal.append('a', [event(5)], digestFor(0));
    const from = async (number: number) =>
      (await journal.readEvents('a', number)).map((each) => parseStored(startedEvent, each).at);
    expect(await from(0)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(await from(1)).toEqual([1, 2, 3, 4, 5]);
    expect(await from(2)).toEqual([2, 3, 4, 5]);
    expect(await from(4)).toEqual([4, 5]);
    expect(await from(6)).toEqual([]);
    expect(await from(99)).toEqual([]);
    expect(await journal.readEvents('b', 0)).toEqual([]);
  });

  test('an unknown job takes no events', async () => {
    await expect(open().append('a', [event(0)], digestFor(0))).rejects.toMatchObject({ code: 'not-found' });
  });

  test('the list holds the jobs of the account, the newest first, as they stand', async () => {
    const journal = open();
    await journal.create(recordFor('old', 1, { plannedAt: 10 }), digestFor(0));
    await journal.create(recordFor('new', 1, { plannedAt: 200 }), digestFor(0));
    const others = [
      { tenantId: 'tenant', accountId: 'other' },
      { tenantId: 'other', accountId: 'admin' },
    ];
    for (const owner of others)
      await journal.create(
        recordFor(`${owner.tenantId} ${owner.accountId}`, 1, { owner: { ...owner, name: 'Eve' } }),
        digestFor(0),
      );
    await journal.append('old', [event(0)], digestFor(1));
    const list = await journal.list(admin);
    expect(list.map(idOf)).toEqual(['new', 'old']);
    expect(list[1]).toEqual({ header: recordFor('old', 1, { plannedAt: 10 }).header, digest: digestFor(1) });
  });

  test('a job that is deleted is gone, and no other with it', async () => {
    const journal = open();
    await journal.create(recordFor('a'), digestFor(0));
    await journal.create(recordFor('aa'), digestFor(0));
    await journal.append('aa', [event(0)], digestFor(0));
    await journal.remove('a');
    await journal.remove('a');
    expect(await journal.read('a')).toBeUndefined();
    expect((await journal.read('aa'))?.events).toHaveLength(1);
    expect((await journal.list(admin)).map(idOf)).toEqual(['aa']);
  });

  test('a job that is written down again takes the place of the first', async () => {
    const journal = open();
    await journal.create(recordFor('a', 1_300), digestFor(0));
    await journal.append('a', [event(0), event(1), event(2)], digestFor(0));
    await journal.create({ ...recordFor('a', 2), events: [event(7)] }, digestFor(2));
    await journal.append('a', [event(8)], digestFor(2));
    expect(await journal.read('a')).toEqual({ ...recordFor('a', 2), events: [event(7), event(8)] });
    expect(await journal.list(admin)).toHaveLength(1);
  });
}
