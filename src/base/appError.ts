/**
 * Every error that a person may see. The message catalogs have a text for each; a code without a text does not compile.
 */
export type ErrorCode =
  /** `config.json` could not be read. */
  | 'config-unreachable'
  /** `config.json` was read and has faults; `faults` names each. */
  | 'config-invalid'
  /** The page around the app did not respond to the handshake in time. */
  | 'host-silent'
  /** The host does not support the call. */
  | 'host-unsupported'
  /** A person has to sign in before anything can be read. */
  | 'sign-in-needed'
  /** The person closed or refused the sign-in or the consent question. */
  | 'sign-in-cancelled'
  /** The browser did not let the sign-in window open. */
  | 'popup-blocked'
  /** The organization has not consented to a permission that is needed. */
  | 'consent-needed'
  /** The identity service refused for another reason. */
  | 'sign-in-failed'
  /** The account is not the one that the app started with, or not of the tenant that the host or the configuration names. */
  | 'account-changed'
  /** No response and no connection; a browser does not tell whether the request had reached the service. */
  | 'offline'
  /** No response within the time limit; it is unknown whether the service acted. */
  | 'timed-out'
  /** The service is busy or broken (5xx). */
  | 'service-unavailable'
  /** The service limited the request, also after the allowed retries. */
  | 'throttled'
  /** The account may not do this: a role or a consent is missing. */
  | 'forbidden'
  /** The resource does not exist, or no longer. */
  | 'not-found'
  /** The service rejected the request as invalid. */
  | 'bad-request'
  /** Two changes were made at the same time; the service kept one. */
  | 'conflict'
  /** The token was refused, also after a fresh one was fetched. */
  | 'token-refused'
  /** The response is not as the service documents it. */
  | 'unexpected-answer'
  /** The product catalog could not be read. */
  | 'catalogue-unreachable'
  /** The product catalog was read and has faults; `faults` names each. */
  | 'catalogue-invalid'
  /** A file of the app's own code could not be loaded. */
  | 'chunk-load-failed'
  /** That file no longer exists, since a newer version of the app was deployed. */
  | 'app-outdated'
  /** A link is not https or leads to a host that the catalogue does not name. */
  | 'link-refused'
  /** Work was stopped on request. */
  | 'cancelled'
  /** The browser stores nothing for this app: storage is blocked, as in a private window, or was cleared meanwhile. */
  | 'journal-unavailable'
  /** The browser has no room left for the journal of a job. */
  | 'journal-full'
  /** A newer version of this app stored the jobs of this browser in another way. */
  | 'journal-newer'
  /** Another tab runs this job. */
  | 'job-busy'
  /** The journal has this job in a format that this version of the app does not understand, or has only a part of it. */
  | 'job-unreadable'
  /** A file is over the size that is read (20 MB, 200 MB unpacked). */
  | 'file-too-large'
  /** A file has more lines than are read (200,000). */
  | 'file-too-long'
  /** A file is neither text nor a workbook, or is damaged. */
  | 'file-unreadable'
  /** A workbook is protected by a password or a sensitivity label. */
  | 'file-encrypted'
  /** A file is of a known format that isn't read; `faults` names it. */
  | 'file-format-unsupported'
  /** A fault of this app itself. */
  | 'internal';

/** Details of an error besides its code. */
interface AppErrorDetails {
  /** Underlying error; never shown to a person. */
  cause?: unknown;
  /** The service's `request-id`, which its support asks for. */
  requestId?: string;
  /** The HTTP status, if there was a response. */
  status?: number;
  /** The service's own code, such as `Request_BadRequest`. */
  serviceCode?: string;
  /** The service's finer code inside its error, such as `noAvailableLicenses`. */
  innerCode?: string | undefined;
  /** Name of the property of the request that the finer code is about, such as `assignedTo`. */
  property?: string | undefined;
  /** The service's own sentence, for developers and for classifying; never shown alone. */
  serviceMessage?: string;
  /** Milliseconds after which the service allows another attempt. */
  retryAfterInMs?: number;
  /** A decoded claims challenge to pass on when the next token is fetched. */
  claims?: string;
  /** One entry for each fault, with its place and what is wrong. */
  faults?: readonly string[];
}

/** The only error that this app throws: a code of a closed list, and details. */
export class AppError extends Error {
  override readonly name = 'AppError';
  declare readonly code: ErrorCode;
  declare readonly requestId: string | undefined;
  declare readonly status: number | undefined;
  declare readonly serviceCode: string | undefined;
  declare readonly serviceMessage: string | undefined;
  declare readonly innerCode: string | undefined;
  declare readonly property: string | undefined;
  declare readonly retryAfterInMs: number | undefined;
  declare readonly faults: readonly string[];
  /** Not enumerable, so that a log line cannot carry it. */
  declare readonly claims: string | undefined;

  constructor(code: ErrorCode, { cause, claims, faults = [], ...details }: AppErrorDetails = {}) {
    super(code, { cause });
    Object.assign(this, { code, faults, ...details });
    Object.defineProperty(this, 'claims', { value: claims });
  }
}

/** Converts anything thrown to an AppError: an abort becomes `cancelled`, an error of another class `internal`. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const isAbort = thrown instanceof DOMException && thrown.name === 'AbortError';
  return new AppError(isAbort ? 'cancelled' : 'internal', { cause: thrown });
}
