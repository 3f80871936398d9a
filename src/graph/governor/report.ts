import type { TryEnd } from '../../http/decideRetry';
import { parseRetryAfter } from '../../http/parseRetryAfter';
import type { HttpResponse } from '../../http/types';

/** What the answers of one batch tell of the quota. */
export interface QuotaReport {
  /** Items, at least 1. */
  readonly size: number;
  /** Items refused for their number (429). */
  readonly refusals: number;
  /** Whether the batch was refused as a whole, so that a browser may hide its headers. */
  readonly isWhole: boolean;
  /** The longest wait that a refusal asked for, in milliseconds; undefined where none did. */
  readonly retryAfterInMs: number | undefined;
  /** Whether the service named the limit on writes, and whether it named another one. */
  readonly namesWrites: boolean;
  readonly namesOther: boolean;
  /** The largest `x-ms-throttle-limit-percentage`; undefined where none was told. */
  readonly percentage: number | undefined;
}

/** Reads the report out of how a batch ended and how its items did. `nowInMs` is of the wall clock. */
export function readReport(batch: TryEnd, ends: readonly TryEnd[], nowInMs: number): QuotaReport {
  const answers = ends.flatMap((end) => (end.kind === 'answer' ? [end.answer] : []));
  const refused = answers.filter(({ status }) => status === 429);
  const scopes = refused.map(({ headers }) => headers['x-ms-throttle-scope'] ?? '');
  const isOfWrites = (scope: string): boolean => /\/write(\/|$)/i.test(scope);
  return {
    size: ends.length,
    refusals: refused.length,
    isWhole: batch.kind === 'answer' && batch.answer.status === 429,
    retryAfterInMs: largest(refused.map(({ headers }) => parseRetryAfter(headers['retry-after'], nowInMs))),
    namesWrites: scopes.some(isOfWrites),
    namesOther: scopes.some((scope) => !isOfWrites(scope)),
    percentage: largest(answers.map(percentageOf)),
  };
}

function percentageOf({ headers }: HttpResponse): number | undefined {
  const told = Number.parseFloat(headers['x-ms-throttle-limit-percentage'] ?? '');
  return Number.isFinite(told) ? told : undefined;
}

function largest(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
}
