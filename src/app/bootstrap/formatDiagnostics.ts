import { redactEntry, redactFields } from '../../base/logEntry';
import type { LogEntry } from '../../base/logEntry';
import type { Host } from '../../host/types';

/** Facts that diagnostics consist of. */
interface DiagnosticsFacts {
  readonly appVersion: string;
  /** Milliseconds since 1970. */
  readonly collectedAt: number;
  /** Undefined where the app does not know yet where it runs. */
  readonly host: Host | undefined;
  /** Theme on screen now. */
  readonly theme: string;
  /** BCP 47 tag of the browser, used until a host names one. */
  readonly locale: string;
  /** The browser's own description of itself. */
  readonly userAgent: string;
  readonly entries: readonly LogEntry[];
}

const maxRequests = 10;

/** Writes the text that a person copies for support, in English. It holds no name, address, token or tenant. */
export function formatDiagnostics(facts: DiagnosticsFacts): string {
  const { appVersion, collectedAt, host, theme, locale, userAgent } = facts;
  const entries = facts.entries.map(redactEntry);
  const requests = entries.filter(({ fields }) => fields.requestId ?? fields.clientRequestId);
  return [
    `ISV Licenses ${appVersion}`,
    `Collected: ${timeOf(collectedAt)}`,
    `Host: ${describeHost(host)}`,
    `Theme: ${theme}`,
    `Language: ${shortened(host?.context.locale ?? locale)}`,
    `Browser: ${describeBrowser(userAgent)}`,
    '',
    'Last requests',
    ...requests.slice(-maxRequests).map(lineOf),
    '',
    'Log',
    ...entries.map(lineOf),
    '',
  ].join('\n');
}

function lineOf({ at, level, area, event, fields }: LogEntry): string {
  const values = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
  return [timeOf(at), level, area, event, ...values].join(' ');
}

const timeOf = (ms: number): string => new Date(ms).toISOString();

/** The part of a language tag that people choose by; a host may give any string. */
const shortened = (locale: string): string => /^[a-z]{2,3}(-[a-z]{2,4})?$/i.exec(locale)?.[0] ?? 'unknown';

function describeHost(host: Host | undefined): string {
  if (!host) return 'unknown';
  const { kind, program, context } = host;
  if (!program) return kind;
  const { name: hostName, clientType, sdkVersion: version } = program;
  const known = redactFields({ hostName, clientType, version });
  return `${known.hostName} ${known.clientType}, ${context.frameContext}, teams-js ${known.version}`;
}

/** Tokens of user agents, each before those that it also carries. */
const brands = { Edg: 'Edge', Firefox: 'Firefox', Chrome: 'Chrome', Version: 'Safari' };

/** Brand, major version and system: enough for support, and not enough to know a machine again. */
function describeBrowser(userAgent: string): string {
  const version = (token: string): string | undefined => new RegExp(`${token}/(\\d+)`).exec(userAgent)?.[1];
  const brand = Object.entries(brands).find(([token]) => version(token));
  const system = /Windows|Android|iPhone|iPad|Macintosh|CrOS|Linux/.exec(userAgent)?.[0];
  return `${brand ? `${brand[1]} ${version(brand[0])}` : 'unknown'}, ${system ?? 'unknown'}`;
}
