import { toAppError } from './appError';
import type { Clock } from './clock';
import type { LogEntry, LogFields, LogLevel } from './logEntry';

/** Receives entries. */
export type LogSink = (entry: LogEntry) => void;

/** Records events, for the person who looks for the cause of a failure later. */
export interface Logger {
  /** A logger for a part of the app. */
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

/** Makes a logger. Its entries hold what callers gave; they leave the app through `redactEntry` alone. */
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

/** The latest entries, in the order in which they came. */
interface LogBuffer {
  readonly sink: LogSink;
  entries(): readonly LogEntry[];
}

/** Limits of a buffer. */
interface LogBufferOptions {
  /** Entries of all areas at most. Default is 200. */
  readonly maxEntries?: number;
  /** Entries of one area at most, so that a busy one does not push out the others. Default is 80. */
  readonly maxEntriesOfArea?: number;
}

/** Makes a buffer of the latest entries; debug entries are left out. */
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

/** The fields that describe something thrown: codes, ids and the class of its cause, never a message. */
export function errorFields(thrown: unknown): LogFields {
  const { code, status, serviceCode, requestId, cause } = toAppError(thrown);
  return { code, status, serviceCode, requestId, ...faultFields(cause) };
}

/** A cause's class, and the place in this app's own scripts that it comes from. */
function faultFields(cause: unknown): { readonly error?: string; readonly place?: string } {
  if (!(cause instanceof Error)) return {};
  return { error: cause.name, place: /[\w.-]+\.js:\d+:\d+/.exec(cause.stack ?? '')?.[0] };
}
