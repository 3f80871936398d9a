import { AppError } from '../../base/appError';
import type { Policy } from '../types';

/**
 * Keeps the token out of errors: a browser quotes a header that it rejects, and causes end up in logs.
 * Rejects with the same code, without the cause, if the cause contains the token.
 */
export const redact: Policy = {
  name: 'redact',
  async send(request, next) {
    try {
      return await next(request);
    } catch (thrown) {
      const token = request.headers['authorization']?.replace(/^Bearer /, '');
      if (!token || !(thrown instanceof AppError) || !containsSecret(thrown.cause, token)) throw thrown;
      throw new AppError(thrown.code, { cause: new Error('withheld: it names the token') });
    }
  },
};

function containsSecret(cause: unknown, secret: string): boolean {
  if (!(cause instanceof Error)) return String(cause).includes(secret);
  return (
    `${cause.message} ${cause.stack ?? ''}`.includes(secret) ||
    (cause.cause !== undefined && containsSecret(cause.cause, secret))
  );
}
