import { AppError } from '../../base/appError';
import type { AttemptResult } from '../../http/decideRetry';
import type { HttpResponse } from '../../http/types';
import { decodeBatch } from './decodeBatch';
import { itemId } from './encodeBatch';

/**
 * How each of `count` items ended, in their order, by how their batch ended. An item without an answer of its own ends
 * with an error that leaves open what became of it.
 */
export function readEnds(batch: AttemptResult, count: number): readonly AttemptResult[] {
  if (batch.kind === 'error') return Array.from({ length: count }, () => batch);
  const { answer } = batch;
  if (answer.status < 200 || answer.status > 299) {
    const end = endOfRefused(answer);
    return Array.from({ length: count }, () => end);
  }
  const items = decodeBatch(answer);
  return Array.from({ length: count }, (_, index) => {
    const item = items?.get(itemId(index));
    return item ? { kind: 'answer', answer: item } : unreadable(answer);
  });
}

/** What a gateway says of the whole holds for each; that a batch is no good says nothing of its items. */
function endOfRefused(answer: HttpResponse): AttemptResult {
  const { status, headers, body } = answer;
  const isOfAll = status >= 500 || status === 401 || status === 403 || status === 429;
  // Without the token's number: a batch that was refused as a whole has had its fresh token.
  return isOfAll ? { kind: 'answer', answer: { status, headers, body } } : unreadable(answer);
}

function unreadable({ status, headers }: HttpResponse): AttemptResult {
  const details = { status, requestId: headers['request-id'] };
  return { kind: 'error', error: new AppError('unexpected-answer', details) };
}
