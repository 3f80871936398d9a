import { getAdminConsentUrl } from '../../../src/app/bootstrap/config/authority';
import { createStartup } from '../../../src/app/bootstrap/createStartup';
import type { StartupOptions, StartupState } from '../../../src/app/bootstrap/startup';
import type { Account } from '../../../src/auth/tokenSource';
import { AppError } from '../../../src/base/appError';
import { loadMessages } from '../../../src/ui/messages/loadMessages';
import { manualClock } from '../../base/manualClock';
import { recordLog } from '../../base/recordLog';
import type { AppServices } from '../../../src/app/services/createServices';
import { fakeMe } from '../../ui/support/fakeServices';
import { fakeHost, fakeTokens, fakeAppServices, testConfig } from '../support/fakeParts';

function setup(over: Partial<StartupOptions> = {}, early?: AppServices) {
  const readings: { resolve: (whole: AppServices) => void; reject: (error: AppError) => void }[] = [];
  const reports: unknown[] = [];
  let reloads = 0;
  const { logger, entries } = recordLog();
  const clock = manualClock();
  const startup = createStartup({
    loadConfig: () => Promise.resolve(testConfig),
    connectHost: () => Promise.resolve(fakeHost()),
    loadMessages,
    createTokenSource: () => Promise.resolve(fakeTokens()),
    createServices(...[, , , onSignedIn]) {
      if (!early) return Promise.resolve(fakeAppServices());
      onSignedIn(early);
      return new Promise((resolve, reject) => readings.push({ resolve, reject }));
    },
    reload: () => void (reloads += 1),
    report: (cause) => reports.push(cause),
    browserLocale: 'en',
    clock,
    logger,
    ...over,
  });
  const phases: string[] = [];
  startup.subscribe(() => phases.push(startup.state().phase));
  return { startup, phases, reports, entries, clock, readings, reloads: () => reloads };
}

/** The host in which a screen shows. */
const shownHost = (state: StartupState) => ('context' in state ? state.context.host : 'nothing shows');

/** Fails with each of the codes in turn, then succeeds. */
function failing<T>(value: T, ...codes: ConstructorParameters<typeof AppError>[0][]): () => Promise<T> {
  const left = [...codes];
  return () => {
    const code = left.shift();
    return code ? Promise.reject(new AppError(code)) : Promise.resolve(value);
  };
}

test('a start without trouble goes from opening to ready', async () => {
  const { startup, phases } = setup();
  expect(startup.state().phase).toBe('starting');
  await startup.run();
  expect(phases).toEqual(['opening', 'ready']);
});

test('the words are in the language of the host', async () => {
  const { startup } = setup({ connectHost: () => Promise.resolve(fakeHost({ locale: 'sv-se' })) });
  await startup.run();
  const state = startup.state();
  expect(state.phase !== 'starting' && state.context.messages.licenses.title).toBe('Licenser');
});

test('faults of the configuration are told in the language of the browser, before any host is known', async () => {
  const { startup } = setup({
    loadConfig: () => Promise.reject(new AppError('config-invalid', { faults: ['clientId: is missing'] })),
    connectHost: () => new Promise(() => undefined),
    browserLocale: 'sv',
  });
  await startup.run();
  expect(startup.state()).toMatchObject({
    phase: 'failed',
    context: { host: undefined },
    error: { code: 'config-invalid', faults: ['clientId: is missing'] },
  });
});

test('a host is told that the app is there where the configuration cannot be read, and another try goes on in it', async () => {
  const host = fakeHost();
  const asked: unknown[] = [];
  const { startup, phases, reloads } = setup({
    loadConfig: failing(testConfig, 'config-unreachable', 'config-unreachable'),
    connectHost: (config) => {
      asked.push(config);
      return Promise.resolve(host);
    },
  });
  const isShownInHost = new Promise<void>((resolve) => {
    startup.subscribe(() => shownHost(startup.state()) === host && resolve());
  });
  await startup.run();
  await isShownInHost;
  expect(startup.state()).toMatchObject({ phase: 'failed', error: { code: 'config-unreachable' } });
  // Without a connection the browser's own error page would stand in place of the app after a reload.
  await startup.run();
  expect(startup.state()).toMatchObject({ phase: 'failed', error: { code: 'config-unreachable' } });
  await startup.run();
  expect([reloads(), phases.at(-1), asked]).toEqual([0, 'ready', [undefined]]);
});

