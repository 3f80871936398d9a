// cspell:locale en-US,sv
import { act, screen, waitFor, within } from '@testing-library/react';
import { createJobRetention } from '../../../../src/app/services/createJobRetention';
import { AppError } from '../../../../src/base/appError';
import { systemClock } from '../../../../src/base/clock';
import { AboutPage } from '../../../../src/ui/pages/about/AboutPage';
import type { KeptData, Services } from '../../../../src/ui/services';
import { bea, setup as setupStorage } from '../../../storage/support/setup';
import { fakeJobs, fakePlan } from '../../support/fakeJobs';
import { fakeKeptData, fakeLicensing, fakeMe, fakeOwned } from '../../support/fakeServices';
import { renderWithServices } from '../../support/renderWithServices';
import { stubLayout } from '../../support/stubLayout';

const { key: productKey } = fakeOwned();

async function setup(services: Partial<Services> = {}, locale?: string) {
  stubLayout();
  const { browser, open } = setupStorage();
  const { data, decisions, drafts, settings } = open();
  const saved: { name: string; text: string; mediaType: string }[] = [];
  let deletions = 0;
  const jobs = services.jobs ?? fakeJobs();
  const kept: KeptData = {
    ...fakeKeptData(),
    ...data,
    drafts,
    jobRetention: createJobRetention(settings, jobs, systemClock),
    deleteEverything() {
      deletions += 1;
      data.deleteAll();
      return Promise.resolve({ jobsLeft: 0 });
    },
  };
  const rendered = await renderWithServices(<AboutPage />, {
    locale,
    services: {
      openKeptData: () => Promise.resolve(kept),
      saveFile: (name, text, mediaType) => void saved.push({ name, text, mediaType }),
      licensing: fakeLicensing({ listProducts: () => Promise.resolve([fakeOwned()]) }),
      ...services,
      jobs,
    },
  });
  const choose = (text: string) => {
    // jsdom has no Blob.text().
    const file = Object.assign(new File([text], 'a.json', { type: 'application/json' }), {
      text: () => Promise.resolve(text),
    });
    return rendered.user.upload(screen.getByLabelText('Import', { selector: 'input' }), file);
  };
  return {
    ...rendered,
    browser,
    open,
    data,
    decisions,
    drafts,
    settings,
    saved,
    choose,
    deletions: () => deletions,
  };
}

const press = (name: string) => screen.getByRole('button', { name });

test('the page names the app and its version', async () => {
  await setup();
  expect(screen.getByRole('heading', { level: 1, name: 'About this app' })).toBeInTheDocument();
  expect(screen.getByText('ISV Licenses')).toBeInTheDocument();
  expect(screen.getByText('1.2.3')).toBeInTheDocument();
  expect(document.title).toBe('About this app – ISV Licenses');
});

