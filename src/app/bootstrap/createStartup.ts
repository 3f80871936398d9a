import type { TokenSource } from '../../auth/tokenSource';
import { AppError, toAppError } from '../../base/appError';
import { systemClock } from '../../base/clock';
import type { Clock } from '../../base/clock';
import { errorFields, silentLogger } from '../../base/logger';
import type { Logger } from '../../base/logger';
import type { Scope } from '../../base/scope';
import type { Host } from '../../host/types';
import { withTimeout } from '../../base/async/withTimeout';
import { getAdminConsentUrl } from './config/authority';
import type { RuntimeConfig } from './config/runtimeConfig';
import type { AppServices } from '../services/createServices';
import type { StartupContext, SlowStep, StartStep, Startup, StartupOptions, StartupState } from './startup';

/** Enough to know the signed-in person; other permissions are requested when they are first needed. */
const firstScopes: readonly Scope[] = ['User.Read'];

/** Time from the opening, or from another try, after which the screen names the step that is waited for. */
const slowAfterInMs = 3_000;
/** Delay of the early pages if the sign-in names no role: their navigation disappears again for a person without one. */
const earlyPagesDelayInMs = 2_000;
/** Maximum wait for the host or its sign-in bridge before an error is shown; a later answer is still used. */
const maxHostWaitInMs = 60_000;
/**
 * Maximum wait for the configuration before the handshake with the host begins without it. A host that receives nothing from
 * the app for 30 s shows an error in its place (Microsoft Teams Store validation guidelines).
 */
const maxConfigWaitInMs = 10_000;

/** Creates the start of the app: configuration, host, messages, tokens and services, one after the other. */
export function createStartup(parts: StartupOptions): Startup {
  const { logger = silentLogger, clock = systemClock } = parts;
  const log = logger.child('start');
  const { state, enter, subscribe } = createState();
  let config: RuntimeConfig | undefined;
  let host: Host | undefined;
  let context: StartupContext | undefined;
  let tokens: TokenSource | undefined;
  const enterReady = (appServices: AppServices): void => {
    if (context) enter({ phase: 'ready', context, appServices });
  };
  const early = createEarlyPages(clock, enterReady, () => steps.begunAt());
  const askToSignIn = createSignIn(enter, () => run());
  const handshake = createEarlyHandshake(clock, () => parts.connectHost(), showIn);

  const getContext = async (): Promise<{ readonly context: StartupContext }> => ({
    context: context ?? { host, messages: await parts.loadMessages(parts.browserLocale) },
  });
  const steps = createSteps(log, clock, parts.openedAt, async (slow, ended) => {
    // Without messages the skeleton stays on screen; the step that loads them reports its failure.
    const shown = await getContext().catch(() => undefined);
    if (shown && !ended.aborted && !early.areShown()) enter({ phase: 'opening', ...shown, slow });
  });
  const hostAnswer = limitTries<Host>(clock, hostSilent);
  const bridgeAnswer = limitTries<TokenSource>(clock, bridgeSilent);

  async function fail(error: AppError): Promise<void> {
    log.warn('start-failed', { ...errorFields(error), count: error.faults.length });
    if (error.code === 'internal') parts.report(error.cause ?? error);
    if (early.fail(error)) return;
    const shown = await getContext();
    if (error.code === 'sign-in-needed' && tokens) {
      return enter({ phase: 'sign-in-needed', ...shown, isAsking: false });
    }
    const tenantId = tokens?.account()?.tenantId ?? host?.context.tenantId;
    const consentPage = config && getAdminConsentUrl(config, tenantId);
    enter({ phase: 'failed', ...shown, error, adminConsentUrl: consentPage });
    if (!config) handshake.begin();
  }

  async function showIn(found: Host): Promise<void> {
    host = found;
    const shown = await getContext();
    const now = state();
    // The start may have moved on.
    if (now.phase !== 'starting' && !now.context.host) enter({ ...now, ...shown });
  }

  async function run(): Promise<void> {
    steps.begin();
    // The next try may take long, so the reported error doesn't stay on screen.
    const failed = state();
    if (failed.phase === 'failed' && !context) enter({ phase: 'opening', context: failed.context });
    // A page can try one handshake. Another one, with the hosts of the configuration, needs a new page.
    const mustReload = failed.phase === 'failed' && !host && handshake.answer() !== undefined;
    try {
      // Read before a reload: without a connection, a reload would replace the app by the browser's own error.
      if (!config || mustReload)
        config = await steps.run('configuration', handshake.beginUnless(parts.loadConfig()));
      if (mustReload && !host) return parts.reload();
      host ??= await steps.run('host', hostAnswer(handshake.answer() ?? parts.connectHost(config)));
      context ??= { host, messages: await steps.run('messages', parts.loadMessages(host.context.locale)) };
      if (!early.retry() && !steps.isSlow()) enter({ phase: 'opening', context });
      tokens ??= await steps.run('sign-in', bridgeAnswer(parts.createTokenSource(config, host)));
      const opening = parts.createServices(config, host, tokens, early.begin);
      const whole = await steps.run('services', opening);
      early.end();
      enterReady(whole);
    } catch (thrown) {
      await fail(toAppError(thrown));
    }
  }

  const signIn = (): Promise<void> => (tokens && context ? askToSignIn(tokens, { context }) : run());
  return { state, subscribe, run, signIn };
}