test('where no host answered without a configuration, the page is loaded again once that can be read', async () => {
  const { startup, reloads } = setup({
    loadConfig: failing(testConfig, 'config-unreachable', 'config-unreachable'),
    connectHost: () => Promise.reject(new AppError('host-silent')),
  });
  await startup.run();
  await startup.run();
  expect([reloads(), startup.state()]).toMatchObject([0, { phase: 'failed' }]);
  await startup.run();
  expect(reloads()).toBe(1);
});

test('a host is asked without a configuration that takes ten seconds, and goes on with it', async () => {
  const config = deferred<typeof testConfig>();
  const host = fakeHost({ locale: 'sv-se' });
  const asked: unknown[] = [];
  const { startup, clock, reloads } = setup({
    loadConfig: () => config.promise,
    connectHost: (known) => {
      asked.push(known);
      return Promise.resolve(host);
    },
  });
  const done = startup.run();
  await clock.advance(9_999);
  expect(asked).toEqual([]);
  await clock.advance(1);
  expect(asked).toEqual([undefined]);
  // What shows in a host says to it that the app is there.
  expect(startup.state()).toMatchObject({ phase: 'opening', slow: { step: 'configuration' } });
  expect(shownHost(startup.state())).toBe(host);
  config.resolve(testConfig);
  await done;
  const state = startup.state();
  expect(state.phase === 'ready' && state.context.messages.licenses.title).toBe('Licenser');
  expect([asked, reloads()]).toEqual([[undefined], 0]);
});

test('a host that answers neither with nor without a configuration is asked again by a page of its own', async () => {
  const config = deferred<typeof testConfig>();
  const { startup, clock, reloads } = setup({
    loadConfig: () => config.promise,
    connectHost: () => new Promise(() => undefined),
  });
  const done = startup.run();
  await clock.advance(12_000);
  config.resolve(testConfig);
  await clock.advance(60_000);
  await done;
  expect(startup.state()).toMatchObject({ phase: 'failed', error: { code: 'host-silent' } });
  await startup.run();
  expect(reloads()).toBe(1);
});

test('where no host answers either, the fault of the configuration stays', async () => {
  const { startup } = setup({
    loadConfig: failing(testConfig, 'config-unreachable'),
    connectHost: () => Promise.reject(new AppError('host-silent')),
  });
  await startup.run();
  const state = startup.state();
  expect(state).toMatchObject({ phase: 'failed', error: { code: 'config-unreachable' } });
  expect(shownHost(state)).toBeUndefined();
});

test('trying again goes on from the step that failed', async () => {
  let connections = 0;
  const { startup, phases } = setup({
    connectHost: () => {
      connections += 1;
      return Promise.resolve(fakeHost());
    },
    createServices: failing(fakeAppServices(), 'service-unavailable'),
  });
  await startup.run();
  await startup.run();
  expect(phases).toEqual(['opening', 'failed', 'opening', 'ready']);
  expect(connections).toBe(1);
});

test('without an account it waits for a click, asks within it, and goes on', async () => {
  const asked: unknown[] = [];
  const tokens = fakeTokens({
    signIn: (scopes) => {
      asked.push(scopes);
      return Promise.resolve({ objectId: '', tenantId: '', userName: '', displayName: '' });
    },
  });
  const { startup, phases } = setup({
    createTokenSource: () => Promise.resolve(tokens),
    createServices: failing(fakeAppServices(), 'sign-in-needed'),
  });
  await startup.run();
  expect(startup.state()).toMatchObject({ phase: 'sign-in-needed', isAsking: false });
  const done = startup.signIn();
  // Nothing was awaited yet, so the window opens within the click.
  expect(asked).toEqual([['User.Read']]);
  expect(startup.state()).toMatchObject({ phase: 'sign-in-needed', isAsking: true });
  await done;
  expect(phases.at(-1)).toBe('ready');
});

test('a cancelled sign-in is told, and can be repeated', async () => {
  const tokens = fakeTokens({ signIn: () => Promise.reject(new AppError('sign-in-cancelled')) });
  const { startup } = setup({
    createTokenSource: () => Promise.resolve(tokens),
    createServices: failing(fakeAppServices(), 'sign-in-needed'),
  });
  await startup.run();
  await startup.signIn();
  expect(startup.state()).toMatchObject({
    phase: 'sign-in-needed',
    isAsking: false,
    refusal: { code: 'sign-in-cancelled' },
  });
});

