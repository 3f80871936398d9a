import { toAppError } from './appError';
import type { Clock } from './clock';
import type { LogEntry, LogFields, LogLevel } from './logEntry';

/** Receives entries. */
export type LogSink = (entry: LogEntry) => void;

/** Records events for a later search for the cause of a failure. */
export interface Logger {
  /** Returns the logger of a part of the app. */
  child(area: string): Logger;
  /** Routine of interest to developers only; not part of diagnostics. */
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** Dependencies of a logger. */
interface LoggerOptions {
  readonly clock: Clock;
  readonly sinks: readonly LogSink[];
}

/** Creates a logger. Its entries hold what callers passed; they leave the app only through `redactEntry`. */
export function createLogger({ clock, sinks }: LoggerOptions): Logger {
  const ofArea = (area: string): Logger => {
    const at =
      (level: LogLevel) =>
      (event: string, fields: LogFields = {}): void => {
        const entry = { at: clock.now(), level, area, event, fields };
        sinks.forEach((sink) => sink(entry));
      };
    return { child: ofArea, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
  };
  return ofArea('app');
}

const ignore = (): void => undefined;

/** Writes nothing; the default of everything that logs. */
export const silentLogger: Logger = {
  child: () => silentLogger,
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
};

/** The latest entries, oldest first. */
interface LogBuffer {
  readonly sink: LogSink;
  entries(): readonly LogEntry[];
}

/** Limits of a buffer. */
interface LogBufferOptions {
  /** Default is 200. */
  readonly maxEntries?: number;
  /** Maximum number for one area, so that a busy one does not displace the others. Default is 80. */
  readonly maxEntriesOfArea?: number;
}

/** Creates a buffer of the latest entries, without debug entries. */
export function createLogBuffer({
  maxEntries = 200,
  maxEntriesOfArea = 80,
}: LogBufferOptions = {}): LogBuffer {
  let kept: readonly LogEntry[] = [];
  return {
    sink(entry) {
      if (entry.level === 'debug') return;
      const ofArea = kept.filter(({ area }) => area === entry.area);
      const oldest = ofArea.length < maxEntriesOfArea ? undefined : ofArea[0];
      kept = [...kept.filter((each) => each !== oldest), entry].slice(-maxEntries);
    },
    entries: () => kept,
  };
}

/** Returns the fields that describe an error: codes, ids and the class of its cause, never a message. */
export function errorFields(thrown: unknown): LogFields {
  const { code, status, serviceCode, requestId, cause } = toAppError(thrown);
  return { code, status, serviceCode, requestId, ...faultFields(cause) };
}

/** Returns the class of a cause, and the place in this app's own scripts that it comes from. */
function faultFields(cause: unknown): { readonly error?: string; readonly place?: string } {
  if (!(cause instanceof Error)) return {};
  return { error: cause.name, place: /[\w.-]+\.js:\d+:\d+/.exec(cause.stack ?? '')?.[0] };
}
