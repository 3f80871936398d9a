import type { LogEntry } from '../../src/base/logEntry';
import { createLogger } from '../../src/base/logger';
import type { Logger } from '../../src/base/logger';
import { manualClock } from './manualClock';

/** A logger, and what was written to it. */
export function recordLog(): { readonly logger: Logger; readonly entries: readonly LogEntry[] } {
  const entries: LogEntry[] = [];
  return { logger: createLogger({ clock: manualClock(), sinks: [(entry) => entries.push(entry)] }), entries };
}
