import type { Clock } from '../base/clock';
import { systemClock } from '../base/clock';
import type { NewId } from '../base/ids';
import { newUuid } from '../base/ids';
import { silentLogger } from '../base/logger';
import type { Logger } from '../base/logger';
import { composePolicies } from './composePolicies';
import { authorize } from './policies/authorize';
import { logRequests } from './policies/logRequests';
import { redact } from './policies/redact';
import { requestId } from './policies/requestId';
import { timeout } from './policies/timeout';
import type { GetToken, Send } from './types';

/** Options of a pipeline. */
export interface PipelineOptions {
  /** Puts one request on the wire, such as `createFetchSender()`. */
  readonly send: Send;
  readonly getToken: GetToken;
  /** Default is the machine's clock. */
  readonly clock?: Clock;
  /** Makes `client-request-id`s; default is a random UUID. */
  readonly newId?: NewId;
  /** Logs each request on the wire. Default writes nothing. */
  readonly logger?: Logger;
}

/**
 * Creates the pipeline that requests to Graph go through. The order is fixed: a request and its repetition with another token
 * share an id, no error contains a token, and each has its own time limit and is logged as it was on the wire.
 * Nothing else is sent twice here: callers decide about retries.
 */
export function createPipeline(options: PipelineOptions): Send {
  const { send, getToken, clock = systemClock, newId = newUuid } = options;
  const { logger = silentLogger } = options;
  return composePolicies(
    [requestId(newId), authorize(getToken), redact, timeout(clock), logRequests(logger, clock)],
    send,
  );
}