test('a second click takes over from a window that was closed unseen', async () => {
  const windows: { resolve: (account: Account) => void; reject: (error: AppError) => void }[] = [];
  const tokens = fakeTokens({
    signIn: () => new Promise((resolve, reject) => windows.push({ resolve, reject })),
  });
  const { startup } = setup({
    createTokenSource: () => Promise.resolve(tokens),
    createServices: failing(fakeAppServices(), 'sign-in-needed'),
  });
  await startup.run();
  const first = startup.signIn();
  const second = startup.signIn();
  windows[0]?.reject(new AppError('sign-in-cancelled'));
  await first;
  expect(startup.state()).toMatchObject({ phase: 'sign-in-needed', isAsking: true });
  windows[1]?.resolve({ objectId: '', tenantId: '', userName: '', displayName: '' });
  await second;
  expect(startup.state().phase).toBe('ready');
});

test('missing consent names the page on which an administrator agrees', async () => {
  const { startup } = setup({ createServices: failing(fakeAppServices(), 'consent-needed') });
  await startup.run();
  expect(startup.state()).toMatchObject({
    phase: 'failed',
    error: { code: 'consent-needed' },
    adminConsentUrl: getAdminConsentUrl(testConfig, undefined),
  });
});

test('a fault of the app itself reaches the tools of developers', async () => {
  const fault = new TypeError('x is not a function');
  const { startup, reports } = setup({ createServices: () => Promise.reject(fault) });
  await startup.run();
  expect(startup.state()).toMatchObject({ phase: 'failed', error: { code: 'internal' } });
  expect(reports).toEqual([fault]);
});

test('each step is logged with its duration', async () => {
  const { startup, entries, clock } = setup({
    createServices: async () => {
      await clock.wait(70);
      return fakeAppServices();
    },
  });
  const done = startup.run();
  await clock.advance(70);
  await done;
  expect(entries.map(({ area, event, fields }) => [area, event, fields.step, fields.durationInMs])).toEqual([
    ['start', 'step-finished', 'configuration', 0],
    ['start', 'step-finished', 'host', 0],
    ['start', 'step-finished', 'messages', 0],
    ['start', 'step-finished', 'sign-in', 0],
    ['start', 'step-finished', 'services', 70],
  ]);
});

test('a failed start is logged with its code and the number of faults', async () => {
  const faults = ['clientId: is missing', 'tenant: is missing'];
  const { startup, entries } = setup({
    loadConfig: () => Promise.reject(new AppError('config-invalid', { faults })),
  });
  await startup.run();
  expect(entries).toMatchObject([
    { level: 'warn', event: 'start-failed', fields: { code: 'config-invalid', count: 2 } },
  ]);
});

/** A promise that a test settles. */
function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((take) => (resolve = take));
  return { promise, resolve };
}

test('a host that is silent for three seconds is named, and its late answer taken up', async () => {
  const host = deferred<ReturnType<typeof fakeHost>>();
  const { startup, clock, phases } = setup({ connectHost: () => host.promise });
  const done = startup.run();
  await clock.advance(2_999);
  expect(startup.state().phase).toBe('starting');
  await clock.advance(1);
  expect(startup.state()).toMatchObject({ phase: 'opening', slow: { step: 'host', since: 0 } });
  await clock.advance(54_000);
  host.resolve(fakeHost({ locale: 'sv-se' }));
  await done;
  expect(phases.at(-1)).toBe('ready');
  const state = startup.state();
  expect(state.phase !== 'starting' && state.context.messages.licenses.title).toBe('Licenser');
});

test('a step is named three seconds after the page was opened, however many steps there were', async () => {
  const host = deferred<ReturnType<typeof fakeHost>>();
  const { startup, clock } = setup({
    openedAt: -500,
    connectHost: () => host.promise,
    createTokenSource: () => new Promise(() => undefined),
  });
  void startup.run();
  await clock.advance(2_000);
  host.resolve(fakeHost());
  await clock.advance(499);
  expect(startup.state()).toMatchObject({ phase: 'opening' });
  expect(startup.state()).not.toHaveProperty('slow');
  await clock.advance(1);
  expect(startup.state()).toMatchObject({ phase: 'opening', slow: { step: 'sign-in', since: 2_000 } });
});

