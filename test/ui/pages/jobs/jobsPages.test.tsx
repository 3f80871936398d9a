import { act, screen, waitFor, within } from '@testing-library/react';
import { JobPage } from '../../../../src/ui/pages/jobs/JobPage';
import { JobsPage } from '../../../../src/ui/pages/jobs/JobsPage';
import { InterruptedJobs } from '../../../../src/ui/pages/jobs/InterruptedJobs';
import { fakeJobs, fakePlan, type FakeJobsOptions } from '../../support/fakeJobs';
import { fakeKeptData, fakeRef, fakeUnreadableJobs } from '../../support/fakeServices';
import { renderWithServices } from '../../support/renderWithServices';
import { stubLayout } from '../../support/stubLayout';

async function setupHistory(options?: FakeJobsOptions) {
  stubLayout();
  const jobs = fakeJobs(options);
  if (!options?.storesNothing) {
    await jobs.start(await jobs.plan(fakePlan(2)));
    await jobs.start(await jobs.plan(fakePlan(3, { kind: 'remove' })));
  }
  const rendered = await renderWithServices(<JobsPage />, { services: { jobs } });
  return { ...rendered, jobs };
}

test('the history names each job, its state and its outcomes, newest first', async () => {
  const { user } = await setupHistory();
  const [, removal, assignment] = screen.getAllByRole('row');
  expect(removal).toHaveTextContent(
    /Remove Plover Notes from 3 users and groups.*1 Mar 2031, 1[0-9]:00 by Ylva Tornberg.*Finished.*3 removed\./,
  );
  expect(assignment).toHaveTextContent(/Assign Plover Notes to 2 users and groups.*2 assigned\./);
  expect(within(removal as HTMLElement).getByRole('link', { name: /^Remove/ })).toHaveAttribute(
    'href',
    '#/jobs/job-2',
  );
  // Its title names the product already.
  expect(screen.queryByRole('columnheader', { name: 'Product' })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'More: Remove Plover Notes from 3 users and groups' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Plover Notes' }));
  expect(location.pathname + location.hash).toContain(`/products/${encodeURIComponent(fakeRef.product)}`);
});

test('a job that is over says how many are half done apart from those that failed', async () => {
  const { jobs } = await setupHistory({ outcomeOf: () => undefined });
  const failed = { kind: 'failed', reason: 'no-licenses-available' } as const;
  const half = { ...failed, made: { given: [fakeRef.pool], taken: [] } };
  act(() => jobs.settle('job-2', { 0: failed, 1: half, 2: half }));
  act(() => jobs.settle('job-1', { 0: half, 1: { kind: 'done' } }));
  const [, removal, assignment] = screen.getAllByRole('row');
  expect(removal).toHaveTextContent('Finished, 2 half done, 1 failed');
  expect(assignment).toHaveTextContent(/Finished, 1 half done(?!, )/);
});

test('a job under way says how far it is and why it rests, and cannot be deleted', async () => {
  const { jobs, user } = await setupHistory({ outcomeOf: () => undefined });
  act(() => jobs.settle('job-2', { 0: { kind: 'done' } }));
  act(() =>
    jobs.change('job-2', {
      status: 'paused',
      pause: { kind: 'stopped', code: 'offline', goesOnByItself: true },
    }),
  );
  act(() => jobs.change('job-1', {}, { runner: 'elsewhere' }));
  const [, removal, assignment] = screen.getAllByRole('row');
  expect(removal).toHaveTextContent(/Paused: You're offline.*1 of 3 finished/);
  expect(assignment).toHaveTextContent('Running in another tab');
  expect(screen.queryByRole('button', { name: 'Resume' })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: /^More: Remove/ }));
  expect(await screen.findByRole('menuitem', { name: 'Plover Notes' })).toBeInTheDocument();
  expect(screen.queryByRole('menuitem', { name: 'Delete' })).not.toBeInTheDocument();
});

