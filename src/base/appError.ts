/**
 * Every reason for which this app stops and tells a person.
 * The message catalogues hold words for each; a code without words does not compile.
 */
export type ErrorCode =
  /** `config.json` could not be read. */
  | 'config-unreachable'
  /** `config.json` was read and has faults; `faults` names each. */
  | 'config-invalid'
  /** A frame or opener surrounds the app and did not answer the handshake in time. */
  | 'host-silent'
  /** The host lacks what was asked of it. */
  | 'host-unsupported'
  /** A person has to sign in before anything can be read. */
  | 'sign-in-needed'
  /** The person closed or refused the sign-in or the consent question. */
  | 'sign-in-cancelled'
  /** The browser did not let the sign-in window open. */
  | 'popup-blocked'
  /** The organization has not agreed to a permission that is needed. */
  | 'consent-needed'
  /** The identity service refused for another reason. */
  | 'sign-in-failed'
  /** The account is not the one that the app started with, or not of the tenant that the host or the configuration names. */
  | 'account-changed'
  /** No answer and no connection; a browser does not tell whether the request had reached the service. */
  | 'offline'
  /** No answer came in the time allowed; whether the service acted is unknown. */
  | 'timed-out'
  /** The service said that it is busy or broken (5xx). */
  | 'service-unavailable'
  /** The service asked to slow down, and still did after the allowed retries. */
  | 'throttled'
  /** The account may not do this: a role or a consent is missing. */
  | 'forbidden'
  /** What was asked for does not exist, or no longer. */
  | 'not-found'
  /** The service refused the request as wrong. */
  | 'bad-request'
  /** Two changes met; the service kept one. */
  | 'conflict'
  /** The token was refused, also after a fresh one was fetched. */
  | 'token-refused'
  /** The answer is not what the service documents. */
  | 'unexpected-answer'
  /** The catalogue of products could not be read. */
  | 'catalogue-unreachable'
  /** The catalogue of products was read and has faults; `faults` names each. */
  | 'catalogue-invalid'
  /** A part of the app's own code could not be fetched. */
  | 'chunk-load-failed'
  /** That part is gone, since a newer version of the app was deployed. */
  | 'app-outdated'
  /** A link is not https or leads to a host that the catalogue does not name. */
  | 'link-refused'
  /** Work was stopped on request. */
  | 'cancelled'
  /** The browser keeps nothing for this app: storage is blocked, in a private window, or was cleared underneath. */
  | 'journal-unavailable'
  /** The browser has no room left for the journal of a job. */
  | 'journal-full'
  /** A newer version of this app stored the jobs of this browser in another way. */
  | 'journal-newer'
  /** Another tab runs this job. */
  | 'job-busy'
  /** The journal holds this job in a form that this version of the app does not understand, or holds only a part of it. */
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

/** What is known of a failure besides its code. */
interface AppErrorDetails {
  /** What happened underneath; never shown to a person. */
  cause?: unknown;
  /** The service's `request-id`, which its support asks for. */
  requestId?: string;
  /** The HTTP status, where there was an answer. */
  status?: number;
  /** The service's own code, such as `Request_BadRequest`. */
  serviceCode?: string;
  /** The service's own sentence, for developers and for classifying; never shown alone. */
  serviceMessage?: string;
  /** Milliseconds after which the service allows another try. */
  retryAfterInMs?: number;
  /** A decoded claims challenge to pass on when the next token is fetched. */
  claims?: string;
  /** One entry a fault, each naming what is wrong and where. */
  faults?: readonly string[];
}

/** The only error that this app throws: a code of a closed list, and what is known of it. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly requestId: string | undefined;
  readonly status: number | undefined;
  readonly serviceCode: string | undefined;
  readonly serviceMessage: string | undefined;
  readonly retryAfterInMs: number | undefined;
  readonly faults: readonly string[];
  /** Not enumerable, so that a log line cannot carry it. */
  declare readonly claims: string | undefined;

  constructor(code: ErrorCode, details: AppErrorDetails = {}) {
    super(code, { cause: details.cause });
    this.code = code;
    this.requestId = details.requestId;
    this.status = details.status;
    this.serviceCode = details.serviceCode;
    this.serviceMessage = details.serviceMessage;
    this.retryAfterInMs = details.retryAfterInMs;
    this.faults = details.faults ?? [];
    Object.defineProperty(this, 'claims', { value: details.claims, enumerable: false });
  }
}

/** Turns whatever was thrown into an AppError; what is none becomes `internal`, an abort `cancelled`. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const isAbort = thrown instanceof DOMException && thrown.name === 'AbortError';
  return new AppError(isAbort ? 'cancelled' : 'internal', { cause: thrown });
}
