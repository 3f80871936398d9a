import { act, screen, waitFor } from '@testing-library/react';
import { useSyncExternalStore } from 'react';
import { AppError } from '../../../../src/base/appError';
import type { ProductUpdate } from '../../../../src/license-jobs/recent-changes/createRecentChanges';
import { toProductKey } from '../../../../src/licensing/keys';
import type { Services } from '../../../../src/ui/services';
import { JobPage } from '../../../../src/ui/pages/jobs/JobPage';
import { JobsBar } from '../../../../src/ui/pages/jobs/JobsBar';
import { keys } from '../../../../src/ui/queries/keys';
import { manualClock } from '../../../base/manualClock';
import { fakePerson } from '../../support/fakeHolders';
import { fakeJobs, fakePlan, type FakeJobs } from '../../support/fakeJobs';
import { fakeLicensing, fakeOwned, fakeRef, testNow } from '../../support/fakeServices';
import { renderWithServices } from '../../support/renderWithServices';

const update: ProductUpdate = {
  product: fakeRef.product,
  name: 'Plover Notes',
  isUpdating: true,
  areSeatsUpdating: true,
  lastChangeAt: testNow,
  missing: [],
  seats: undefined,
};

/** Value of `document.hidden`. */
let isHidden = false;
Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });

function setHidden(hidden: boolean): void {
  isHidden = hidden;
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
}

afterEach(() => setHidden(false));

/** Renders the bar with jobs that run until the test ends them. */
async function setup({
  open,
  isStart = false,
  updates = [],
  services = {},
  start,
}: {
  readonly open?: string;
  readonly isStart?: boolean;
  readonly updates?: readonly ProductUpdate[];
  readonly services?: Partial<Services>;
  /** Starts a job after the bar is rendered. Default starts it as the fake does. */
  readonly start?: Services['jobs']['start'];
} = {}) {
  const jobs = fakeJobs({ outcomeOf: () => undefined });
  const id = await jobs.plan(fakePlan(1));
  await jobs.start(id);
  const marks: (string | undefined)[] = [];
  const onBadgeChange = (mark: { readonly count: string; readonly label: string } | undefined) =>
    void marks.push(mark && `${mark.count}: ${mark.label}`);
  const listeners = new Set<() => void>();
  const recent = { updates };
  const rendered = await renderWithServices(<Bar {...{ jobs, open, isStart, onBadgeChange }} />, {
    services: {
      jobs: start ? { ...jobs, start } : jobs,
      openRecentChanges: () =>
        Promise.resolve({
          updates: () => recent.updates,
          subscribe(listener) {
            listeners.add(listener);
            return () => listeners.delete(listener);
          },
          nextToRead: () => [fakePerson(1)],
        }),
      ...services,
    },
  });
  const setUpdates = (next: readonly ProductUpdate[]): void => {
    recent.updates = next;
    listeners.forEach((listener) => listener());
  };
  return { ...rendered, jobs, id, marks, setUpdates };
}

function Bar({ jobs, ...props }: Omit<Parameters<typeof JobsBar>[0], 'list'> & { readonly jobs: FakeJobs }) {
  const list = useSyncExternalStore(
    (listener) => jobs.subscribe(listener),
    () => jobs.list(),
  );
  return (
    <>
      <JobsBar {...props} list={list} />
      {props.open !== undefined && props.open !== 'jobs' && (
        <JobPage jobId={props.open} onBack={() => undefined} onOpen={() => undefined} />
      )}
    </>
  );
}

const announced = () => screen.getAllByRole('status').map(({ textContent }) => textContent);

test('a job that ends somewhere else is read out, and counted beside the navigation until it is looked at', async () => {
  const { jobs, id, marks, messages } = await setup();
  expect(marks.at(-1)).toBe(`1: ${messages.shell.jobsUnderWay(1)}`);
  act(() => jobs.settle(id, { 0: { kind: 'done' } }));
  expect(announced()).toContain('Done: Assign Plover Notes to 1 user or group. 1 assigned.');
  expect(marks.at(-1)).toBe('1: 1 job to check');
});

