import { act, screen, waitFor, within } from '@testing-library/react';
import { AppError, type ErrorCode } from '../../../../src/base/appError';
import type { Pause } from '../../../../src/jobs/job';
import type { LicenseJobInput, LicenseJobSubject } from '../../../../src/license-jobs/licenseJob';
import { JobPanel } from '../../../../src/ui/parts/JobPanel/JobPanel';
import type { Services } from '../../../../src/ui/services';
import { refOf } from '../../../licensing/support/samples';
import { fakeJobs, fakePlan, type FakeJobsOptions } from '../../support/fakeJobs';
import { fakeLicensing, fakeOwned, testNow } from '../../support/fakeServices';
import { renderWithServices } from '../../support/renderWithServices';
import { stubLayout } from '../../support/stubLayout';

interface SetupOptions extends FakeJobsOptions {
  readonly people?: number;
  readonly subject?: Partial<LicenseJobSubject>;
  readonly isStarted?: boolean;
  readonly services?: Partial<Services>;
}

async function setup({ people = 3, subject, isStarted = true, services, ...options }: SetupOptions = {}) {
  stubLayout();
  const jobs = fakeJobs({ outcomeOf: () => undefined, ...options });
  const id = await jobs.plan(fakePlan(people, subject));
  if (isStarted) await jobs.start(id);
  const rendered = await renderWithServices(<JobPanel jobId={id} />, { services: { jobs, ...services } });
  // Fluent hides the page behind a dialog by timers, which are late on a busy machine; that isn't tested here.
  const press = async (name: string) =>
    rendered.user.click(await screen.findByRole('button', { name, hidden: true }));
  const change = (...args: Parameters<typeof jobs.change> extends [string, ...infer Rest] ? Rest : never) =>
    act(() => jobs.change(id, ...args));
  const settle = (outcomes: Parameters<typeof jobs.settle>[1]) => act(() => jobs.settle(id, outcomes));
  return { ...rendered, jobs, id, press, change, settle };
}

const stopped = (code: ErrorCode, over: Partial<Extract<Pause, { kind: 'stopped' }>> = {}) =>
  ({ status: 'paused', pause: { kind: 'stopped', code, goesOnByItself: false, ...over } }) as const;

/** Texts of the buttons that neither filter nor sort. */
const buttons = () =>
  screen
    .getAllByRole('button')
    .filter((button) => !button.hasAttribute('aria-pressed') && button.closest('[role=grid]') === null)
    .filter((button) => button.textContent !== '')
    .map(({ textContent }) => textContent);

const status = () => screen.getAllByRole('status', { hidden: true }).map(({ textContent }) => textContent);

test('a running job says what it does, how far it is, how fast and how long', async () => {
  const { change, settle } = await setup({ people: 4 });
  expect(screen.getByRole('heading', { name: 'Assigning…' })).toHaveFocus();
  expect(screen.getByText('Assign Plover Notes to 4 users and groups')).toBeInTheDocument();
  settle({ 0: { kind: 'done' } });
  change({}, { pace: { itemsPerMinute: 1_183.4, timeLeftInMs: 250_000 } });
  const words = '1 of 4 finished · about 4 minutes left · about 1,180 a minute';
  expect(screen.getByText(/^1 of 4 finished/)).toHaveTextContent(words);
  const bar = screen.getByRole('progressbar');
  expect(bar).toHaveAttribute('aria-valuenow', '1');
  expect(bar).toHaveAttribute('aria-valuetext', words);
});

test.each([
  [0, /about 4 min/],
  [0.3, /3 minutes to 5 minutes left/],
  [Infinity, /at least 4 min/],
])('the time left with an error of %d is an estimate, a range or the least', async (timeLeftError, words) => {
  const { change } = await setup({ people: 4 });
  change({}, { pace: { itemsPerMinute: 100, timeLeftInMs: 250_000, timeLeftError } });
  expect(screen.getByText(words)).toBeInTheDocument();
});

test("no rate is shown while it's unknown or zero", async () => {
  const { change } = await setup();
  expect(screen.getByText('0 of 3 finished')).toBeInTheDocument();
  change({}, { pace: { itemsPerMinute: 0.3, timeLeftInMs: undefined } });
  expect(screen.getByText('0 of 3 finished')).toBeInTheDocument();
});

