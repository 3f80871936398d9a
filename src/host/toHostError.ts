import type { ErrorCode } from '../base/appError';
import { AppError } from '../base/appError';

/** teams-js: SdkError codes; 100 not supported on this platform, 9000 host too old, 8000 cancelled by the person. */
const codeOfSdkError: Readonly<Record<number, ErrorCode>> = {
  100: 'host-unsupported',
  9000: 'host-unsupported',
  8000: 'cancelled',
};

/** Maps an error of teams-js, often a plain object and no Error, to the app's error. */
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
