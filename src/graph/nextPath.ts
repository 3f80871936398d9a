import { AppError } from '../base/appError';

const publicGraph = 'https://graph.microsoft.com';

/**
 * Takes the path and query below the version out of an `@odata.nextLink`, to be asked of `graphUrl` again. The link
 * must be of v1.0 and belong to `graphUrl` or to the public Graph, or a token could be sent wherever an answer says.
 * Throws AppError `unexpected-answer`.
 */
export function nextPath(nextLink: string, graphUrl: string): string {
  const link = URL.canParse(nextLink) ? new URL(nextLink) : undefined;
  const belongs = link?.origin === new URL(graphUrl).origin || link?.origin === publicGraph;
  if (!link || !belongs || !link.pathname.startsWith('/v1.0/')) {
    throw new AppError('unexpected-answer', { cause: new Error('a next link leads elsewhere') });
  }
  return link.pathname.slice('/v1.0'.length) + link.search;
}