/** Creates the function that asks the person to sign in and then continues the start with `run`. */
function createSignIn(enter: (next: StartupState) => void, run: () => Promise<void>) {
  let timesAsked = 0;
  return async (
    tokens: TokenSource,
    shown: Pick<StartupState & { phase: 'failed' }, 'context'>,
  ): Promise<void> => {
    // Called before anything is awaited: browsers open windows only within a click.
    const asked = tokens.signIn(firstScopes);
    const turn = (timesAsked += 1);
    enter({ phase: 'sign-in-needed', ...shown, isAsking: true });
    const refusal = await asked.then(() => undefined, toAppError);
    if (!refusal) return run();
    // A later click has taken over the window and reports its result.
    if (turn === timesAsked) enter({ phase: 'sign-in-needed', ...shown, isAsking: false, refusal });
  };
}

/** Holds the state of a start. */
function createState(): Pick<Startup, 'state' | 'subscribe'> & {
  readonly enter: (next: StartupState) => void;
} {
  const listeners = new Set<() => void>();
  let state: StartupState = { phase: 'starting' };
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    enter(next) {
      state = next;
      listeners.forEach((listener) => listener());
    },
  };
}

/**
 * Runs the steps of a start one after the other. Once it takes long, calls `onSlow` with each step, until its signal
 * aborts.
 */
function createSteps(
  log: Logger,
  clock: Clock,
  openedAt: number | undefined,
  onSlow: (slow: SlowStep, ended: AbortSignal) => Promise<void>,
) {
  let begunAt = 0;
  const leftInMs = (): number => begunAt + slowAfterInMs - clock.now();
  return {
    begin: (): void => {
      begunAt = openedAt ?? clock.now();
      openedAt = undefined;
    },
    begunAt: () => begunAt,
    isSlow: () => leftInMs() <= 0,
    async run<T>(step: StartStep, work: Promise<T>): Promise<T> {
      const startedAt = clock.monotonic();
      const since = clock.now();
      const ended = new AbortController();
      // In a slow start, each step is named at once, so that the screen never names a finished one.
      clock.wait(leftInMs(), ended.signal).then(
        () => void onSlow({ step, since }, ended.signal),
        () => undefined,
      );
      try {
        const result = await work;
        log.info('step-finished', { step, durationInMs: clock.monotonic() - startedAt });
        return result;
      } finally {
        ended.abort();
      }
    },
  };
}

/** Shows the pages that don't need the roles while the roles are read, and keeps them if that fails. */
function createEarlyPages(clock: Clock, show: (early: AppServices) => void, waitsSince: () => number) {
  let shown: AppServices | undefined;
  let ended = new AbortController();
  // As if the wait had one beginning: what is shown next names it no later.
  const showPending = (pages: AppServices, failed?: { readonly error: AppError }): void =>
    show((shown = { ...pages, pendingRoles: { since: waitsSince(), ...failed } }));
  return {
    areShown: () => shown !== undefined,
    /** Shows them at once if the sign-in names a role of the person. */
    begin: (early: AppServices): void => {
      if (shown) return;
      ended = new AbortController();
      const hasRole = early.services.me.access !== 'own-apps';
      clock.wait(hasRole ? 0 : earlyPagesDelayInMs, ended.signal).then(
        () => showPending(early),
        () => undefined,
      );
    },
    /** Returns false if the pages aren't shown, as `retry` does. */
    fail(error: AppError): boolean {
      ended.abort();
      // The sign-in screen replaces the pages.
      if (!shown || error.code === 'sign-in-needed') return false;
      showPending(shown, { error });
      return true;
    },
    retry(): boolean {
      if (shown) showPending(shown);
      return shown !== undefined;
    },
    end(): void {
      ended.abort();
      shown = undefined;
    },
  };
}

/** Starts one handshake before the configuration is there, which finds only Microsoft's own hosts. */
function createEarlyHandshake(
  clock: Clock,
  connect: () => Promise<Host>,
  onHost: (host: Host) => Promise<void>,
) {
  let asked: Promise<Host> | undefined;
  function begin(): void {
    if (asked) return;
    asked = connect();
    asked.then(onHost).catch(() => undefined);
  }
  return {
    begin,
    /** Undefined if no handshake was started. */
    answer: () => asked,
    /** Begins if `reading` takes long. */
    async beginUnless<T>(reading: Promise<T>): Promise<T> {
      const ended = new AbortController();
      clock.wait(maxConfigWaitInMs, ended.signal).then(begin, () => undefined);
      try {
        return await reading;
      } finally {
        ended.abort();
      }
    },
  };
}

const hostSilent = (): AppError => new AppError('host-silent');
const bridgeSilent = (): AppError => new AppError('sign-in-failed', { serviceCode: 'bridge_silent' });

/** Limits each try to get an answer from the host; a slower one rejects with `toError()`. Its late answer settles the next try. */
function limitTries<T>(clock: Clock, toError: () => AppError): (attempt: Promise<T>) => Promise<T> {
  let earlier: Promise<T> = new Promise(() => undefined);
  return (attempt) => {
    const first = Promise.race([attempt, earlier]);
    earlier = new Promise((resolve) => void first.then(resolve, () => undefined));
    return withTimeout(first, clock, maxHostWaitInMs, toError);
  };
}
