/* eslint-disable words/plain-words -- `note` is a name on the channel, which tabs of earlier versions know */
import type { JobDigest } from '../../../src/jobs/job';
import { type JobMessage, type SentMessage, createBrowserChannel } from '../../../src/jobs/tabs/jobChannel';
import { type JobLocks, createMemoryLocks, createWebLocks } from '../../../src/jobs/tabs/jobLocks';

/** The part of the browser's lock manager that is used, as its specification has it. */
function fakeLockManager(): LockManager {
  const held = new Set<string>();
  const request = async (
    name: string,
    { ifAvailable }: LockOptions,
    work: (lock: Lock | null) => Promise<unknown>,
  ): Promise<unknown> => {
    if (!ifAvailable) throw new Error('only asked for what is available');
    if (held.has(name)) return work(null);
    held.add(name);
    try {
      return await work({ name, mode: 'exclusive' });
    } finally {
      held.delete(name);
    }
  };
  const query = () => Promise.resolve({ held: [...held].map((name) => ({ name })), pending: [] });
  return { request, query } as unknown as LockManager;
}

const denial = (): Promise<never> => Promise.reject(new DOMException('denied', 'SecurityError'));
/** A manager as Chromium has it where storage is denied. */
const deniedLocks = { request: denial, query: denial } as unknown as LockManager;

const makers: readonly (readonly [string, () => JobLocks])[] = [
  [
    'browser',
    () => {
      const manager = fakeLockManager();
      return createWebLocks(() => manager);
    },
  ],
  ['browser without locks', () => createWebLocks(() => undefined as unknown as LockManager)],
  ['browser that denies locks', () => createWebLocks(() => deniedLocks)],
  ['memory', () => createMemoryLocks().tab()],
];

test.each(makers)('a lock of the %s is held while the work runs, and by one alone', async (_name, open) => {
  const locks = open();
  let finish: () => void = () => undefined;
  const first = locks.tryRun(
    'a',
    () =>
      new Promise<void>((resolve) => {
        finish = resolve;
      }),
  );
  const work = jest.fn(() => Promise.resolve());
  expect(await locks.tryRun('a', work)).toBe(false);
  expect(work).not.toHaveBeenCalled();
  expect(await locks.tryRun('b', work)).toBe(true);
  expect([...(await locks.held())]).toEqual(['a']);
  finish();
  expect(await first).toBe(true);
  expect([...(await locks.held())]).toEqual([]);
  await expect(locks.tryRun('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await locks.tryRun('a', work)).toBe(true);
});

test('a channel delivers messages and ignores anything else', async () => {
  const [one, other] = [new BroadcastChannel('jobs'), new BroadcastChannel('jobs')];
  const received: SentMessage[] = [];
  const stop = createBrowserChannel(() => other).subscribe((message) => received.push(message));
  const message: SentMessage = { from: 'tab', message: { kind: 'run-ended', jobId: 'a' } };
  for (const noise of [
    null,
    'text',
    { from: 1 },
    { from: 'tab', note: null },
    { from: 'tab', note: { kind: 'new' } },
  ])
    one.postMessage(noise);
  createBrowserChannel(() => one).post(message);
  while (received.length === 0) await new Promise((resolve) => setImmediate(resolve));
  expect(received).toEqual([message]);
  stop();
  one.close();
  other.close();
});

test('the names on the channel are those of earlier versions of the app', async () => {
  const [one, other] = [new BroadcastChannel('jobs'), new BroadcastChannel('jobs')];
  const [posted, received]: [unknown[], SentMessage[]] = [[], []];
  one.addEventListener('message', ({ data }: MessageEvent<unknown>) => posted.push(data));
  const channel = createBrowserChannel(() => other);
  channel.subscribe((message) => received.push(message));
  const digest: JobDigest = {
    status: 'running',
    pause: undefined,
    counts: { waiting: 1, started: 0, done: 0, pending: 0, skipped: 0, failed: 0, cancelled: 0 },
    startedAt: 1,
    finishedAt: undefined,
  };
  const messages: JobMessage[] = [
    { kind: 'changed', jobId: 'a', digest, isRewritten: false },
    { kind: 'run-ended', jobId: 'a' },
    { kind: 'list-changed' },
    { kind: 'stop-requested', jobId: 'a', action: 'pause' },
  ];
  const notes = [
    { ...messages[0] },
    { kind: 'rests', jobId: 'a' },
    { kind: 'listed' },
    { kind: 'asked', jobId: 'a', wish: 'pause' },
  ];
  for (const message of messages) channel.post({ from: 'new', message });
  for (const note of notes) one.postMessage({ from: 'old', note });
  while (received.length + posted.length < 8) await new Promise((resolve) => setImmediate(resolve));
  expect(posted).toEqual(notes.map((note) => ({ from: 'new', note })));
  expect(received).toEqual(messages.map((message) => ({ from: 'old', message })));
  one.close();
  other.close();
});

test('a browser that refuses a channel keeps jobs to one tab', () => {
  const channel = createBrowserChannel(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  const stop = channel.subscribe(() => undefined);
  expect(stop()).toBeUndefined();
});
