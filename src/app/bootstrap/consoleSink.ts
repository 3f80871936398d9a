import { redactEntry } from '../../base/logEntry';
import type { LogSink } from '../../base/logger';

/** Writes entries to the browser's console, for developers who open the app with `?debug`. */
export const consoleSink: LogSink = (entry) => {
  const { level, area, event, fields } = redactEntry(entry);
  // eslint-disable-next-line no-console -- the one place that writes to the console, and only on request
  console[level](`${area}: ${event}`, fields);
};
