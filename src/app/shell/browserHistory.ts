import { useSyncExternalStore } from 'react';
import { formatQuery, hrefOf, parseQuery, type Query } from '../../ui/routes';

/** State of this app's entries in the browser's history. */
interface Step {
  /** Number of steps of this app before it. */
  readonly index: number;
  /** Route before it; undefined for the first. */
  readonly from: string | undefined;
}

interface Entry extends Step {
  readonly route: string;
}

interface NavigateOptions {
  /** Takes the place of the present entry instead of adding one. Default is false. */
  readonly replace?: boolean;
}

const listeners = new Set<() => void>();
let current = readEntry();
let intercept: ((isBack: boolean) => boolean) | undefined;

/** The route in the address bar, with its query; begins with a slash. */
export function currentRoute(): string {
  // Without listeners, changes of the address are not followed.
  if (listeners.size === 0) current = readEntry();
  return current.route;
}

/** Goes to a route. */
export function navigate(to: string, { replace = false }: NavigateOptions = {}): void {
  const { index, from, route } = current;
  // A second entry with the same address would make Back do nothing.
  const isSame = replace || to === route;
  const step: Step = isSame ? { index, from } : { index: index + 1, from: route };
  // The search part of the page's address belongs to the host and is kept.
  history[isSame ? 'replaceState' : 'pushState'](step, '', `#${to}`);
  update();
}

/** Goes one step of this app back; returns false at its first step. */
export function goBack(): boolean {
  if (current.index === 0) return false;
  history.back();
  return true;
}

/**
 * Goes to the parent of the current page: one step back if the person came from there, so that the parent looks as before
 * and the history holds it once.
 */
export function goUp(to: string): void {
  if (current.index > 0 && current.from?.split('?')[0] === to.split('?')[0]) goBack();
  else navigate(to, { replace: true });
}

/** Changes parameters of the current route without a new entry in the history. */
export function changeQuery(part: Query): void {
  const [path = '/'] = current.route.split(/[?#]/);
  const to = path + formatQuery({ ...parseQuery(current.route), ...part });
  // Browsers limit how often a page may change its history (Safari: 100 times in 30 seconds), and a search is typed.
  if (to !== current.route) navigate(to, { replace: true });
}

/**
 * Sets a handler that can replace a step of the browser's own buttons; it returns true if it did. Returns a function that
 * removes the handler.
 */
export function interceptSteps(next: (isBack: boolean) => boolean): () => void {
  intercept = next;
  return () => {
    if (intercept === next) intercept = undefined;
  };
}

/** The route and the way to change it, as the router asks for them. */
export function useAddress(): [string, typeof navigate] {
  return [useSyncExternalStore(subscribe, currentRoute), navigate];
}

useAddress.hrefs = hrefOf;

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    addEventListener('hashchange', onHashChange);
    current = readEntry();
    if (!isStep(history.state)) mark(current);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener('hashchange', onHashChange);
  };
}

/** A link, an address that was typed, or the browser's own buttons. */
function onHashChange(): void {
  if (!isStep(history.state)) {
    const route = routeOf(location.hash);
    if (route !== current.route) mark({ index: current.index + 1, from: current.route });
  } else {
    const { index } = history.state;
    const isBack = index < current.index;
    if (index !== current.index && intercept?.(isBack)) {
      history.go(current.index - index);
      return;
    }
  }
  update();
}

function update(): void {
  current = readEntry();
  listeners.forEach((listener) => listener());
}

function mark({ index, from }: Step): void {
  history.replaceState({ index, from } satisfies Step, '');
}

function readEntry(): Entry {
  const route = routeOf(location.hash);
  const state: unknown = history.state;
  return isStep(state) ? { ...state, route } : { index: 0, from: undefined, route };
}

function routeOf(hash: string): string {
  return `/${hash.replace(/^#?\/*/, '')}`;
}

function isStep(state: unknown): state is Step {
  return typeof state === 'object' && state !== null && 'index' in state && typeof state.index === 'number';
}