test('on the page of the jobs the end is read out, and not counted as well', async () => {
  const { jobs, id, marks } = await setup({ open: 'jobs' });
  act(() => jobs.settle(id, { 0: { kind: 'done' } }));
  expect(announced()).toContain('Done: Assign Plover Notes to 1 user or group. 1 assigned.');
  expect(marks.at(-1)).toBeUndefined();
});

test('the panel of a job says its end itself, unless the page is out of view', async () => {
  const { jobs, id } = await setup({ open: 'job-1' });
  act(() => jobs.settle(id, { 0: { kind: 'done' } }));
  expect(announced()).not.toContain('Done: Assign Plover Notes to 1 user or group. 1 assigned.');
});

test('out of view the end stands in the title until the page is looked at, and the latest end counts', async () => {
  document.title = 'Licenses';
  const { jobs, id } = await setup();
  const other = await act(() => jobs.plan(fakePlan(2, { kind: 'remove' })));
  await act(() => jobs.start(other));
  setHidden(true);
  act(() => jobs.change(id, { status: 'paused', pause: { kind: 'halted', index: 0 } }));
  expect(document.title).toBe('Paused: Assign Plover Notes to 1 user or group');
  act(() => jobs.settle(other, { 0: { kind: 'done' }, 1: { kind: 'done' } }));
  expect(document.title).toBe('Done: Remove Plover Notes from 2 users and groups. 2 removed.');
  setHidden(false);
  expect(document.title).toBe('Licenses');
});

test('a title that the page has given itself meanwhile stays, and in view the title is left alone', async () => {
  document.title = 'Licenses';
  const { jobs, id } = await setup();
  setHidden(true);
  act(() => jobs.change(id, { status: 'paused', pause: { kind: 'halted', index: 0 } }));
  document.title = 'About';
  setHidden(false);
  expect(document.title).toBe('About');
  act(() => jobs.settle(id, { 0: { kind: 'done' } }));
  expect(document.title).toBe('About');
});

test('a pause that ends by itself is no end, and one that waits for a person is', async () => {
  const { jobs, id } = await setup();
  const pause = { kind: 'stopped', code: 'offline' } as const;
  act(() => jobs.change(id, { status: 'paused', pause: { ...pause, goesOnByItself: true } }));
  expect(announced().join('')).toBe('');
  act(() => jobs.change(id, { status: 'running', pause: undefined }));
  act(() => jobs.change(id, { status: 'paused', pause: { ...pause, goesOnByItself: false } }));
  expect(announced()).toContain('Paused: Assign Plover Notes to 1 user or group');
  act(() => jobs.change(id, { status: 'running', pause: undefined }));
  expect(announced()).toContain('Resumed: Assign Plover Notes to 1 user or group');
});

test('the browser asks before the page is left while a job runs in it, and not afterwards', async () => {
  const { jobs, id } = await setup();
  const isAsked = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
  expect(isAsked()).toBe(true);
  act(() => jobs.change(id, {}, { runner: 'elsewhere' }));
  expect(isAsked()).toBe(false);
  act(() => jobs.settle(id, { 0: { kind: 'done' } }));
  expect(isAsked()).toBe(false);
});

test('an interrupted job that only waits for Entra goes on by itself, once', async () => {
  const { jobs, id, messages } = await setup();
  const interrupted = { status: 'paused', pause: { kind: 'interrupted' } } as const;
  act(() => jobs.settle(id, { 0: { kind: 'done', pending: true } }));
  act(() => jobs.change(id, interrupted, { runner: 'elsewhere' }));
  jobs.asked.length = 0;
  await act(async () => {
    jobs.change(id, interrupted, { runner: 'nobody' });
    await Promise.resolve();
  });
  expect(jobs.asked).toEqual([`start ${id}`]);
  expect(screen.queryByText(messages.jobs.interruptedTitle(1))).not.toBeInTheDocument();
});

