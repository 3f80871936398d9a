import type { Holder } from '../../../licensing/types';
import { summarizeHolder } from './summarizeHolder';
import type { HolderRow } from './HolderGrid.types';

/**
 * Joins the holders of the pages read with the people whose license is in error, who hold no seat and are on no page.
 * Those with an issue come first, since they wait for someone to act; each person is there once.
 */
export function mergeHolders(
  pages: readonly { readonly holders: readonly Holder[] }[],
  withIssues: readonly Holder[],
): readonly HolderRow[] {
  const byId = new Map<string, Holder>();
  for (const holder of [...withIssues, ...pages.flatMap(({ holders }) => holders)]) {
    const known = byId.get(holder.user.id);
    // A page tells every path of a person; the list of issues may tell those in error only.
    if (!known || known.seats.length < holder.seats.length) byId.set(holder.user.id, holder);
  }
  return [...byId.values()].map((holder) => ({ holder, summary: summarizeHolder(holder) }));
}

/** Whether a person is found by part of a name or address, as the service's search does. */
export function isFound({ user }: Holder, search: string): boolean {
  const wanted = fold(search.trim());
  const words = [...fold(user.displayName).split(/\s+/), fold(user.displayName)];
  const addresses = [fold(user.address), fold(user.userPrincipalName)];
  return [...words, ...addresses].some((text) => text.startsWith(wanted));
}

function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase();
}
