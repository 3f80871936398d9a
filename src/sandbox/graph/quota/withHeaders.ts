import type { Answer } from '../call';
import { GraphRefusal } from '../graphRefusal';

/** Adds headers to what `work` answers or refuses with; its own come first. Throws what `work` throws. */
export function withHeaders(headers: Readonly<Record<string, string>>, work: () => Answer): Answer {
  try {
    const answer = work();
    return { ...answer, headers: { ...headers, ...answer.headers } };
  } catch (thrown) {
    if (!(thrown instanceof GraphRefusal)) throw thrown;
    const { status, code, message, extras } = thrown;
    throw new GraphRefusal(status, code, message, { ...extras, headers: { ...headers, ...extras.headers } });
  }
}
