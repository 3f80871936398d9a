import type { Clock } from '../../base/clock';
import { createLogBuffer, createLogger, errorFields } from '../../base/logger';
import type { Logger, LogSink } from '../../base/logger';
import type { Host } from '../../host/types';
import type { Diagnostics } from '../../ui/diagnostics';
import { appVersion } from './appVersion';

/** Diagnostics of this app. They name the host once `setHost` was called. */
export interface AppDiagnostics extends Diagnostics {
  setHost(host: Host): void;
}

/** Sources of diagnostics. */
interface DiagnosticsOptions {
  readonly clock: Clock;
  /** The browser's own description of itself. */
  readonly userAgent: string;
  /** Language of the browser, until a host names one. */
  readonly locale: string;
  /** Further sinks for every entry; default none. */
  readonly sinks?: readonly LogSink[];
}

/** Makes the app's logger, and the diagnostics that a person copies out of its latest entries. */
export function createDiagnostics(options: DiagnosticsOptions): AppDiagnostics {
  const { clock, userAgent, locale, sinks = [] } = options;
  const buffer = createLogBuffer();
  let host: Host | undefined;
  let theme = 'unknown';
  return {
    logger: createLogger({ clock, sinks: [buffer.sink, ...sinks] }),
    async collect() {
      try {
        const { formatDiagnostics } = await import(
          /* webpackChunkName: "diagnostics" */ './formatDiagnostics'
        );
        const [collectedAt, entries] = [clock.now(), buffer.entries()];
        return formatDiagnostics({ appVersion, collectedAt, host, theme, locale, userAgent, entries });
      } catch {
        // Without the code that redacts, nothing that was logged may leave the app.
        return `ISV Licenses ${appVersion}: diagnostics could not be loaded`;
      }
    },
    setHost(found) {
      host = found;
      theme = found.context.theme;
      found.onThemeChange((name) => {
        theme = name;
      });
    },
  };
}

/** Logs what no other code caught. */
export function logUncaughtErrors(target: Window, logger: Logger): void {
  target.addEventListener('error', ({ error }) => logger.error('uncaught-error', errorFields(error)));
  target.addEventListener('unhandledrejection', ({ reason }) =>
    logger.error('unhandled-rejection', errorFields(reason)),
  );
}