test('a sign-in that is silent for three seconds is named, and its late answer taken up', async () => {
  const tokens = deferred<ReturnType<typeof fakeTokens>>();
  const { startup, clock } = setup({ createTokenSource: () => tokens.promise });
  const done = startup.run();
  await clock.advance(6_000);
  expect(startup.state()).toMatchObject({ phase: 'opening', slow: { step: 'sign-in' } });
  tokens.resolve(fakeTokens());
  await done;
  expect(startup.state().phase).toBe('ready');
});

test('after a late step, the next one is named at once and never the one that is over', async () => {
  const host = deferred<ReturnType<typeof fakeHost>>();
  const { startup, clock } = setup({
    connectHost: () => host.promise,
    createTokenSource: () => new Promise(() => undefined),
  });
  void startup.run();
  await clock.advance(6_000);
  host.resolve(fakeHost());
  await clock.advance(0);
  await clock.advance(0);
  expect(startup.state()).toMatchObject({ phase: 'opening', slow: { step: 'sign-in', since: 6_000 } });
});

test.each([
  ['host', 'host-silent'],
  ['sign-in', 'sign-in-failed'],
] as const)(
  'a %s that is silent for a minute is reported, and an even later answer counts at the next try',
  async (step, code) => {
    const host = deferred<ReturnType<typeof fakeHost>>();
    const tokens = deferred<ReturnType<typeof fakeTokens>>();
    let asked = 0;
    const first = <T>(answer: Promise<T>): Promise<T> => {
      asked += 1;
      return asked === 1 ? answer : new Promise<T>(() => undefined);
    };
    const { startup, clock, phases } = setup(
      step === 'host'
        ? { connectHost: () => first(host.promise) }
        : { createTokenSource: () => first(tokens.promise) },
    );
    const done = startup.run();
    await clock.advance(60_000);
    await done;
    expect(startup.state()).toMatchObject({ phase: 'failed', error: { code } });
    const again = startup.run();
    expect(startup.state().phase).toBe('opening');
    host.resolve(fakeHost());
    tokens.resolve(fakeTokens());
    await again;
    expect(asked).toBe(2);
    expect(phases.at(-1)).toBe('ready');
  },
);

describe('while the roles are still read', () => {
  /** Starts with a reading of the roles that the test ends; the sign-in itself names a role, or none. */
  async function opening(access: 'assign-to-all' | 'own-apps') {
    const world = setup({}, fakeAppServices({ me: fakeMe(access) }));
    const done = world.startup.run();
    await world.clock.advance(0);
    const shown = () => {
      const state = world.startup.state();
      return state.phase === 'ready' ? state.appServices : undefined;
    };
    return { ...world, shown, whole: fakeAppServices(), done };
  }

  test('the pages are there at once where the sign-in names a role, and stay while it takes long', async () => {
    const { shown, clock, whole, readings, done, phases } = await opening('assign-to-all');
    expect(shown()?.pendingRoles).toEqual({ since: 0 });
    await clock.advance(70_000);
    expect(phases).toEqual(['opening', 'ready']);
    readings[0]?.resolve(whole);
    await done;
    expect(shown()).toBe(whole);
  });

  test('they wait two seconds where the sign-in names none', async () => {
    const { shown, clock } = await opening('own-apps');
    await clock.advance(1_999);
    expect(shown()).toBeUndefined();
    await clock.advance(1);
    expect(shown()?.pendingRoles).toEqual({ since: 0 });
  });

  test('a failure stands among them, and another try goes on there', async () => {
    const { startup, shown, clock, whole, readings, done, phases } = await opening('assign-to-all');
    await clock.advance(9_000);
    readings[0]?.reject(new AppError('service-unavailable'));
    await done;
    expect(shown()?.pendingRoles).toMatchObject({ since: 0, error: { code: 'service-unavailable' } });
    const again = startup.run();
    await clock.advance(0);
    expect(shown()?.pendingRoles).toEqual({ since: 9_000 });
    readings[1]?.resolve(whole);
    await again;
    expect(new Set(phases)).toEqual(new Set(['opening', 'ready']));
    expect(shown()).toBe(whole);
  });

  test('a sign-in that is lost meanwhile is asked for again', async () => {
    const { startup, readings, done } = await opening('assign-to-all');
    readings[0]?.reject(new AppError('sign-in-needed'));
    await done;
    expect(startup.state().phase).toBe('sign-in-needed');
  });
});