test('a job recovered from a closed tab says what it waits for, and shows no item in progress', async () => {
  const { change, jobs, id } = await setup();
  const begun = [...(await jobs.open(id)).state().items].map((item) => ({
    ...item,
    progress: 'started' as const,
  }));
  const items = {
    length: begun.length,
    at: (place: number) => begun[place],
    [Symbol.iterator]: () => begun.values(),
  };
  change({ items, inFlightUntil: testNow + 30_000 });
  expect(status()).toContain(
    "Some requests were on their way when the job was interrupted, and might still take effect. They're checked within half a minute. Then the job continues.",
  );
  expect(screen.queryAllByText('Working…')).toEqual([]);
  change({ items, inFlightUntil: undefined });
  expect(screen.getAllByText('Working…')).toHaveLength(3);
});

test('while what was sent is waited for, the button says that the job is pausing', async () => {
  const jobs = fakeJobs({ outcomeOf: () => undefined });
  const id = await jobs.plan(fakePlan(1));
  await jobs.start(id);
  const pause = () => new Promise<void>(() => undefined);
  const { user } = await renderWithServices(<JobPanel jobId={id} />, {
    services: { jobs: { ...jobs, pause } },
  });
  await user.click(screen.getByRole('button', { name: 'Pause' }));
  expect(screen.getByRole('button', { name: 'Pausing…' })).toHaveAttribute('aria-disabled', 'true');
});

test('a job is paused and resumed with the same button', async () => {
  const { press, jobs } = await setup();
  await press('Pause');
  expect(status()).toContain('Paused. Nothing is sent until you resume.');
  expect(screen.getByRole('button', { name: 'Resume' })).toHaveFocus();
  await press('Resume');
  expect(await screen.findByRole('button', { name: 'Pause' })).toBeInTheDocument();
  expect(jobs.asked).toEqual(['start job-1', 'pause job-1', 'start job-1']);
});

test('stopping a short job does not ask, and the focus stays in the panel', async () => {
  const { press, jobs } = await setup();
  await press('Stop');
  expect(status()).toContain('0 assigned and 3 not started.');
  expect(jobs.asked).toContain('cancel job-1');
  expect(screen.getByRole('heading')).toHaveFocus();
});

