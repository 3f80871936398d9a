import { parseRetryAfter } from '../../http/parseRetryAfter';
import type { HttpResponse } from '../../http/types';
import type { AttemptResult, GraphResponse } from '../graphResponse';

/** Facts on the service's limits in the answers of one batch. */
export interface ThrottleReport {
  /** Number of items, at least 1. */
  readonly size: number;
  /** Items refused for their number (429). */
  readonly refusals: number;
  /** True if the batch was refused as a whole, so that a browser may hide its headers. */
  readonly isWhole: boolean;
  /** Longest wait that a refusal asked for, in milliseconds; undefined if none did. */
  readonly retryAfterInMs: number | undefined;
  /** True if a refusal named the limit on writes. */
  readonly namesWrites: boolean;
  /** Largest `x-ms-throttle-limit-percentage`; undefined if none was sent. */
  readonly percentage: number | undefined;
}

/** Reads the report from the results of a batch and of its items. `nowInMs` is of the wall clock. */
export function readReport(
  batch: AttemptResult<HttpResponse>,
  results: readonly AttemptResult[],
  nowInMs: number,
): ThrottleReport {
  const responses = results.flatMap((result) => (result.kind === 'response' ? [result.response] : []));
  const refused = responses.filter(({ status }) => status === 429);
  return {
    size: results.length,
    refusals: refused.length,
    isWhole: batch.kind === 'response' && batch.response.status === 429,
    retryAfterInMs: largest(refused.map(({ headers }) => parseRetryAfter(headers['retry-after'], nowInMs))),
    namesWrites: refused.some(({ headers }) => /\/write(\/|$)/i.test(headers['x-ms-throttle-scope'] ?? '')),
    percentage: largest(responses.map(toPercentage)),
  };
}

function toPercentage({ headers }: GraphResponse): number | undefined {
  const percentage = Number.parseFloat(headers['x-ms-throttle-limit-percentage'] ?? '');
  return Number.isFinite(percentage) ? percentage : undefined;
}

function largest(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
}
