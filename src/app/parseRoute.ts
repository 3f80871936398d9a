import { parseProductKey, type ProductKey } from '../licensing/keys';
import type { ProductTab } from '../ui/routes';

/** A place of the app, as its route names it. */
export type Route =
  | { readonly kind: 'start' }
  | { readonly kind: 'licenses' }
  | { readonly kind: 'product'; readonly key: ProductKey; readonly view: ProductTab | 'assign' | 'install' }
  /** The history, or the job with this id. */
  | { readonly kind: 'jobs'; readonly id: string | undefined }
  /** `installing` is the key of the product whose installation is open on top. */
  | { readonly kind: 'my-apps'; readonly installing: ProductKey | undefined }
  | { readonly kind: 'configure' }
  | { readonly kind: 'about' }
  | { readonly kind: 'not-found' };

const views = ['users', 'groups', 'about', 'assign', 'install'] as const;

/**
 * Reads a route such as `/products/<key>/groups`; the counterpart of `routes`. Links that went through mails, chats and
 * other programs come with more: encoded once more, a query, a fragment, braces around a GUID.
 */
export function parseRoute(route: string): Route {
  const [page = '', key, view, ...more] = partsOf(route);
  if (more.length > 0) return { kind: 'not-found' };
  if (page === '') return { kind: 'start' };
  if (page === 'products' && key) return parseProductRoute(key, view ?? 'users');
  if (view !== undefined) return { kind: 'not-found' };
  if (page === 'jobs') return { kind: 'jobs', id: key };
  if (page === 'install' && key) return { kind: 'my-apps', installing: parseProductKey(key) };
  if (key !== undefined) return { kind: 'not-found' };
  if (page === 'licenses' || page === 'configure' || page === 'about') return { kind: page };
  return page === 'my-apps' ? { kind: page, installing: undefined } : { kind: 'not-found' };
}

function parseProductRoute(key: string, name: string): Route {
  const view = views.find((known) => known === name);
  return view ? { kind: 'product', key: parseProductKey(key), view } : { kind: 'not-found' };
}

function partsOf(route: string): readonly string[] {
  let path = route.replace(/[?#].*/s, '').replace(/^\/+/, '');
  // Encoded as a whole: not even its slashes are there.
  if (!path.includes('/')) path = decode(path, /%(25)*2f/i).replace(/[?#].*/s, '');
  return path
    .replace(/^\/+|\/+$/g, '')
    .split('/')
    .map((part) =>
      decode(part, /%/)
        .replace(/[?#].*/s, '')
        .replace(/[{}]/g, ''),
    );
}

/** Decodes as long as `isEncoded` finds something, three times at most: each program that a link passes may encode it again. */
function decode(part: string, isEncoded: RegExp): string {
  let text = part;
  try {
    for (let turn = 0; turn < 3 && isEncoded.test(text); turn += 1) text = decodeURIComponent(text);
  } catch {
    // A lone percent sign in a mistyped link is taken as it stands.
  }
  return text;
}