test.each([
  ['that still has something to send is offered', 'offline', false, 1],
  ['that could not go on is offered', 'journal-unavailable', true, 1],
  ['that another tab has taken is left to it', 'job-busy', true, 0],
] as const)('an interrupted job %s', async (_what, code, isPending, offers) => {
  const asked: string[] = [];
  const refuse = (jobId: string) => {
    asked.push(jobId);
    return Promise.reject(new AppError(code));
  };
  const { jobs, id, messages } = await setup({ start: refuse });
  if (isPending) act(() => jobs.settle(id, { 0: { kind: 'done', pending: true } }));
  await act(async () => {
    jobs.change(id, { status: 'paused', pause: { kind: 'interrupted' } }, { runner: 'nobody' });
    await Promise.resolve();
  });
  // Nothing is retried forever.
  act(() => jobs.change(id, {}));
  expect(asked).toEqual(isPending ? [id] : []);
  expect(screen.queryAllByText(messages.jobs.interruptedTitle(1))).toHaveLength(offers);
});

test('the list of products says of which ones the seats are being updated', async () => {
  const clock = manualClock({ nowInMs: testNow });
  const { setUpdates } = await setup({ isStart: true, updates: [update], services: { clock } });
  await waitFor(() =>
    expect(announced()).toContain(
      'Being updated: seats of Plover Notes. Microsoft 365 might take a few minutes to show all changes.',
    ),
  );
  act(() => setUpdates([{ ...update, isUpdating: false, areSeatsUpdating: false }]));
  expect(announced().join('')).toBe('');
});

test.each([
  ['that nothing has corrected yet are read again at once', false],
  ['that are marked already are read again later', true],
])('once changes are known, the products %s', async (_what, isUpdating) => {
  const clock = manualClock({ nowInMs: testNow });
  const { queryClient, setUpdates } = await setup({ services: { clock } });
  queryClient.setQueryData(keys.products, [{ ...fakeOwned(), isUpdating }]);
  act(() => setUpdates([update]));
  expect(queryClient.getQueryState(keys.products)?.isInvalidated).toBe(!isUpdating);
});

test('a mark in the list of products ends with what it says: the number after it is read', async () => {
  const clock = manualClock({ nowInMs: testNow });
  const other = { ...update, product: toProductKey('sku', 'other') };
  const { queryClient, setUpdates } = await setup({ updates: [update, other], services: { clock } });
  queryClient.setQueryData(keys.products, [{ ...fakeOwned(), isUpdating: true }]);
  act(() => setUpdates([{ ...update, lastChangeAt: testNow + 1 }, other]));
  expect(queryClient.getQueryState(keys.products)?.isInvalidated).toBe(false);
  act(() => setUpdates([{ ...update, areSeatsUpdating: false }, other]));
  expect(queryClient.getQueryState(keys.products)?.isInvalidated).toBe(true);
});

test.each([
  ['two pages is read again as a whole', 2, true],
  ['three pages is left alone, and only those who were changed are read', 3, false],
])('while Microsoft 365 lags behind, a list of %s', async (_what, length, isReread) => {
  const clock = manualClock({ nowInMs: testNow });
  const read: string[] = [];
  const licensing = fakeLicensing({
    listHolders: ({ product, only = [] }) => {
      read.push(...only, product);
      return Promise.resolve({ holders: [], total: undefined, next: undefined });
    },
  });
  const { queryClient, setUpdates } = await setup({ updates: [update], services: { clock, licensing } });
  const holders = keys.holders(fakeRef.product);
  queryClient.setQueryData(holders, { pages: Array.from({ length }, () => ({ rows: [] })), pageParams: [] });
  queryClient.setQueryData(keys.groups(fakeRef.product), []);
  queryClient.setQueryData(keys.products, []);
  await act(() => clock.advance(3_000));
  expect(queryClient.getQueryState(holders)?.isInvalidated).toBe(isReread);
  expect(queryClient.getQueryState(keys.groups(fakeRef.product))?.isInvalidated).toBe(true);
  expect(queryClient.getQueryState(keys.products)?.isInvalidated).toBe(true);
  expect(read).toEqual(isReread ? [] : [fakePerson(1).id, fakeRef.product]);
  // Nothing more is read once all is shown.
  act(() => setUpdates([{ ...update, isUpdating: false }]));
  read.length = 0;
  await act(() => clock.advance(60_000));
  expect(read).toEqual([]);
});
