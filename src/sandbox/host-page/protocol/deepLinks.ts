import { sandboxAppId } from './contextOf';
import { fieldsOf, textOf } from './step';

/** Where a link leads that the app asked the host to open. */
type LinkTarget =
  /** A Teams app's page in the store, from which it is added. */
  | { readonly kind: 'app'; readonly appId: string }
  /** A page of this very app. */
  | { readonly kind: 'page'; readonly subPageId: string }
  /** Anything on the web. */
  | { readonly kind: 'web'; readonly url: string }
  | { readonly kind: 'unsupported' };

function subPageOf(url: URL): string {
  try {
    return textOf(fieldsOf(JSON.parse(url.searchParams.get('context') ?? '{}'))['subEntityId']);
  } catch {
    return '';
  }
}

/** Reads a link as Teams does (learn.microsoft.com: create deep links). */
export function deepLinkTarget(link: string): LinkTarget {
  const url = URL.canParse(link) ? new URL(link) : undefined;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return { kind: 'unsupported' };
  if (url.hostname === 'teams.microsoft.com') {
    const [, scope, kind, appId] = url.pathname.split('/');
    if (scope === 'l' && kind === 'app' && appId) return { kind: 'app', appId };
    if (scope === 'l' && kind === 'entity' && appId === sandboxAppId)
      return { kind: 'page', subPageId: subPageOf(url) };
  }
  return { kind: 'web', url: url.href };
}
