import type { Principal, UserPrincipal } from '../../../base/principal';

/** Returns the user of a line without a usage location, as an array for `flatMap`. */
export function userWithoutUsageLocation({
  principal,
  findings,
}: {
  readonly principal: Principal;
  readonly findings: readonly { readonly kind: string }[];
}): readonly UserPrincipal[] {
  const isMissing = findings.some(({ kind }) => kind === 'usage-location-missing');
  return isMissing && principal.kind === 'user' ? [principal] : [];
}

/** Returns the principal with its new usage location, or itself if nothing changed. */
export function withUsageLocation(principal: Principal, locations: ReadonlyMap<string, string>): Principal {
  const usageLocation = locations.get(principal.id);
  const isChanged =
    principal.kind === 'user' && usageLocation !== undefined && usageLocation !== principal.usageLocation;
  return isChanged ? { ...principal, usageLocation } : principal;
}
