import type { TokenSource } from '../../auth/tokenSource';
import type { AppError } from '../../base/appError';
import type { Clock } from '../../base/clock';
import type { Logger } from '../../base/logger';
import type { Host } from '../../host/types';
import type { CriticalMessages } from '../../ui/messages/types';
import type { RuntimeConfig } from './config/runtimeConfig';
import type { AppServices } from '../services/createServices';

/** Host and messages, which every screen needs, even one that only shows an error. */
export interface StartupContext {
  /** Undefined if the start failed before the host was known. */
  readonly host: Host | undefined;
  readonly messages: CriticalMessages;
}

/** Steps of the start, in order. */
export type StartStep = 'configuration' | 'host' | 'messages' | 'sign-in' | 'services';

/** A step of a start that takes long. */
export interface SlowStep {
  readonly step: StartStep;
  /** Begin of the step, by the wall clock in milliseconds. */
  readonly since: number;
}

/** Progress of the start. */
export type StartupState =
  /** No messages are loaded yet; the page shows its own skeleton. */
  | { readonly phase: 'starting' }
  /** `slow` once the person has waited for three seconds. */
  | { readonly phase: 'opening'; readonly context: StartupContext; readonly slow?: SlowStep }
  /** Waits for the person; `isAsking` while the sign-in window is open. */
  | {
      readonly phase: 'sign-in-needed';
      readonly context: StartupContext;
      readonly isAsking: boolean;
      readonly refusal?: AppError;
    }
  | {
      readonly phase: 'failed';
      readonly context: StartupContext;
      readonly error: AppError;
      readonly adminConsentUrl: string | undefined;
    }
  | { readonly phase: 'ready'; readonly context: StartupContext; readonly appServices: AppServices };

/** Dependencies of the start. */
export interface StartupOptions {
  loadConfig(): Promise<RuntimeConfig>;
  /** Without a configuration, only Microsoft's own hosts are found. */
  connectHost(config?: RuntimeConfig): Promise<Host>;
  loadMessages(locale: string): Promise<CriticalMessages>;
  createTokenSource(config: RuntimeConfig, host: Host): Promise<TokenSource>;
  /** Calls `onSignedIn` once it is known who signed in, with services whose roles are pending. */
  createServices(
    config: RuntimeConfig,
    host: Host,
    tokenSource: TokenSource,
    onSignedIn: (early: AppServices) => void,
  ): Promise<AppServices>;
  /** Loads the page again. */
  reload(): void;
  /** Reports a fault of this app to the developer tools. */
  report(cause: unknown): void;
  /** Language of messages that are shown before the host names its own. */
  readonly browserLocale: string;
  /** Receives each step and each failure. Default writes nothing. */
  readonly logger?: Logger;
  /** Measures and limits the steps; default is the machine's clock. */
  readonly clock?: Clock;
  /** Time at which the person opened the app, as `clock.now()` counts; default is the first run. */
  readonly openedAt?: number;
}

/** The start of the app, as a plain object that a screen observes. */
export interface Startup {
  state(): StartupState;
  subscribe(listener: () => void): () => void;
  /** Starts, or continues from the step that failed. Never rejects. */
  run(): Promise<void>;
  /** Asks the person to sign in, or for the consent that is missing, and goes on; call it from a click. Never rejects. */
  signIn(): Promise<void>;
}