test('stopping asks where many are left', async () => {
  const { press, jobs } = await setup({ people: 40 });
  await press('Stop');
  expect(screen.getByRole('alertdialog')).toHaveTextContent(/40 users and groups that weren't started/);
  await press('Keep going');
  expect(jobs.asked).not.toContain('cancel job-1');
  await press('Stop');
  await press('Stop the job');
  await waitFor(() => expect(jobs.asked).toContain('cancel job-1'));
});

test('a job that stops something already offers no second stop', async () => {
  const { change } = await setup();
  change({ status: 'cancelling' });
  expect(screen.getByRole('button', { name: 'Stopping…' })).toHaveAttribute('aria-disabled', 'true');
  expect(status()).toContain('Stopping. Requests that were already sent are still finishing.');
  expect(screen.queryByRole('button', { name: 'Pause' })).not.toBeInTheDocument();
});

test.each<[string, Pause, string]>([
  [
    'interrupted',
    { kind: 'interrupted' },
    'Interrupted because the tab was closed or the computer stopped. When you resume, requests that were on their way are checked first, so nothing is done twice.',
  ],
  [
    'offline',
    { kind: 'stopped', code: 'offline', goesOnByItself: true },
    "You're offline. The job continues when the connection is back.",
  ],
  [
    'throttled with a known time',
    { kind: 'stopped', code: 'throttled', goesOnByItself: true, goesOnAt: testNow },
    'Microsoft 365 is limiting requests right now. The job continues on 1 Mar 2031',
  ],
  [
    'throttled without one',
    { kind: 'stopped', code: 'throttled', goesOnByItself: true },
    'Microsoft 365 is limiting requests right now. The job continues in a moment.',
  ],
  [
    'forbidden',
    { kind: 'stopped', code: 'forbidden', goesOnByItself: false },
    "Your account doesn't have the role that this job needs: License Administrator.",
  ],
  [
    'a different account',
    { kind: 'stopped', code: 'account-changed', goesOnByItself: false },
    "You're signed in with a different account now.",
  ],
])('a job that rests says why: %s', async (_name, pause, words) => {
  const { change } = await setup();
  change({ status: 'paused', pause });
  expect(status().join(' ')).toContain(words);
  const goesOn = pause.kind === 'stopped' && pause.goesOnByItself;
  expect(screen.getByRole('button', { name: goesOn ? 'Pause' : 'Resume' })).toBeInTheDocument();
});

test('a job without an answer of the service keeps its buttons, whatever it tries meanwhile', async () => {
  const { change } = await setup();
  for (const code of ['service-unavailable', 'throttled', 'timed-out'] as const) {
    change({ status: 'running', pause: undefined });
    expect(buttons()).toEqual(['Pause', 'Stop', 'Export']);
    change({ status: 'paused', pause: { kind: 'stopped', code, goesOnByItself: true } });
    expect(buttons()).toEqual(['Pause', 'Stop', 'Export']);
  }
  change({ status: 'paused', pause: { kind: 'stopped', code: 'timed-out', goesOnByItself: false } });
  expect(buttons()).toEqual(['Resume', 'Stop', 'Export']);
});

test('a job without seats names the reason of the one who got none', async () => {
  const { change, settle } = await setup();
  settle({ 1: { kind: 'failed', reason: 'no-licenses-available' } });
  change({ status: 'paused', pause: { kind: 'halted', index: 1 } });
  expect(status().join(' ')).toContain('Paused for this reason: No seats left.');
});

test('a job that waits for consent asks for it and goes on', async () => {
  let asked = 0;
  const { change, press, jobs } = await setup({
    services: { askConsent: () => Promise.resolve(void (asked += 1)) },
  });
  change(stopped('consent-needed'));
  await press('Request permission');
  expect(asked).toBe(1);
  await waitFor(() => expect(jobs.asked).toEqual(['start job-1', 'start job-1']));
});

test('a job without a connection says one sentence and keeps its buttons, whatever it tries meanwhile', async () => {
  const { change } = await setup();
  Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
  act(() => void window.dispatchEvent(new Event('offline')));
  const sentence = "You're offline. The job continues when the connection is back.";
  expect(status()).toContain(sentence);
  expect(buttons()).toEqual(['Pause', 'Stop', 'Export']);
  change({ status: 'paused', pause: { kind: 'stopped', code: 'offline', goesOnByItself: true } });
  expect(status()).toContain(sentence);
  expect(buttons()).toEqual(['Pause', 'Stop', 'Export']);
  change({ status: 'running', pause: undefined });
  expect(status()).toContain(sentence);
  expect(buttons()).toEqual(['Pause', 'Stop', 'Export']);
  change({ status: 'paused', pause: { kind: 'asked' } });
  expect(status()).not.toContain(sentence);
  expect(buttons()).toEqual(['Resume', 'Stop', 'Export']);
  Reflect.deleteProperty(navigator, 'onLine');
  act(() => void window.dispatchEvent(new Event('online')));
});

test('a job whose storage broke goes on in memory once the person agrees', async () => {
  const { change, press, jobs } = await setup();
  change(stopped('journal-unavailable'));
  await press('Continue without saving');
  await waitFor(() => expect(jobs.asked).toEqual(['start job-1', 'start job-1']));
});

test('failed items can be retried, and their outcome shows the reason and the request id', async () => {
  const { settle, press, jobs } = await setup({ people: 2 });
  settle({ 0: { kind: 'done' }, 1: { kind: 'failed', reason: 'no-licenses-available', requestId: 'r-7' } });
  expect(status()).toContain('1 assigned and 1 failed.');
  expect(screen.getByRole('row', { name: /Person 2/ })).toHaveTextContent(/No seats left.*r-7/);
  expect(screen.getByText('Request ID r-7')).not.toBeVisible();
  expect(screen.getByText(/^Free up a seat/)).toBeInTheDocument();
  await press('Retry failed');
  expect(jobs.asked).toContain('retry job-1');
});

test('what cannot end otherwise is not offered again', async () => {
  const { settle } = await setup({ people: 2 });
  settle({
    0: { kind: 'failed', reason: 'inherited' },
    1: { kind: 'failed', reason: 'not-permitted' },
  });
  expect(status()).toContain('0 assigned and 2 failed.');
  expect(screen.queryByRole('button', { name: 'Retry failed' })).not.toBeInTheDocument();
});

test('undo says what it does before, and shows the job that does it', async () => {
  const { press, jobs, user } = await setup({
    outcomeOf: () => ({ kind: 'done' }),
    undoPreview: { undone: 2, left: 1 },
  });
  await press('Undo');
  const dialog = await screen.findByRole('alertdialog', { name: 'Undo this job?' });
  expect(dialog).toHaveTextContent(
    /loses it\..*2 will be undone\..*1 stays as it is, because it can't be undone/,
  );
  await waitFor(() =>
    expect(within(dialog).getByRole('button', { name: 'Undo', hidden: true })).not.toHaveAttribute(
      'aria-disabled',
      'true',
    ),
  );
  await user.click(within(dialog).getByRole('button', { name: 'Undo', hidden: true }));
  await screen.findByText('Undo: Assign Plover Notes to 3 users and groups');
  await waitFor(() => expect(screen.getByRole('heading', { name: '3 undone', hidden: true })).toHaveFocus());
  expect(jobs.asked).toEqual(['start job-1', 'undo job-1', 'start job-2']);
  expect(status()).toContain('3 undone.');
});

test.each([
  ['suspended', 2, /can't be assigned now.*once the subscription is renewed\.Cancel/, true],
  ['suspended', 3, /can't be assigned now.*2 users and groups get nothing back\.1 will be undone/, false],
  ['enabled', 2, /gets it back.*2 will be undone/, false],
] as const)(
  'undo of a removal from a product that is %s, of %d people, promises what can be',
  async (capability, undone, text, isDisabled) => {
    const { input } = fakePlan(1).items[0] ?? {};
    const taken = { ...input, change: { ...input?.change, add: [] } };
    const inputs = [input, input, taken].slice(0, undone) as LicenseJobInput[];
    const { press } = await setup({
      outcomeOf: () => ({ kind: 'done' }),
      subject: { kind: 'remove' },
      undoPreview: { undone, inputs },
      services: {
        licensing: fakeLicensing({ listProducts: () => Promise.resolve([fakeOwned({ capability })]) }),
      },
    });
    await press('Undo');
    const dialog = await screen.findByRole('alertdialog');
    await waitFor(() => expect(dialog).toHaveTextContent(text));
    const confirm = within(dialog).getByRole('button', { name: 'Undo', hidden: true });
    expect(confirm.getAttribute('aria-disabled') === 'true').toBe(isDisabled);
  },
);

test('undo of freed seats says that the seats come back, and that each needs a free one', async () => {
  const { press } = await setup({
    people: 2,
    subject: { kind: 'free-seat' },
    outcomeOf: () => ({ kind: 'done' }),
    undoPreview: { undone: 2, left: 0 },
  });
  expect(screen.getByText(/^Free a second seat of Plover Notes for 2 users/)).toBeInTheDocument();
  await press('Undo');
  expect(await screen.findByRole('alertdialog')).toHaveTextContent(
    /Everyone whose second seat was freed gets it back.*2 will be undone.*Each person needs a free seat/,
  );
});

test('undo and retry pressed twice at once are done once', async () => {
  const { press, jobs } = await setup({ outcomeOf: () => ({ kind: 'failed', reason: 'usage-location' }) });
  const twice = (button: HTMLElement) =>
    act(async () => {
      button.click();
      button.click();
      await Promise.resolve();
    });
  await twice(screen.getByRole('button', { name: 'Retry failed' }));
  expect(jobs.asked.filter((step) => step === 'retry job-1')).toHaveLength(1);
  act(() => jobs.settle('job-1', { 0: { kind: 'done' } }));
  await press('Undo');
  const dialog = await screen.findByRole('alertdialog');
  const confirm = within(dialog).getByRole('button', { name: 'Undo', hidden: true });
  await waitFor(() => expect(confirm).not.toHaveAttribute('aria-disabled', 'true'));
  await twice(confirm);
  await screen.findByText('Undo: Assign Plover Notes to 3 users and groups');
  expect(jobs.asked.filter((step) => step === 'undo job-1')).toHaveLength(1);
});

test('a job that was undone says so instead of offering undo again', async () => {
  const { jobs, id } = await setup({ outcomeOf: () => ({ kind: 'done' }) });
  await act(async () => void (await jobs.undo(id)));
  expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
  expect(screen.getByText('A later job undid this one.')).toBeInTheDocument();
});

test('a job without anything to take back says so, and offers no undo', async () => {
  await setup({ outcomeOf: () => ({ kind: 'done' }), undoPreview: { undone: 0, left: 3 } });
  expect(await screen.findByText('Nothing in this job can be undone.')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
});

test('the report is a file with one line for each, safe to open, that says who, what, when and with what', async () => {
  const saved: string[][] = [];
  const { press, settle, jobs, id } = await setup({
    people: 2,
    services: { saveFile: (...file) => void saved.push(file) },
  });
  settle({ 0: { kind: 'done' }, 1: { kind: 'failed', reason: 'no-licenses-available', requestId: 'r-7' } });
  await press('Export');
  await press('Download');
  const [name, text = '', mediaType] = saved[0] ?? [];
  expect(name).toBe('licenses-Plover-Notes-2031-03-01.csv');
  expect(mediaType).toBe('text/csv');
  const lines = text.trim().split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toContain('"Object ID"');
  expect(lines[0]).toContain('"Product","SKU or pool ID"');
  expect(lines[0]).toContain('"Time","Job started","Job ended","Run by"');
  expect(lines[2]).toContain('"Person 2","person.2@wrenfold.example"');
  expect(lines[2]).toContain('"Failed","No seats left","r-7"');
  const { header } = (await jobs.open(id)).state();
  expect(lines[1]).toContain(`"Plover Notes","${header.subject.products[0]?.pool}","Done"`);
  expect(lines[1]).toMatch(/"2031-03-01 \d\d:\d\d:\d\d [+-]\d\d:\d\d","","[^"]+","",""$/);
});

test('lines that led to no one stay in the report, and the panel says so', async () => {
  const saved: string[][] = [];
  const { press } = await setup({
    people: 1,
    services: { saveFile: (...file) => void saved.push(file) },
    subject: {
      unresolved: {
        lines: [{ list: 'staff.csv', line: 7, text: '=who@wrenfold.example', reason: 'not-found' }],
        more: 2,
      },
    },
  });
  expect(screen.getByText(/^3 lines of your lists were left out/)).toBeInTheDocument();
  await press('Export');
  await press('Download');
  const lines = saved[0]?.[1]?.trim().split('\r\n') ?? [];
  expect(lines).toHaveLength(4);
  expect(lines[0]).toMatch(/"Line","List"$/);
  expect(lines[2]).toMatch(
    /^"'=who@wrenfold\.example","","","Line",.*"Not matched","No match in your organization\..*,7,"staff\.csv"$/,
  );
  expect(lines[3]).toContain('"2 more lines that this job didn\'t keep"');
});

test('duplicate lines stand in the report with their reason, not among those left out', async () => {
  const saved: string[][] = [];
  const lines = ['not-found', 'duplicate'] as const;
  const { press } = await setup({
    people: 1,
    services: { saveFile: (...file) => void saved.push(file) },
    subject: {
      unresolved: {
        lines: lines.map((reason, index) => ({ list: 'staff.csv', line: index + 7, text: reason, reason })),
        more: 2,
      },
    },
  });
  expect(screen.getByText(/^1 line of your lists was left out/)).toBeInTheDocument();
  await press('Export');
  await press('Download');
  expect(saved[0]?.[1]).toMatch(/"duplicate".*"Left out","Duplicate: another line.*,8,"staff\.csv"/);
});

test('a refusal without words of its own shows the sentence of the service, as text, in the report too', async () => {
  const saved: string[][] = [];
  const { press } = await setup({
    people: 1,
    services: { saveFile: (...file) => void saved.push(file) },
    outcomeOf: () => ({
      kind: 'failed',
      reason: 'refused',
      serviceMessage: '<b>Tenant</b> is read-only.',
      requestId: 'r-7',
    }),
  });
  expect(screen.getByText('Microsoft 365 refused the change')).toHaveTextContent(
    '<b>Tenant</b> is read-only.',
  );
  await press('Export');
  await press('Download');
  expect(saved[0]?.[1]).toContain('"Microsoft 365 refused the change: <b>Tenant</b> is read-only.","r-7"');
});

test('a job of another tab is watched and not steered', async () => {
  const { change } = await setup();
  change({}, { runner: 'elsewhere' });
  expect(status()).toContain('This job runs in another tab. You can watch it here.');
  expect(buttons()).toEqual(['Export']);
});

test('what Entra still works on is said, and it can be given up', async () => {
  const { change, settle } = await setup();
  settle({ 0: { kind: 'done', pending: true } });
  change({ status: 'following' });
  expect(status()).toContain('Everything was sent. Microsoft 365 is still working on 1.');
  expect(screen.getByText('Accepted. Microsoft 365 is assigning it to the members.')).toBeInTheDocument();
});

test('a job of which everything is settled says that it ends, and has nothing to stop or to pause', async () => {
  const { change, settle } = await setup({ people: 1 });
  settle({ 0: { kind: 'done' } });
  for (const status of ['following', 'running'] as const) {
    change({ status });
    expect(screen.getByText('Finishing…')).toBeInTheDocument();
    expect(screen.queryByText(/Microsoft 365 is still working|Keep this tab open/)).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Stop|Pause/ })).not.toBeInTheDocument();
  }
});

test('members whom a group did not reach are counted', async () => {
  await setup({ people: 1, outcomeOf: () => ({ kind: 'done', shortfall: 4 }) });
  expect(
    screen.getByText("4 members didn't get it. See the product page for the reason."),
  ).toBeInTheDocument();
  expect(screen.getByText('Done for the group, but not for all of its members')).toBeInTheDocument();
  expect(screen.queryByText('License assigned')).not.toBeInTheDocument();
  expect(status()).toContain('1 partly done.');
});

test('a group that left out members is no success in the headline, under the filters or in the report', async () => {
  const saved: string[][] = [];
  const { press, settle } = await setup({
    people: 12,
    services: { saveFile: (...file) => void saved.push(file) },
  });
  const done = { kind: 'done' } as const;
  settle(Object.fromEntries(Array.from({ length: 12 }, (_, index) => [index, done])));
  settle({ 0: { kind: 'done', shortfall: 2 }, 1: { kind: 'done', isShortfallUnknown: true } });
  expect(status()).toContain('10 assigned, 1 partly done and 1 done but not fully checked.');
  const filters = await screen.findByRole('group', { name: 'Show only' });
  await waitFor(() =>
    expect(
      within(filters)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['Partly done 1', 'Done but not fully checked 1', 'Done 10']),
  );
  const groups = [{ id: 'it', name: 'IT' }];
  settle({ 2: { kind: 'skipped', reason: 'inherited', groups } });
  await press('Export');
  await press('Download');
  const lines = (saved[0]?.[1] ?? '').trim().split('\r\n');
  expect(lines[1]).toContain('"Partly done","2 members didn\'t get it.');
  expect(lines[2]).toContain('"Done but not fully checked","We couldn\'t read whether every member got it');
  expect(lines[3]).toContain('"No change","Assigned via IT, not directly",');
  expect(lines[4]).toContain('"Done","",');
});

test('who is accepted is not finished yet', async () => {
  const { settle } = await setup({ people: 4 });
  settle({ 0: { kind: 'done', pending: true }, 1: { kind: 'done' } });
  expect(screen.getByText('1 of 4 finished · 1 accepted')).toBeInTheDocument();
  expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '2');
});

test.each([
  [undefined, "We couldn't read whether every member got it. Check the product page later."],
  [
    2,
    "At least 2 members didn't get it. See the product page for the reason. We couldn't read whether the others got it.",
  ],
])(
  'where some members could not be read, %p without it are no claim about the rest',
  async (shortfall, text) => {
    await setup({
      people: 1,
      outcomeOf: () => ({ kind: 'done', ...(shortfall && { shortfall }), isShortfallUnknown: true }),
    });
    expect(screen.getByText(text)).toBeInTheDocument();
  },
);

test('outcomes are counted by kind, narrowed down and searched', async () => {
  const { press, user, settle } = await setup({ people: 12 });
  expect(screen.queryByRole('button', { name: /Done/ })).not.toBeInTheDocument();
  settle({
    0: { kind: 'done' },
    1: { kind: 'failed', reason: 'no-licenses-available' },
    2: { kind: 'failed', reason: 'no-licenses-available' },
    3: { kind: 'failed', reason: 'usage-location' },
    4: { kind: 'skipped', reason: 'no-change' },
  });
  await waitFor(() =>
    expect(
      within(screen.getByRole('group', { name: 'Show only' }))
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['Failed 3', 'Waiting 7', 'Done 1', 'No change 1']),
  );
  await press('Failed 3');
  expect(await screen.findByText('3 of 12 shown')).toBeInTheDocument();
  expect(screen.getAllByRole('row')).toHaveLength(4);
  await user.type(screen.getByRole('searchbox', { name: 'Search outcomes' }), 'person 3');
  expect(await screen.findByText('1 of 12 shown')).toBeInTheDocument();
  await press('Failed 3');
  await user.clear(screen.getByRole('searchbox'));
  expect(await screen.findAllByRole('row')).toHaveLength(13);
});

test('of a long job only the rows in view are drawn', async () => {
  await setup({ people: 5_000 });
  expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '5001');
  expect(screen.getAllByRole('row').length).toBeLessThan(40);
});