test('jobs that a newer version keeps, or that are not listed yet, are not passed over as none', async () => {
  let keeping: ReturnType<Services['jobs']['storage']> = 'unknown';
  const listeners = new Set<() => void>();
  await setup({
    jobs: {
      ...fakeJobs(),
      storage: () => keeping,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  });
  const becomes = (next: typeof keeping) =>
    act(() => {
      keeping = next;
      listeners.forEach((listener) => listener());
    });
  expect(screen.queryByText('No data yet')).not.toBeInTheDocument();
  becomes('newer');
  expect(screen.getByRole('alert')).toHaveTextContent(/A newer version was used.*Your jobs are kept/);
  expect(screen.queryByText('No data yet')).not.toBeInTheDocument();
  becomes('device');
  expect(screen.getByText('No data yet')).toBeInTheDocument();
});

test('settings of the configuration that this version does not know are named', async () => {
  await setup({ unknownSettings: ['graphURL', 'signIn.prompt'] });
  expect(screen.getByText(/doesn't know or use: graphURL and signIn\.prompt\./)).toBeInTheDocument();
});

test('nothing kept is said in words', async () => {
  await setup();
  expect(screen.getByText('No data yet')).toBeInTheDocument();
});

test('what is kept is listed as it changes: what, for whom, since when, how long and how large', async () => {
  const jobs = fakeJobs();
  const { decisions, drafts, open, data } = await setup({ jobs });
  act(() => decisions.write(productKey, 'isv'));
  act(() => drafts.write(productKey, { alsoProducts: [], principals: [], unresolved: [] }));
  act(() => open(bea).decisions.write(productKey, 'hidden'));
  await act(async () => void (await jobs.plan(fakePlan(3))));
  const rows = screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);
  expect(rows).toEqual([
    expect.stringMatching(/^1 choice about a product.*Your account1 Mar 2031, 1\d:00You delete it\d+ bytes$/),
    expect.stringMatching(/^1 draft of a list.*Your account1 Mar 2031, 1\d:002 Mar 2031, 1\d:00\d+ bytes$/),
    expect.stringMatching(/^1 entry of other accounts.*Other accountsNot knownThey delete it\d+ bytes$/),
    expect.stringMatching(
      /^1 job.*Your account1 Mar 2031, 1\d:00180 days after the job finishes3 users and groups$/,
    ),
  ]);
  expect(data.state()).toBe('available');
});

test.each([
  ['blocked', "This browser can't save data for this app."],
  ['full', 'This browser is out of storage space for this app.'],
] as const)('storage that is %s is said in words', async (access, words) => {
  const { browser, decisions } = await setup();
  browser.setAccess(access);
  act(() => decisions.write(productKey, 'isv'));
  expect(screen.getByText(new RegExp(words))).toBeInTheDocument();
  expect(screen.getByRole('row', { name: /1 choice/ })).toHaveTextContent('You close this tab');
});

test("code that can't be loaded shows an error with a retry", async () => {
  let tries = 0;
  const { user } = await setup({
    openKeptData: () => {
      tries += 1;
      return tries === 1
        ? Promise.reject(new AppError('chunk-load-failed'))
        : Promise.resolve(fakeKeptData());
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('No data yet')).toBeInTheDocument();
});

test('the page says that it is waited for', async () => {
  await renderWithServices(<AboutPage />, {
    isHeldBack: true,
    services: { openKeptData: () => new Promise(() => undefined) },
  });
  expect(screen.getAllByRole('status').at(-1)).toHaveTextContent(/^Still waiting for this page, since /);
});

test('an export is a JSON file named by the day', async () => {
  const { user, decisions, saved } = await setup();
  act(() => decisions.write(productKey, 'hidden'));
  await user.click(press('Export'));
  await user.click(await screen.findByRole('button', { name: 'Download' }));
  expect(saved).toMatchObject([{ name: 'isv-licenses-2031-03-01.json', mediaType: 'application/json' }]);
  expect(JSON.parse(saved[0]?.text ?? '')).toMatchObject({ decisions: { [productKey]: 'hidden' } });
  expect(screen.getByText(/^The file is downloading/)).toBeInTheDocument();
});

test('an import says what it adds and replaces before it does', async () => {
  const { user, decisions, data, choose } = await setup();
  act(() => {
    decisions.write(productKey, 'isv');
    decisions.write('more', 'isv');
    decisions.write('same', 'isv');
  });
  const text = data.exportText();
  act(() => {
    decisions.write(productKey, 'hidden');
    decisions.write('more', undefined);
  });
  await choose(text);
  const dialog = await screen.findByRole('alertdialog', { name: 'Import this file?' });
  expect(dialog).toHaveTextContent('Adds 1 choice about a product.');
  await waitFor(() => expect(dialog).toHaveTextContent('PLOVER NOTES: Treat as ISV app instead of Hide'));
  expect(dialog).toHaveTextContent('1 entry is the same already.');
  expect(decisions.read()).toEqual({ [productKey]: 'hidden', same: 'isv' });
  await user.click(within(dialog).getByRole('button', { name: 'Import' }));
  expect(decisions.read()).toEqual({ [productKey]: 'isv', more: 'isv', same: 'isv' });
  expect(screen.getByText('Imported.')).toBeInTheDocument();
});

test('an import of what is here already cannot be confirmed', async () => {
  const { data, decisions, choose } = await setup();
  act(() => decisions.write(productKey, 'isv'));
  await choose(data.exportText());
  const dialog = await screen.findByRole('alertdialog');
  expect(dialog).toHaveTextContent('Everything in this file is already in this browser.');
  expect(within(dialog).getByRole('button', { name: 'Import' })).toHaveAttribute('aria-disabled', 'true');
});

test('a rejected file shows the reason and what to do', async () => {
  const { choose, data } = await setup();
  await choose('{');
  expect(await screen.findByRole('alert')).toHaveTextContent("This file isn't a complete export");
  await choose(data.exportText().replace('"decisions": {}', '"decisions": { "a": "maybe" }'));
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('decisions.a'));
});

test('how long finished jobs are kept is chosen, and what is too old for it is deleted after a question', async () => {
  const jobs = fakeJobs();
  const [old, open] = [await jobs.plan(fakePlan(2)), await jobs.plan(fakePlan(1))];
  await jobs.start(old);
  jobs.change(old, { finishedAt: systemClock.now() - 60 * 86_400_000 });
  jobs.change(open, { status: 'paused', pause: { kind: 'asked' }, startedAt: 0 });
  const { user, settings } = await setup({ jobs });
  const select = screen.getByRole('combobox', { name: 'Keep finished jobs for' });
  expect(select).toHaveDisplayValue('180 days');
  await user.selectOptions(select, '90 days');
  expect(settings.readJobRetention()).toBe(90);
  expect(screen.getByRole('row', { name: /2 jobs/ })).toHaveTextContent('90 days after the job finishes');

  await user.selectOptions(select, '30 days');
  const dialog = await screen.findByRole('alertdialog', { name: 'Delete 1 job now?' });
  expect(settings.readJobRetention()).toBe(90);
  await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());
  expect(settings.readJobRetention()).toBe(30);
  expect(jobs.list().map(({ header }) => header.id)).toEqual([open]);
  await user.selectOptions(screen.getByRole('combobox', { hidden: true }), 'Until I delete them');
  expect(settings.readJobRetention()).toBe('forever');
});

test('everything is deleted after a question, and the focus returns to its button', async () => {
  const { user, decisions, deletions } = await setup();
  act(() => decisions.write(productKey, 'isv'));
  await user.click(press('Delete everything kept here'));
  const dialog = await screen.findByRole('alertdialog', { name: 'Delete everything kept here?' });
  expect(dialog).toHaveTextContent("This can't be undone.");
  await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());
  expect(deletions()).toBe(1);
  expect(screen.getByText('Everything kept here was deleted.')).toBeInTheDocument();
  expect(screen.getByText('No data yet')).toBeInTheDocument();
  // jsdom leaves the page behind a closed dialog hidden.
  await waitFor(() =>
    expect(screen.getByRole('button', { name: 'Delete everything kept here', hidden: true })).toHaveFocus(),
  );
});

test('nothing is deleted while a job runs', async () => {
  const jobs = fakeJobs({ outcomeOf: () => undefined });
  const { user, deletions } = await setup({ jobs });
  await act(async () => jobs.start(await jobs.plan(fakePlan(1))));
  await user.click(press('Delete everything kept here'));
  const dialog = await screen.findByRole('alertdialog');
  expect(dialog).toHaveTextContent('1 job is running. Pause it first, in Jobs.');
  await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
  expect(deletions()).toBe(0);
  act(() => jobs.change('job-1', { status: 'paused', pause: { kind: 'asked' } }, { runner: 'nobody' }));
  await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
  expect(deletions()).toBe(1);
});

test('jobs that could not be deleted are counted, and an error shows in the dialog', async () => {
  const answers = [
    () => Promise.reject(new AppError('journal-unavailable')),
    () => Promise.resolve({ jobsLeft: 2 }),
  ];
  const kept = fakeKeptData({
    deleteEverything: () => answers.shift()?.() ?? Promise.reject(new AppError('internal')),
  });
  const { user } = await setup({ openKeptData: () => Promise.resolve(kept) });
  await user.click(press('Delete everything kept here'));
  const dialog = await screen.findByRole('alertdialog');
  await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
  expect(await within(dialog).findByRole('alert')).toBeInTheDocument();
  await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
  expect(await screen.findByText(/^Deleted, except 2 jobs/)).toBeInTheDocument();
});

test('the page speaks Swedish, and leads people without a role back', async () => {
  await setup({ me: fakeMe('own-apps') }, 'sv-se');
  expect(screen.getByRole('heading', { level: 1, name: 'Om appen' })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Tillbaka till Mina appar' })).toHaveAttribute('href', '#/my-apps');
});