test('a job that waits for a person is resumed in its row', async () => {
  const { jobs, user } = await setupHistory({ outcomeOf: () => undefined });
  act(() => jobs.change('job-2', { status: 'paused', pause: { kind: 'halted', index: 0 } }));
  jobs.asked.length = 0;
  const [, removal] = screen.getAllByRole('row');
  await user.click(within(removal as HTMLElement).getByRole('button', { name: 'Resume' }));
  await waitFor(() => expect(jobs.asked).toEqual(['start job-2']));
});

test('a finished job is deleted from the history after a question, and keeping it returns the focus', async () => {
  const { user, jobs } = await setupHistory();
  const more = () =>
    screen.getByRole('button', { name: 'More: Assign Plover Notes to 2 users and groups', hidden: true });
  const ask = async () => {
    await user.click(more());
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    // Fluent hides a dialog from readers where jsdom focuses late, and what is hidden has no name.
    const name = 'Delete this job from the list?';
    const title = await screen.findByRole('heading', { name, hidden: true });
    const dialog = title.closest<HTMLElement>('[role="alertdialog"]') ?? document.body;
    expect(dialog).toHaveAttribute('aria-labelledby', title.id);
    return dialog;
  };
  await user.click(within(await ask()).getByRole('button', { name: 'Cancel', hidden: true }));
  await waitFor(() => expect(more()).toHaveFocus());
  await user.click(within(await ask()).getByRole('button', { name: 'Delete', hidden: true }));
  await waitFor(() => expect(jobs.asked).toContain('forget job-1'));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());
  expect(screen.queryByText(/Assign Plover Notes/)).not.toBeInTheDocument();
});

test('a browser that stores nothing says so, and an empty history says what will be there', async () => {
  await setupHistory({ storesNothing: true });
  expect(screen.getByRole('heading', { name: 'No activity yet' })).toBeInTheDocument();
  expect(screen.getByText(/this list is lost when you close the app/)).toBeInTheDocument();
});

test('jobs that cannot be read are named with their date, exported as a file, and deleted after a question', async () => {
  stubLayout();
  const jobs = fakeJobs();
  const saved: (readonly string[])[] = [];
  let list = [
    { id: 'job-8', plannedAt: Date.parse('2031-02-01T11:00:00Z') },
    { id: 'job-9', plannedAt: undefined },
  ];
  let changed = (): void => undefined;
  let checks = 0;
  const unreadableJobs = fakeUnreadableJobs({
    list: () => list,
    subscribe(listener) {
      changed = listener;
      return () => undefined;
    },
    check: () => Promise.resolve(void (checks += 1)),
    exportText: (id) => Promise.resolve(`{"id":"${id}"}`),
  });
  const remove = (id: string) => {
    list = list.filter((each) => each.id !== id);
    changed();
    return Promise.resolve();
  };
  const { user } = await renderWithServices(<JobsPage />, {
    services: {
      jobs: { ...jobs, remove },
      openKeptData: () => Promise.resolve(fakeKeptData({ unreadableJobs })),
      saveFile: (...file) => void saved.push(file),
    },
  });
  expect(await screen.findByText("2 jobs can't be read")).toBeInTheDocument();
  expect(checks).toBe(1);
  expect(screen.queryByText('No activity yet')).not.toBeInTheDocument();
  const lines = within(screen.getByRole('list', { name: "Jobs that can't be read" })).getAllByRole(
    'listitem',
  );
  expect(lines.map((line) => line.textContent)).toEqual([
    expect.stringMatching(/^Planned 1 Feb 2031, 1\d:00/),
    expect.stringMatching(/^Date not known/),
  ]);
  await user.click(screen.getByRole('button', { name: /^Export the saved data: Planned/ }));
  await user.click(await screen.findByRole('button', { name: 'Download' }));
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]).toEqual(['isv-licenses-job-2031-03-01.json', '{"id":"job-8"}', 'application/json']);
  await user.click(screen.getByRole('button', { name: 'Close' }));
  await user.click(screen.getByRole('button', { name: /^Delete the job: Planned/, hidden: true }));
  const dialog = await screen.findByRole('alertdialog', { name: "Delete the job that can't be read?" });
  await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
  expect(await screen.findByText("1 job can't be read")).toBeInTheDocument();
});

