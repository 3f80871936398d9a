import type { ErrorCode } from '../../../base/appError';
import { AppError } from '../../../base/appError';
import type { Clock } from '../../../base/clock';
import { systemClock } from '../../../base/clock';
import { composePolicies } from '../../../http/composePolicies';
import { timeout } from '../../../http/policies/timeout';
import type { Send } from '../../../http/types';

/** Reads a JSON file that lies beside the app. Throws AppError `code` where none comes within 30 s, or no JSON is in it. */
export async function readJson(
  send: Send,
  url: string,
  code: ErrorCode,
  clock: Clock = systemClock,
): Promise<unknown> {
  const sendInTime = composePolicies([timeout(clock)], send);
  try {
    const { status, body } = await sendInTime({
      method: 'GET',
      url: new URL(url, document.baseURI).href,
      headers: { accept: 'application/json' },
      scopes: [],
    });
    if (status !== 200) throw new AppError(code, { status });
    return JSON.parse(new TextDecoder().decode(body)) as unknown;
  } catch (thrown) {
    throw thrown instanceof AppError && thrown.code === code ? thrown : new AppError(code, { cause: thrown });
  }
}