test('a job that is not in this browser says so', async () => {
  await renderWithServices(<JobPanel jobId="gone" />, { services: { jobs: fakeJobs() } });
  expect(screen.getByRole('heading', { name: "We couldn't find this job" })).toBeInTheDocument();
});

test('a job that was planned and not started is started', async () => {
  const { press, jobs } = await setup({ isStarted: false });
  expect(status()).toContain('Nothing has been sent yet.');
  await press('Start');
  expect(jobs.asked).toEqual(['start job-1']);
});

test('an action that the jobs reject shows the reason', async () => {
  const jobs = fakeJobs({ outcomeOf: () => undefined });
  const id = await jobs.plan(fakePlan(1));
  await jobs.start(id);
  const pause = () => Promise.reject(new AppError('job-busy'));
  const { user } = await renderWithServices(<JobPanel jobId={id} />, {
    services: { jobs: { ...jobs, pause } },
  });
  await user.click(screen.getByRole('button', { name: 'Pause' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('This job runs in another tab');
});

test('the words of each kind of job name its products', async () => {
  const products = [
    { ...refOf(1), name: 'Plover Notes' },
    { ...refOf(2), name: 'Plover Desk' },
  ];
  await setup({ people: 1, subject: { kind: 'move', products } });
  expect(screen.getByText('Move 1 user or group from Plover Notes to Plover Desk')).toBeVisible();
  expect(screen.getByRole('heading', { name: 'Moving…' })).toBeVisible();
});

test.each<[string, Parameters<Awaited<ReturnType<typeof setup>>['settle']>[0], string]>([
  ['well', { 0: { kind: 'done' }, 1: { kind: 'done' }, 2: { kind: 'done' } }, '3 assigned'],
  [
    'with failures',
    {
      0: { kind: 'done' },
      1: { kind: 'failed', reason: 'throttled' },
      2: { kind: 'skipped', reason: 'no-change' },
    },
    '1 of 3 assigned, 1 failed',
  ],
  [
    'without reaching all members',
    { 0: { kind: 'done', shortfall: 1 }, 1: { kind: 'done' }, 2: { kind: 'cancelled' } },
    '1 of 3 assigned, 1 partly done, 1 not started',
  ],
  [
    'without a change',
    {
      0: { kind: 'skipped', reason: 'no-change' },
      1: { kind: 'skipped', reason: 'no-change' },
      2: { kind: 'skipped', reason: 'no-change' },
    },
    'Nothing to change',
  ],
])('the title of a job that ended %s says so in the past tense', async (_how, outcomes, title) => {
  const { settle } = await setup();
  settle(outcomes);
  expect(screen.getByRole('heading', { name: title })).toBeInTheDocument();
});

test('what failed comes first, below its cause and what to do, and the rest after it', async () => {
  const { settle } = await setup({ people: 4 });
  settle({
    0: { kind: 'done' },
    1: { kind: 'failed', reason: 'usage-location' },
    2: { kind: 'failed', reason: 'no-licenses-available' },
    3: { kind: 'failed', reason: 'usage-location' },
  });
  expect(screen.getAllByRole('heading', { level: 4 }).map(({ textContent }) => textContent)).toEqual([
    'Usage location missing or not allowed (2)',
    'No seats left (1)',
    'Done (1)',
  ]);
  expect(screen.getByText(/^Set a usage location/)).toBeInTheDocument();
  const [first] = screen.getAllByRole('grid');
  expect(first).toHaveAccessibleName('Usage location missing or not allowed');
  expect(within(first as HTMLElement).getAllByRole('row')).toHaveLength(2);
});

test('outcomes are sorted by name or outcome, and stand in groups again once what needs attention comes first', async () => {
  const { settle, user, press } = await setup({ people: 4 });
  const choose = async (name: string) => {
    await press('Sort by');
    await user.click(await screen.findByRole('menuitemradio', { name }));
  };
  const expectOrder = (...order: readonly number[]) =>
    waitFor(() =>
      expect(
        screen.getAllByRole('rowheader').map(({ textContent }) => /Person (\d)/.exec(textContent)?.[1]),
      ).toEqual(order.map(String)),
    );
  settle({
    0: { kind: 'done' },
    1: { kind: 'failed', reason: 'usage-location' },
    2: { kind: 'done' },
    3: { kind: 'failed', reason: 'no-licenses-available' },
  });
  await expectOrder(2, 4, 1, 3);
  await choose('User or group');
  await expectOrder(1, 2, 3, 4);
  expect(screen.queryByRole('heading', { level: 4 })).not.toBeInTheDocument();
  await choose('Sort descending');
  await expectOrder(4, 3, 2, 1);
  expect(screen.getByRole('columnheader', { name: 'User or group' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await press('Outcome');
  await expectOrder(1, 3, 4, 2);
  await choose('Needs attention first');
  await expectOrder(2, 4, 1, 3);
  expect(screen.getAllByRole('heading', { level: 4 })).toHaveLength(3);
});

test('a share of the bar filters as its button does', async () => {
  const { settle, container, user } = await setup({ people: 3 });
  settle({ 0: { kind: 'done' }, 1: { kind: 'done' }, 2: { kind: 'failed', reason: 'throttled' } });
  await user.click(container.querySelector('[title="Failed (1)"]') ?? container);
  expect(screen.getByRole('button', { name: 'Failed 1' })).toHaveAttribute('aria-pressed', 'true');
  expect(document.activeElement?.closest('[aria-hidden="true"]')).toBeNull();
  expect(await screen.findByText('1 of 3 shown')).toBeInTheDocument();
});

test('a job has at most one primary button: start, resume, consent, or retry where something failed', async () => {
  const { change, settle, press } = await setup({ isStarted: false });
  const look = screen.getByRole('button', { name: 'Start' }).className;
  const primaries = () =>
    screen
      .getAllByRole('button')
      .filter(({ className }) => className === look)
      .map(({ textContent }) => textContent);
  await press('Start');
  expect(primaries()).toEqual([]);
  change({ status: 'paused', pause: { kind: 'asked' } });
  expect(primaries()).toEqual(['Resume']);
  change(stopped('consent-needed'));
  expect(primaries()).toEqual(['Request permission']);
  change({ status: 'running', pause: undefined });
  settle({ 0: { kind: 'done' }, 1: { kind: 'done' }, 2: { kind: 'done' } });
  expect(primaries()).toEqual([]);
  settle({ 1: { kind: 'failed', reason: 'throttled' } });
  expect(primaries()).toEqual(['Retry failed']);
});

test('the end of a job takes nothing away that is above the list, and says when it was', async () => {
  const { change, settle } = await setup({ people: 2 });
  const filters = () => within(screen.getByRole('group', { name: 'Show only' })).getAllByRole('button');
  const textsOf = (found: readonly Element[]) => found.map(({ textContent }) => textContent);
  const regions = screen.getAllByRole('status').length;
  expect(textsOf(filters())).toEqual(['Waiting 2']);
  settle({ 0: { kind: 'done' }, 1: { kind: 'done' } });
  expect(textsOf(filters())).toEqual(['Done 2']);
  expect(screen.getAllByRole('status')).toHaveLength(regions);
  expect(status()).toContain('2 assigned.');
  change({ finishedAt: Date.UTC(2026, 10, 30, 12) });
  expect(screen.getByText(/^Finished /)).toBeVisible();
});

test('the end of a pause is said where its begin was, and so is the end of the job', async () => {
  const { change, settle } = await setup({ people: 1 });
  const region = screen.getByText('Keep this tab open, or the job pauses.');
  expect(region).toHaveAttribute('role', 'status');
  change(stopped('timed-out'));
  expect(region).toHaveTextContent(/Nothing more is sent until you resume/);
  change({ status: 'running', pause: undefined });
  expect(region).toHaveTextContent('Resumed. Keep this tab open, or the job pauses.');
  settle({ 0: { kind: 'done' } });
  expect(region).toHaveTextContent('1 assigned.');
  expect(region).toBeInTheDocument();
});
