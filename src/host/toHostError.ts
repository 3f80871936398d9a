import type { ErrorCode } from '../base/appError';
import { AppError } from '../base/appError';

/** teams-js: SdkError codes; 100 is not supported on this platform, 9000 the host is too old, 8000 the person stopped it. */
const codeOfSdkError: Readonly<Record<number, ErrorCode>> = {
  100: 'host-unsupported',
  9000: 'host-unsupported',
  8000: 'cancelled',
};

/** Turns what teams-js threw or rejected with, often a plain object and no Error, into the app's error. */
export function toHostError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof Error) return new AppError('host-unsupported', { cause: thrown });
  const { errorCode, message } = (thrown ?? {}) as { errorCode?: unknown; message?: unknown };
  const code = typeof errorCode === 'number' ? codeOfSdkError[errorCode] : undefined;
  const sentence = typeof message === 'string' ? message : 'the host gave no reason';
  return new AppError(code ?? 'host-unsupported', {
    serviceCode: typeof errorCode === 'number' ? String(errorCode) : undefined,
    cause: new Error(sentence),
  });
}
