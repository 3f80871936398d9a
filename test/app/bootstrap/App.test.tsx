import { act, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { App } from '../../../src/app/bootstrap/App';
import { createStartup } from '../../../src/app/bootstrap/createStartup';
import type { StartupOptions } from '../../../src/app/bootstrap/startup';
import { AppError } from '../../../src/base/appError';
import { routes } from '../../../src/ui/routes';
import { loadMessages } from '../../../src/ui/messages/loadMessages';
import type { Services } from '../../../src/ui/services';
import { fakeCatalogue, fakeEntry, fakeLicensing, fakeMe, fakeOwned } from '../../ui/support/fakeServices';
import { fakeJobs, fakePlan } from '../../ui/support/fakeJobs';
import { manualClock } from '../../base/manualClock';
import { recordLog } from '../../base/recordLog';
import { stubMatchMedia } from '../../ui/support/stubMatchMedia';
import { fakeHost, fakeTokens, fakeAppServices, testConfig } from '../support/fakeParts';
import type { FakeHost } from '../support/fakeParts';

interface Options {
  readonly hash?: string;
  readonly services?: Partial<Services>;
  readonly host?: FakeHost;
  readonly parts?: Partial<StartupOptions>;
  /** Services while the roles are still read, which then never end. */
  readonly early?: Partial<Services>;
  /** Replaces that they never end. */
  readonly readRoles?: () => Promise<ReturnType<typeof fakeAppServices>>;
}

const owned: Partial<Services> = {
  licensing: fakeLicensing({ listProducts: () => Promise.resolve([fakeOwned()]) }),
  catalogue: fakeCatalogue(fakeEntry()),
};

async function setup(options: Options = {}) {
  const { hash = '', services = {}, host = fakeHost(), parts = {}, early } = options;
  stubMatchMedia();
  window.location.hash = hash;
  const { logger, entries } = recordLog();
  const startup = createStartup({
    loadConfig: () => Promise.resolve(testConfig),
    connectHost: () => Promise.resolve(host),
    loadMessages,
    createTokenSource: () => Promise.resolve(fakeTokens()),
    createServices(...[, , , onSignedIn]) {
      if (!early) return Promise.resolve(fakeAppServices({ ...owned, ...services }));
      onSignedIn(fakeAppServices(early));
      return options.readRoles?.() ?? new Promise(() => undefined);
    },
    reload: () => undefined,
    report: () => undefined,
    browserLocale: 'en',
    ...parts,
  });
  if (parts.clock) void startup.run();
  else await startup.run();
  // Awaited, since React loses a component that suspends in an act that isn't awaited.
  const collect = () => Promise.resolve('diagnostics');
  const diagnostics = { logger, collect };
  await act(async () => Promise.resolve(render(<App startup={startup} diagnostics={diagnostics} />)));
  return { host, user: userEvent.setup(), startup, entries };
}

/** Presses the host's Back. */
function pressBack(host: FakeHost): boolean {
  let isTaken = false;
  act(() => void (isTaken = host.pressBack()));
  return isTaken;
}

const heading = (name: string) => screen.findByRole('heading', { level: 1, name });

test('an administrator lands on Licenses, and the host hears that the first screen is drawn', async () => {
  const { host } = await setup();
  expect(await heading('Licenses')).toBeInTheDocument();
  expect(host.wasReady()).toBe(true);
  expect(document.title).toBe('Licenses – ISV Licenses');
  expect(document.documentElement.lang).toBe('en-US');
});

test('a person without a role lands on My apps and has no other page', async () => {
  await setup({ services: { me: fakeMe('own-apps') } });
  expect(await heading('My apps')).toBeInTheDocument();
  expect(screen.queryByRole('navigation')).not.toBeInTheDocument();
});

test('a person without a role finds the page About from My apps, and the way back', async () => {
  const { user } = await setup({ services: { me: fakeMe('own-apps') } });
  await user.click(await screen.findByRole('link', { name: 'About' }));
  expect(await heading('About this app')).toHaveFocus();
  await user.click(screen.getByRole('link', { name: 'Back to My apps' }));
  expect(await heading('My apps')).toBeInTheDocument();
});

test('the navigation ends with the page About', async () => {
  const { user } = await setup();
  await heading('Licenses');
  const links = within(screen.getByRole('navigation')).getAllByRole('link');
  expect(links.map((link) => link.textContent)).toEqual([
    'Licenses',
    'Issues',
    'People',
    'Activity',
    'My apps',
    'About',
  ]);
  await user.click(within(screen.getByRole('navigation')).getByRole('link', { name: 'About' }));
  expect(await heading('About this app')).toHaveFocus();
  expect(screen.getByRole('link', { name: 'About' })).toHaveAttribute('aria-current', 'page');
});

test('a link to an administrators’ page tells a person without a role whom it is for', async () => {
  const licensing = fakeLicensing({ listProducts: () => Promise.reject(new AppError('forbidden')) });
  await setup({ hash: '#/licenses', services: { licensing, me: fakeMe('own-apps') } });
  expect(await heading('This page is for admins')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Go to My apps' })).toHaveAttribute('href', '#/my-apps');
});

test.each(['own-apps', 'unverified'] as const)(
  'a person with %s sees what Graph lets be read, and what is missing',
  async (access) => {
    await setup({ hash: '#/licenses', services: { me: fakeMe(access) } });
    expect(await heading('Licenses')).toBeInTheDocument();
    expect(
      screen.getByText(/can't see a role of yours that covers the whole organization/),
    ).toBeInTheDocument();
    expect(await screen.findByText('Plover Notes')).toBeInTheDocument();
    expect(screen.queryByText(/doesn't let you assign licenses/)).not.toBeInTheDocument();
    expect(screen.getByRole('navigation')).toBeInTheDocument();
  },
);

test('a person with signs of a role starts with Licenses, and one without finds the way there from My apps', async () => {
  const { user } = await setup({ services: { me: fakeMe('own-apps') } });
  await user.click(await screen.findByRole('link', { name: 'Do you manage licenses?' }));
  expect(await heading('Licenses')).toBeInTheDocument();
});

test('a catalogue that could not be read is said above the list, which is there', async () => {
  const catalogueError = new AppError('catalogue-invalid', {
    faults: ['entries[1] "x": name: must not be empty'],
  });
  await setup({ services: { catalogueError } });
  expect(await screen.findByText(/Some entries of the product catalog couldn't be read/)).toBeInTheDocument();
  expect(screen.getByText(/entries\[1\] "x"/)).toBeInTheDocument();
  expect(await screen.findByText('Plover Notes')).toBeInTheDocument();
});

test('moving to another page takes the focus to its heading and marks it in the navigation', async () => {
  const { user } = await setup();
  const first = await heading('Licenses');
  expect(first).not.toHaveFocus();
  const nav = screen.getByRole('navigation', { name: 'Pages of this app' });
  expect(within(nav).getByRole('link', { name: 'Licenses' })).toHaveAttribute('aria-current', 'page');
  await user.click(within(nav).getByRole('link', { name: 'My apps' }));
  const second = await heading('My apps');
  await waitFor(() => expect(second).toHaveFocus());
  expect(within(nav).getByRole('link', { name: 'My apps' })).toHaveAttribute('aria-current', 'page');
});

test('the navigation counts the jobs that are under way', async () => {
  const jobs = fakeJobs({ outcomeOf: () => undefined });
  await setup({ services: { jobs } });
  await heading('Licenses');
  const nav = screen.getByRole('navigation');
  expect(within(nav).getByRole('link', { name: 'Activity' })).toBeInTheDocument();
  await act(async () => jobs.start(await jobs.plan(fakePlan(1))));
  expect(within(nav).getByRole('link', { name: 'Activity 1 job in progress' })).toBeInTheDocument();
  await act(async () => Promise.resolve(jobs.settle('job-1', { 0: { kind: 'done' } })));
  // Its end is announced, and marked until the jobs were looked at.
  const mark = await within(nav).findByRole('link', { name: 'Activity 1 job to check' });
  expect(screen.getByText(/^Done: Assign Plover Notes to .*1 assigned\.$/)).toHaveAttribute('role', 'status');
  await userEvent.click(mark);
  expect(await within(nav).findByRole('link', { name: 'Activity' })).toBeInTheDocument();
});

test('leaving while a job runs in this tab is asked about, and not afterwards', async () => {
  const jobs = fakeJobs({ outcomeOf: () => undefined });
  await setup({ services: { jobs } });
  await heading('Licenses');
  const isAsked = (): boolean => {
    const leaving = new Event('beforeunload', { cancelable: true });
    dispatchEvent(leaving);
    return leaving.defaultPrevented;
  };
  expect(isAsked()).toBe(false);
  await act(async () => jobs.start(await jobs.plan(fakePlan(1))));
  await waitFor(() => expect(isAsked()).toBe(true));
  await act(async () => Promise.resolve(jobs.settle('job-1', { 0: { kind: 'done' } })));
  expect(isAsked()).toBe(false);
});

test('a job that was interrupted is offered again on every page but its own', async () => {
  const jobs = fakeJobs({ outcomeOf: () => undefined });
  await jobs.plan(fakePlan(1));
  jobs.change('job-1', { status: 'paused', pause: { kind: 'interrupted' } });
  const { user } = await setup({ hash: '#/my-apps', services: { jobs } });
  expect(await screen.findByText('A job was interrupted')).toBeInTheDocument();
  await user.click(screen.getByRole('link', { name: 'View job' }));
  expect(await heading('Interrupted')).toHaveFocus();
  expect(screen.getByText('Assign Plover Notes to 1 user or group')).toBeInTheDocument();
  expect(screen.queryByText('A job was interrupted')).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Resume' }));
  expect(await screen.findByRole('button', { name: 'Pause' })).toBeInTheDocument();
});

test('what a job touched is read again when it comes to rest', async () => {
  let readings = 0;
  const listProducts = () => {
    readings += 1;
    return Promise.resolve([fakeOwned()]);
  };
  const jobs = fakeJobs({ outcomeOf: () => undefined });
  await setup({ services: { jobs, licensing: fakeLicensing({ listProducts }) } });
  await screen.findByText('Plover Notes');
  expect(readings).toBe(1);
  await act(async () => jobs.start(await jobs.plan(fakePlan(1))));
  expect(readings).toBe(1);
  await act(async () => Promise.resolve(jobs.settle('job-1', { 0: { kind: 'done' } })));
  await waitFor(() => expect(readings).toBe(2));
});

test('a person without a role is not offered the jobs of others', async () => {
  const jobs = fakeJobs();
  await jobs.plan(fakePlan(1));
  jobs.change('job-1', { status: 'paused', pause: { kind: 'interrupted' } });
  const licensing = fakeLicensing({ listProducts: () => Promise.reject(new AppError('forbidden')) });
  await setup({ hash: '#/jobs', services: { jobs, licensing, me: fakeMe('own-apps') } });
  expect(await heading('This page is for admins')).toBeInTheDocument();
  expect(screen.queryByText('A job was interrupted')).not.toBeInTheDocument();
});

test('the skip link leads to the content without changing the page', async () => {
  const { user } = await setup({ hash: '#/my-apps' });
  await heading('My apps');
  await user.click(screen.getByRole('link', { name: 'Skip to content' }));
  expect(screen.getByRole('main')).toHaveFocus();
  expect(window.location.hash).toBe('#/my-apps');
});

test('an unknown address offers the start page', async () => {
  await setup({ hash: '#/nowhere' });
  expect(await heading('Page not found')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Go to the start page' })).toHaveAttribute('href', '#/');
});

test('the theme follows the host while the app is open', async () => {
  const { host } = await setup();
  await heading('Licenses');
  expect(document.documentElement.style.colorScheme).toBe('light');
  act(() => host.changeTheme('dark'));
  expect(document.documentElement.style.colorScheme).toBe('dark');
});

test('faults of the configuration are listed, and the host is told that the app is there', async () => {
  const { host } = await setup({
    parts: {
      loadConfig: () =>
        Promise.reject(
          new AppError('config-invalid', { faults: ['clientId: is missing', 'tenant: is missing'] }),
        ),
    },
  });
  const alert = await screen.findByRole('alert');
  expect(
    within(alert)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(['clientId: is missing', 'tenant: is missing']);
  // Else the host would put a failure of its own in the place of that list.
  await waitFor(() => expect(host.wasReady()).toBe(true));
});

test('in a plain browser the person signs in and gets to work', async () => {
  let isSignedIn = false;
  const { user } = await setup({
    host: fakeHost({}, { kind: 'browser' }),
    parts: {
      createTokenSource: () =>
        Promise.resolve(
          fakeTokens({
            signIn: () => {
              isSignedIn = true;
              return Promise.resolve({ objectId: '', tenantId: '', userName: '', displayName: '' });
            },
          }),
        ),
      createServices: () =>
        isSignedIn ? Promise.resolve(fakeAppServices(owned)) : Promise.reject(new AppError('sign-in-needed')),
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Sign in' }));
  expect(await heading('Licenses')).toBeInTheDocument();
});

test('a silent host is told, and trying again is offered', async () => {
  let isSilent = true;
  const { user } = await setup({
    parts: {
      connectHost: () =>
        isSilent ? Promise.reject(new AppError('host-silent')) : Promise.resolve(fakeHost({ theme: 'dark' })),
    },
  });
  expect(await screen.findByRole('alert')).toHaveTextContent("Teams or Outlook didn't respond");
  isSilent = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await heading('Licenses')).toBeInTheDocument();
  expect(document.documentElement.style.colorScheme).toBe('dark');
});

test('what a slow start waits for is on the screen', async () => {
  const clock = manualClock({ nowInMs: Date.UTC(2026, 0, 2, 3, 4, 5) });
  const connectHost = (): Promise<FakeHost> => new Promise(() => undefined);
  await setup({ parts: { connectHost, clock } });
  await act(() => clock.advance(3_000));
  expect(screen.getByRole('status')).toHaveTextContent(
    /^Still waiting for the page around this app, such as Teams or Outlook, since .*:05/,
  );
});

test('a sign-in window that was closed unseen leaves the button on, and a click asks again', async () => {
  let asked = 0;
  const signIn = () => {
    asked += 1;
    return new Promise<never>(() => undefined);
  };
  const { user } = await setup({
    parts: {
      createTokenSource: () => Promise.resolve(fakeTokens({ signIn })),
      createServices: () => Promise.reject(new AppError('sign-in-needed')),
    },
  });
  const button = await screen.findByRole('button', { name: 'Sign in' });
  await user.click(button);
  expect(screen.getByRole('status')).toHaveTextContent('Signing you in…');
  await user.click(button);
  expect(asked).toBe(2);
});

test('a start that failed offers diagnostics before there is anything else', async () => {
  const { user } = await setup({
    parts: { loadConfig: () => Promise.reject(new AppError('config-unreachable')) },
  });
  const write = jest.spyOn(navigator.clipboard, 'writeText');
  await user.click(await screen.findByRole('button', { name: 'Copy diagnostics' }));
  expect(await screen.findByRole('button', { name: 'Copied' })).toBeInTheDocument();
  expect(write).toHaveBeenCalledWith('diagnostics');
});

test('what a screen threw while it was drawn is logged, and offers diagnostics', async () => {
  const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const list = (): never => {
    throw new TypeError('a fault of this app');
  };
  const { entries } = await setup({ services: { jobs: { ...fakeJobs(), list } } });
  expect(await screen.findByRole('button', { name: 'Copy diagnostics' })).toBeInTheDocument();
  expect(entries).toMatchObject([
    { area: 'ui', event: 'screen-failed', fields: { code: 'internal', error: 'TypeError' } },
  ]);
  quiet.mockRestore();
});

test('how the list is looked at is in the address, stays for who comes back, and goes to no other page', async () => {
  const { user, host } = await setup({ hash: '#/licenses?filter=unused&utm=mail' });
  const chip = await screen.findByRole('button', { name: /^Unused seats/ });
  expect(chip).toHaveAttribute('aria-pressed', 'true');
  await user.click(screen.getByRole('button', { name: /^Renewing soon/ }));
  expect(window.location.hash).toBe('#/licenses?filter=renewsSoon');
  await user.click(screen.getByRole('button', { name: /^Unused seats/ }));
  await user.click(await screen.findByRole('link', { name: 'Plover Notes' }));
  await heading('Plover Notes');
  expect(window.location.hash).toMatch(/^#\/products\/[^?]*$/);
  await waitFor(() => expect(pressBack(host)).toBe(true));
  await waitFor(() => expect(window.location.hash).toBe('#/licenses?filter=unused'));
});

test('a link that spells a product in another way is one step, and what it carries besides goes no further', async () => {
  const { user, host } = await setup({
    hash: '#/products/{20000000-0000-4000-8000-000000000001}/groups?utm=mail',
  });
  await heading('Plover Notes');
  await waitFor(() => expect(window.location.hash).toBe(`#${routes.product(fakeOwned().key, 'groups')}`));
  await user.click(await screen.findByRole('button', { name: 'Assign licenses' }));
  await screen.findByRole('combobox');
  await waitFor(() => expect(pressBack(host)).toBe(true));
  await waitFor(() => expect(window.location.hash).toBe(`#${routes.product(fakeOwned().key, 'groups')}`));
  await waitFor(() => expect(screen.queryByRole('combobox')).not.toBeInTheDocument());
  expect(pressBack(host)).toBe(true);
  expect(await heading('Licenses')).toBeInTheDocument();
});

test('a file that a deployment removed is a newer version, which Reload brings', async () => {
  const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const lost = Object.assign(new Error('Loading chunk 7 failed.'), { name: 'ChunkLoadError' });
  const page = '<link href="skeleton.css"><script defer="defer" src="main.2.js"></script>';
  globalThis.fetch = () =>
    Promise.resolve({
      status: 200,
      headers: new Headers(),
      arrayBuffer: () => Promise.resolve(new TextEncoder().encode(page).buffer),
    } as Response);
  const list = (): never => {
    throw lost;
  };
  await setup({ services: { jobs: { ...fakeJobs(), list } } });
  expect(await screen.findByText('A newer version of this app is available')).toBeInTheDocument();
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Reload the app']);
  quiet.mockRestore();
});

/** Starts with roles that are never read. */
async function waitForRoles(hash: string, services: Partial<Services> = {}) {
  const me = fakeMe();
  const early = { ...services, me: { ...me, user: { ...me.user, isNameOnly: true } } };
  const clock = manualClock();
  const result = await setup({ hash, early, parts: { clock } });
  await act(() => clock.advance(0));
  return result;
}

test('while the roles are read, the navigation is there, and only the page that needs them waits, saying why', async () => {
  const clock = manualClock();
  let trouble: 'throttled' | 'unavailable' = 'throttled';
  const listeners = new Set<() => void>();
  const { user } = await waitForRoles('', {
    clock,
    trouble: {
      read: () => trouble,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
  });
  expect(await heading('Licenses')).toBeInTheDocument();
  const nav = screen.getByRole('navigation');
  const names = within(nav).getAllByRole('link');
  expect(names.map((link) => link.textContent)).toEqual([
    'Licenses',
    'Issues',
    'People',
    'Activity',
    'My apps',
    'About',
  ]);
  const line = () => within(screen.getByRole('main')).getByRole('status').textContent;
  await act(() => clock.advance(3_000));
  expect(line()).toBe('Still connecting to Microsoft 365…');
  await act(() => clock.advance(5_000));
  expect(line()).toMatch(
    /^Still waiting for your roles in Microsoft 365, since .*\. Microsoft 365 is limiting requests right now\.$/,
  );
  const shown = line();
  act(() => {
    trouble = 'unavailable';
    listeners.forEach((listener) => listener());
  });
  expect(line()).toBe(shown);
  await user.click(within(nav).getByRole('link', { name: 'About' }));
  expect(await heading('About this app')).toBeInTheDocument();
});

test('while the roles are read, jobs are listed, and one that is asked to go on says that it waits', async () => {
  const jobs = fakeJobs();
  await jobs.plan(fakePlan(1));
  jobs.change('job-1', { status: 'paused', pause: { kind: 'interrupted' } });
  const start = (): Promise<void> => new Promise(() => undefined);
  const { user } = await waitForRoles('#/jobs/job-1', { jobs: { ...jobs, start } });
  await user.click(await screen.findByRole('button', { name: 'Resume' }));
  expect(await screen.findByText(/^Loading…|Still waiting for your roles/)).toBeInTheDocument();
});

test('where the roles could not be read, Jobs says so, and they can be read again there', async () => {
  const me = fakeMe();
  const early = { me: { ...me, user: { ...me.user, isNameOnly: true } } };
  const clock = manualClock();
  let fail: (error: AppError) => void = () => undefined;
  let isBroken = true;
  const { user } = await setup({
    hash: '#/jobs',
    early,
    readRoles: () =>
      isBroken
        ? new Promise((_resolve, reject) => {
            fail = reject;
          })
        : Promise.resolve(fakeAppServices(owned)),
    parts: { clock },
  });
  await act(() => clock.advance(0));
  expect(await heading('Activity')).toBeInTheDocument();
  await act(async () => Promise.resolve(fail(new AppError('service-unavailable'))));
  const again = await screen.findByRole('button', { name: 'Try again' });
  isBroken = false;
  await user.click(again);
  await waitFor(() => expect(again).not.toBeInTheDocument());
});
