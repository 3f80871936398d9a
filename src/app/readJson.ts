import type { ErrorCode } from '../base/appError';
import { AppError } from '../base/appError';
import type { Send } from '../http/types';

/** Reads a JSON file that lies beside the app. Throws AppError `code` where there is none, or no JSON in it. */
export async function readJson(send: Send, url: string, code: ErrorCode): Promise<unknown> {
  try {
    const { status, body } = await send({
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
