/** Severity of an entry, from the least to the most. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** Fields of an entry besides its event, from a closed list. */
export type LogFields = Readonly<Partial<Record<FieldName, string | number | boolean>>>;

/** One thing that happened. */
export interface LogEntry {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly level: LogLevel;
  /** Part of the app, such as `http`. */
  readonly area: string;
  /** Name of the event, in kebab case. */
  readonly event: string;
  readonly fields: LogFields;
}

/** Removes personal data and secrets, whatever a caller put into the entry, so that it may leave the app. */
export function redactEntry(entry: LogEntry): LogEntry {
  const { at, level, area, event, fields } = entry;
  return {
    at,
    level,
    area: cleanWord(area) ?? redacted,
    event: cleanWord(event) ?? redacted,
    fields: redactFields(fields),
  };
}

/** Keeps the fields of the allow list; a value of another shape becomes `redacted`, a field of another name is left out. */
export function redactFields(fields: LogFields): LogFields {
  const clean: Partial<Record<FieldName, string | number | boolean>> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (isFieldName(name) && value !== undefined) clean[name] = fieldCleaners[name](value) ?? redacted;
  }
  return clean;
}

function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(fieldCleaners, name);
}

type Clean = (value: unknown) => string | number | boolean | undefined;

const redacted = 'redacted';

const shaped =
  (shape: RegExp) =>
  (value: unknown): string | undefined =>
    typeof value === 'string' && value.length <= 200 && shape.test(value) ? value : undefined;

/** The app's own codes and names: lower case letters and hyphens. Names of people have capitals or spaces. */
const cleanWord = shaped(/^[a-z]+(-[a-z]+)*$/);
const cleanGuid = shaped(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
const cleanFlag: Clean = (value) => (typeof value === 'boolean' ? value : undefined);
const cleanNumber: Clean = (value) => {
  const rounded = typeof value === 'number' ? Math.round(value) : NaN;
  return Number.isSafeInteger(rounded) ? rounded : undefined;
};

const pathWord = /^(v1\.0|beta|\$?[a-z]+([A-Z][a-z]+)*|microsoft\.graph\.[a-zA-Z]+|[a-z]+\.json)$/;

/** Reduces an address to its path, with `{id}` for each segment that may name something: `/users/{id}/assignLicense`. */
const cleanPath: Clean = (value) => {
  if (typeof value !== 'string') return undefined;
  const path = value.replace(/^\w+:\/\/[^/?#]*/, '').replace(/[?#].*$/s, '');
  const shapeOf = (segment: string, index: number, segments: readonly string[]): string => {
    // A word after the name of a collection may be the key of an item, unless it is a function or a cast of Graph.
    // `auditLogs` is not a collection.
    const collection = segments[index - 1] ?? '';
    const isKey =
      collection.endsWith('s') && collection !== 'auditLogs' && !/^(\$|microsoft\.|getByIds$)/.test(segment);
    return segment === '' || (pathWord.test(segment) && !isKey) ? segment : '{id}';
  };
  return path.split('/').slice(0, 12).map(shapeOf).join('/');
};

/** Every field that an entry may carry. A value of another shape is replaced, a field of another name left out. */
const fieldCleaners = {
  // Codes of this app's closed lists.
  code: cleanWord,
  reason: cleanWord,
  kind: cleanWord,
  step: cleanWord,
  // Requests.
  method: shaped(/^(GET|POST|PATCH|PUT|DELETE)$/),
  path: cleanPath,
  status: cleanNumber,
  clientRequestId: cleanGuid,
  requestId: cleanGuid,
  /** Codes of Graph and Entra: words joined by underscores. */
  serviceCode: shaped(/^[A-Za-z]+(_[A-Za-z]+)+$/),
  /** Names of Graph permissions, separated by spaces. */
  scopes: shaped(/^([A-Z][A-Za-z]+\.Read(Basic|Write)?(\.All)?( (?!$)|$))+$/),
  // Times.
  durationInMs: cleanNumber,
  delayInMs: cleanNumber,
  retryAfterInMs: cleanNumber,
  // Numbers of things.
  attempt: cleanNumber,
  count: cleanNumber,
  done: cleanNumber,
  pending: cleanNumber,
  skipped: cleanNumber,
  throttled: cleanNumber,
  failed: cleanNumber,
  lost: cleanNumber,
  cancelled: cleanNumber,
  retried: cleanNumber,
  isFresh: cleanFlag,
  // Environment.
  version: shaped(/^\d{1,5}(\.\d{1,5}){1,3}(-[a-z]+(\.\d{1,5})?)?$/),
  /** Host of Graph or of the sign-in in the configuration; in no case the host of a tenant. */
  serviceHost: shaped(/^(dod-|microsoft)?(graph|login)(\.[a-z0-9-]{1,40}){1,4}$/),
  hostName: shaped(/^(Office|Outlook(Win32)?|Orange|Places|Teams(Modern)?)$/),
  clientType: shaped(
    /^(desktop|web|android|ios|ipados|macos|visionOS|rigel|surfaceHub|teams(RoomsWindows|RoomsAndroid|Phones|Displays))$/,
  ),
  // Faults of this app.
  error: shaped(/^[A-Z]?[A-Za-z]{0,40}(Error|Exception)$/),
  place: shaped(/^[a-z0-9-]{1,40}(\.[0-9a-f]{8})?\.js:\d{1,7}:\d{1,7}$/),
} satisfies Record<string, Clean>;

type FieldName = keyof typeof fieldCleaners;
