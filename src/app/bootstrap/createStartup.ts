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

/** Enough to know who signed in; everything else is asked for when it is first needed. */
const firstScopes: readonly Scope[] = ['User.Read'];

/** A step that takes longer is named. */
const slowAfterInMs = 5_000;
/** A person of whom the sign-in names no role gets the navigation later, which goes again where there is no role. */
const earlyPagesDelayInMs = 2_000;
/** A host that has not answered by then, or not on its bridge, is reported; its answer still counts when it comes. */
const maxHostWaitInMs = 60_000;
/**
 * Longest wait for the configuration before the host is asked without it. A host shows a failure of its own in place of the
 * app once it has had no sign of it for 30 s (Microsoft Teams Store validation guidelines), and must answer before that.
 */
const maxConfigWaitInMs = 10_000;

/** Makes the start of the app: configuration, host, words, tokens, workspace, one after the other. */
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
  const early = createEarlyPages(clock, enterReady);
  const askToSignIn = createSignIn(enter, () => run());
  const handshake = createEarlyHandshake(clock, () => parts.connectHost(), showIn);

  const getContext = async (): Promise<{ readonly context: StartupContext }> => ({
    context: context ?? { host, messages: await parts.loadMessages(parts.browserLocale) },
  });
  const steps = createSteps(log, clock, async (slow, ended) => {
    // Without any texts the skeleton stays on screen; the step that fetches them reports what keeps it from it.
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
    // The start may be further by now.
    if (now.phase !== 'starting' && !now.context.host) enter({ ...now, ...shown });
  }

  async function run(): Promise<void> {
    steps.begin();
    // What was reported is over with the next try, which may take as long.
    const failed = state();
    if (failed.phase === 'failed' && !context) enter({ phase: 'opening', context: failed.context });
    // A handshake is tried once a page, so another one, with the hosts that the configuration names, needs a new page.
    const mustReload = failed.phase === 'failed' && !host && handshake.answer() !== undefined;
    try {
      // Read again before a reload: without a connection that would show the browser's own error in place of the app.
      if (!config || mustReload)
        config = await steps.run('configuration', handshake.beginUnless(parts.loadConfig()));
      if (mustReload && !host) return parts.reload();
      host ??= await steps.run('host', hostAnswer(handshake.answer() ?? parts.connectHost(config)));
      context ??= { host, messages: await steps.run('messages', parts.loadMessages(host.context.locale)) };
      if (!early.retry() && !steps.isSlow()) enter({ phase: 'opening', context });
      tokens ??= await steps.run('sign-in', bridgeAnswer(parts.createTokenSource(config, host)));
      const opening = parts.createServices(config, host, tokens, early.begin);
      const whole = await steps.run('workspace', opening);
      early.end();
      enterReady(whole);
    } catch (thrown) {
      await fail(toAppError(thrown));
    }
  }

  const signIn = (): Promise<void> => (tokens && context ? askToSignIn(tokens, { context }) : run());
  return { state, subscribe, run, signIn };
}

/** Creates the way to ask the person to sign in, after which the start goes on by `run`. */
function createSignIn(enter: (next: StartupState) => void, run: () => Promise<void>) {
  let timesAsked = 0;
  return async (
    tokens: TokenSource,
    shown: Pick<StartupState & { phase: 'failed' }, 'context'>,
  ): Promise<void> => {
    // Started before anything is awaited: browsers open windows only within the click itself.
    const asked = tokens.signIn(firstScopes);
    const turn = (timesAsked += 1);
    enter({ phase: 'sign-in-needed', ...shown, isAsking: true });
    const refusal = await asked.then(() => undefined, toAppError);
    if (!refusal) return run();
    // A later click has taken the window over and tells how it ends.
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

/** Runs the steps of a start one after the other and calls `onLate` with one that takes long, until its signal aborts. */
function createSteps(
  log: Logger,
  clock: Clock,
  onSlow: (slow: SlowStep, ended: AbortSignal) => Promise<void>,
) {
  let isSlow = false;
  return {
    begin: () => void (isSlow = false),
    isSlow: () => isSlow,
    async run<T>(step: StartStep, work: Promise<T>): Promise<T> {
      const startedAt = clock.monotonic();
      const since = clock.now();
      const ended = new AbortController();
      // Once the start is late, each further step is named at once, so that the screen never names one that is over.
      clock.wait(isSlow ? 0 : slowAfterInMs, ended.signal).then(
        () => {
          isSlow = true;
          void onSlow({ step, since }, ended.signal);
        },
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

/** Shows the pages that do without roles while these are still read, and keeps them where that fails. */
function createEarlyPages(clock: Clock, show: (early: AppServices) => void) {
  let shown: AppServices | undefined;
  let ended = new AbortController();
  const change = (next: AppServices): void => show((shown = next));
  return {
    areShown: () => shown !== undefined,
    /** Shows them at once to a person of whom the sign-in names a role. */
    begin: (early: AppServices): void => {
      if (shown) return;
      const since = clock.now();
      ended = new AbortController();
      const hasRole = early.services.me.access !== 'own-apps';
      clock.wait(hasRole ? 0 : earlyPagesDelayInMs, ended.signal).then(
        () => change({ ...early, pendingRoles: { since } }),
        () => undefined,
      );
    },
    /** Returns false where they aren't shown, as in `retry`. */
    fail(error: AppError): boolean {
      ended.abort();
      // A sign-in takes the place of the pages.
      if (!shown || error.code === 'sign-in-needed') return false;
      change({ ...shown, pendingRoles: { since: clock.now(), ...shown.pendingRoles, error } });
      return true;
    },
    retry(): boolean {
      if (shown) change({ ...shown, pendingRoles: { since: clock.now() } });
      return shown !== undefined;
    },
    end(): void {
      ended.abort();
      shown = undefined;
    },
  };
}

/** Asks the host, once, before there is a configuration, which finds Microsoft's own hosts alone. */
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
    /** Undefined where the host was not asked. */
    answer: () => asked,
    /** Begins where `reading` takes long. */
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

/**
 * Limits each try to get one thing of the host, and rejects with `toError()` after. What an earlier try was too late with
 * still counts at the next one.
 */
function limitTries<T>(clock: Clock, toError: () => AppError): (asking: Promise<T>) => Promise<T> {
  let earlier: Promise<T> = new Promise(() => undefined);
  return (asking) => {
    const first = Promise.race([asking, earlier]);
    earlier = new Promise((resolve) => void first.then(resolve, () => undefined));
    return withTimeout(first, clock, maxHostWaitInMs, toError);
  };
}
