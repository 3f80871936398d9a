import type { BrowserContext, ConsoleMessage } from '@playwright/test';

/** Log of the pages of a browser context. */
export interface ContextLog {
  /** Everything on the console, and every page error, one line each. */
  readonly lines: readonly string[];
  /** Faults that fail a journey, one line each: errors, violations of a policy, requests that leave the machine. */
  readonly faults: readonly string[];
}

const outside = /^https?:\/\/(?!([\w-]+\.)*localhost[:/])/;
const teamsOrigins = 'https://res.cdn.office.net/teams-js/validDomains/json/validDomains.json';
/** Graph answers so for a person without a photo, and Chromium logs each such answer as an error. */
const missingPhoto = /status of 404.*\/photos?\//;

/**
 * Records what happens in all pages of a context, windows that open later included.
 * teams-js's list of origins is answered with an empty one; every other request off the machine is stopped.
 * Console errors that match one of `expected`, in which a line reads `text (address)`, are no faults.
 */
export async function watchContext(
  context: BrowserContext,
  expected: readonly RegExp[] = [],
): Promise<ContextLog> {
  const lines: string[] = [];
  const faults: string[] = [];
  const allowed = [missingPhoto, ...expected];
  const record = (line: string, isError: boolean): void => {
    lines.push(line);
    if (isError && !allowed.some((pattern) => pattern.test(line))) faults.push(line);
  };
  context.on('console', (message) => record(describe(message), message.type() === 'error'));
  context.on('weberror', (webError) => record(`uncaught: ${String(webError.error().stack)}`, true));
  context.on('requestfailed', (request) =>
    lines.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ''}`),
  );
  await context.route(outside, async (route) => {
    const url = route.request().url();
    if (url === teamsOrigins) {
      return route.fulfill({ json: { validOrigins: [] }, headers: { 'access-control-allow-origin': '*' } });
    }
    record(`left this machine: ${url}`, true);
    return route.abort();
  });
  await context.addInitScript(reportViolations);
  return { lines, faults };
}

function describe(message: ConsoleMessage): string {
  return `${message.type()}: ${message.text()} (${message.location().url})`;
}

/** Runs in every frame: a policy that only reports, or a frame that was refused, may log nothing by itself. */
function reportViolations(): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(
      `policy violated: ${event.effectiveDirective} ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`,
    );
  });
}
