import type { Principal, UserPrincipal } from '../../../base/principal';

/** The person of a previewed line that is stopped for want of a country, in a list of one or none. */
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

/** The principal with the usage location that it was given, by the ids of people; the same one where nothing changed. */
export function withUsageLocation(principal: Principal, locations: ReadonlyMap<string, string>): Principal {
  const usageLocation = locations.get(principal.id);
  const isChanged =
    principal.kind === 'user' && usageLocation !== undefined && usageLocation !== principal.usageLocation;
  return isChanged ? { ...principal, usageLocation } : principal;
}
