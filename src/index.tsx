import { createDiagnostics, logUncaughtErrors } from './app/bootstrap/createDiagnostics';
import { start } from './app/bootstrap/start';
import { systemClock } from './base/clock';
import type { LogSink } from './base/logger';

const toConsole: LogSink = (entry) => {
  import('./app/bootstrap/consoleSink').then(
    ({ consoleSink }) => consoleSink(entry),
    () => undefined,
  );
};

const { userAgent, language: locale } = navigator;
const sinks = new URLSearchParams(location.search).has('debug') ? [toConsole] : [];
const diagnostics = createDiagnostics({ clock: systemClock, userAgent, locale, sinks });
logUncaughtErrors(window, diagnostics.logger);
const root = document.getElementById('root');
if (root) start(root, diagnostics);
