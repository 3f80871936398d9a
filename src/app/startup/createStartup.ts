import type { TokenSource } from '../../auth/tokenSource';
import type { AppError } from '../../base/appError';
import { toAppError } from '../../base/appError';
import { systemClock } from '../../base/clock';
import { errorFields, silentLogger } from '../../base/logger';
import type { Scope } from '../../base/scope';
import type { Host } from '../../host/types';
import { adminConsentUrl } from '../adminConsentUrl';
import type { RuntimeConfig } from '../config/runtimeConfig';
import type { Frame, Startup, StartupParts, StartupState } from './types';

/** Enough to know who signed in; everything else is asked for when it is first needed. */
const firstScopes: readonly Scope[] = ['User.Read'];

/** Makes the start of the app: configuration, host, words, tokens, workspace, one after the other. */
export function createStartup(parts: StartupParts): Startup {
  const { logger = silentLogger, clock = systemClock } = parts;
  const log = logger.child('start');
  const listeners = new Set<() => void>();
  let state: StartupState = { phase: 'starting' };
  let config: RuntimeConfig | undefined;
  let host: Host | undefined;
  let frame: Frame | undefined;
  let tokens: TokenSource | undefined;
  let timesAsked = 0;

  function enter(next: StartupState): void {
    state = next;
    listeners.forEach((listener) => listener());
  }

  async function timed<T>(step: string, work: Promise<T>): Promise<T> {
    const startedAt = clock.monotonic();
    const result = await work;
    log.info('step-finished', { step, durationInMs: clock.monotonic() - startedAt });
    return result;
  }

  async function fail(error: AppError): Promise<void> {
    log.warn('start-failed', { ...errorFields(error), count: error.faults.length });
    if (error.code === 'internal') parts.report(error.cause ?? error);
    const words = frame ?? { host, messages: await parts.loadMessages(parts.browserLocale) };
    if (error.code === 'sign-in-needed' && tokens) {
      enter({ phase: 'sign-in-needed', frame: words, isAsking: false });
      return;
    }
    const tenantId = tokens?.account()?.tenantId ?? host?.context.tenantId;
    const consentPage = config && adminConsentUrl(config, tenantId);
    enter({ phase: 'failed', frame: words, error, adminConsentUrl: consentPage });
  }

  async function run(): Promise<void> {
    try {
      config ??= await timed('configuration', parts.loadConfig());
      host ??= await timed('host', parts.connectHost(config));
      frame ??= { host, messages: await timed('messages', parts.loadMessages(host.context.locale)) };
      enter({ phase: 'opening', frame });
      tokens ??= await timed('sign-in', parts.createTokenSource(config, host));
      const workspace = await timed('workspace', parts.openWorkspace(config, host, tokens));
      enter({ phase: 'ready', frame, workspace });
    } catch (thrown) {
      await fail(toAppError(thrown));
    }
  }

  async function signIn(): Promise<void> {
    if (!tokens || !frame) return run();
    // Started before anything is awaited: browsers open windows only within the click itself.
    const asked = tokens.signIn(firstScopes);
    const turn = (timesAsked += 1);
    enter({ phase: 'sign-in-needed', frame, isAsking: true });
    try {
      await asked;
    } catch (thrown) {
      // A later click has taken the window over and tells how it ends.
      if (turn !== timesAsked) return;
      enter({ phase: 'sign-in-needed', frame, isAsking: false, refusal: toAppError(thrown) });
      return;
    }
    await run();
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    run,
    signIn,
  };
}