test('a newer version of the app that keeps the jobs is said, with what to do', async () => {
  stubLayout();
  const jobs = { ...fakeJobs(), storage: () => 'newer' as const };
  await renderWithServices(<JobsPage />, { services: { jobs } });
  expect(screen.getByRole('alert')).toHaveTextContent(/A newer version was used.*Reload the app/);
  expect(screen.queryByText('No activity yet')).not.toBeInTheDocument();
});

test('the page of a job names it as its title and leads back and on to the job that takes it back', async () => {
  stubLayout();
  const jobs = fakeJobs();
  const id = await jobs.plan(fakePlan(2));
  await jobs.start(id);
  const ways: string[] = [];
  const { user } = await renderWithServices(
    <JobPage jobId={id} onBack={() => ways.push('back')} onOpen={(other) => ways.push(other)} />,
    { services: { jobs } },
  );
  const name = 'Assign Plover Notes to 2 users and groups';
  expect(screen.getByRole('heading', { level: 1, name: '2 assigned' })).toBeInTheDocument();
  expect(screen.getByText(name)).toBeInTheDocument();
  expect(document.title).toBe(`${name} – ISV Licenses`);
  expect(screen.getByText(/by Ylva Tornberg/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Back to Activity' }));
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  const dialog = await screen.findByRole('alertdialog');
  await within(dialog).findByText(/2 will be undone/);
  await user.click(within(dialog).getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(ways).toEqual(['back', 'job-2']));
});

async function setupInterrupted(count: number) {
  const jobs = fakeJobs({ outcomeOf: () => undefined });
  for (let made = 0; made < count; made += 1) {
    const id = await jobs.plan(fakePlan(4));
    jobs.settle(id, { 0: { kind: 'done' } });
    jobs.change(id, { status: 'paused', pause: { kind: 'interrupted' } });
  }
  const [first, ...others] = jobs.list();
  if (!first) throw new Error('no job');
  const rendered = await renderWithServices(<InterruptedJobs jobs={[first, ...others]} />, {
    services: { jobs },
  });
  return { ...rendered, jobs };
}

test('an interrupted job is resumed from the bar', async () => {
  const { user, jobs } = await setupInterrupted(1);
  expect(screen.getByText('A job was interrupted')).toBeInTheDocument();
  expect(
    screen.getByText(/Assign Plover Notes to 4 users and groups: 1 of 4 finished\./),
  ).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'View job' })).toHaveAttribute('href', '#/jobs/job-1');
  await user.click(screen.getByRole('button', { name: 'Resume' }));
  await waitFor(() => expect(jobs.asked).toEqual(['start job-1']));
});

test('the rest of an interrupted job is discarded after a question', async () => {
  const { user, jobs } = await setupInterrupted(1);
  await user.click(screen.getByRole('button', { name: 'Discard' }));
  const dialog = await screen.findByRole('alertdialog');
  expect(dialog).toHaveTextContent("3 users and groups that aren't finished");
  expect(jobs.asked).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Discard' }));
  await waitFor(() => expect(jobs.asked).toEqual(['cancel job-1']));
});

test('several interrupted jobs are counted, and lead to the history', async () => {
  await setupInterrupted(2);
  expect(screen.getByText('2 jobs were interrupted')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'All jobs' })).toHaveAttribute('href', '#/jobs');
});

test('a browser that turns out to keep nothing says so in place of the list that was waited for', async () => {
  const jobs = fakeJobs();
  let keeping: ReturnType<typeof jobs.storage> = 'unknown';
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const nothing = jobs.list();
  const services = { jobs: { ...jobs, storage: () => keeping, list: () => nothing, subscribe } };
  await renderWithServices(<JobsPage />, { services });
  expect(screen.getByRole('status')).toBeInTheDocument();
  keeping = 'memory';
  act(() => listeners.forEach((listener) => listener()));
  expect(screen.getByText(/This browser can't save jobs/)).toBeInTheDocument();
  expect(screen.queryByRole('status')).not.toBeInTheDocument();
});
