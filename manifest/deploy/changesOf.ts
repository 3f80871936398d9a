import { isDeepStrictEqual } from 'node:util';
import type { EntraApp, ResourceAccess } from '../entraApp';

/** A registration as Graph gives it: what {@link EntraApp} has, and more. */
export interface KnownApp extends EntraApp {
  readonly appId: string;
  readonly identifierUris: readonly string[];
}

/** The properties to change, ready to be sent. */
type AppChanges = Partial<EntraApp & Pick<KnownApp, 'identifierUris'>>;

/**
 * Compares a registration with what it should be. Lists keep what somebody else added: redirect addresses, identifier addresses,
 * permissions of other APIs and more permissions of Graph. Its name stays too, since people rename apps.
 */
export function changesOf(known: KnownApp, wanted: EntraApp, identifierUri: string): AppChanges {
  const { displayName: _, ...properties } = wanted;
  const merged: Required<Omit<AppChanges, 'displayName'>> = {
    ...properties,
    groupMembershipClaims: joinClaims(known.groupMembershipClaims, wanted.groupMembershipClaims),
    spa: { redirectUris: union(known.spa.redirectUris, wanted.spa.redirectUris) },
    requiredResourceAccess: joinAccess(known.requiredResourceAccess, wanted.requiredResourceAccess),
    identifierUris: union(known.identifierUris, [identifierUri]),
  };
  const differs = ([name, value]: [string, unknown]): boolean =>
    !isIncluded(value, known[name as keyof KnownApp]);
  return Object.fromEntries(Object.entries(merged).filter(differs));
}

/** True if every property of `wanted` is in `known` with the same value; objects of Graph have more than was written. */
function isIncluded(wanted: unknown, known: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null || Array.isArray(wanted))
    return isDeepStrictEqual(wanted, known);
  const properties = known as Readonly<Record<string, unknown>> | null | undefined;
  return Object.entries(wanted).every(([name, value]) => isDeepStrictEqual(value, properties?.[name]));
}

const union = (known: readonly string[], wanted: readonly string[]): string[] => [
  ...new Set([...known, ...wanted]),
];

/** `All` includes the roles (Entra: optional claims). */
function joinClaims(known: string | null, wanted: string): string {
  const names = (known ?? '').split(',').map((name) => name.trim());
  return names.includes('All') || names.includes(wanted) ? (known ?? '') : wanted;
}

function joinAccess(known: readonly ResourceAccess[], wanted: readonly ResourceAccess[]): ResourceAccess[] {
  const joined = wanted.map(({ resourceAppId, resourceAccess }) => {
    const before = known.find((item) => item.resourceAppId === resourceAppId)?.resourceAccess ?? [];
    const missing = resourceAccess.filter(({ id }) => !before.some((item) => item.id === id));
    return { resourceAppId, resourceAccess: [...before, ...missing] };
  });
  // In the order of before, so that nothing differs where nothing is missing.
  return [
    ...known.map((item) => joined.find(({ resourceAppId }) => resourceAppId === item.resourceAppId) ?? item),
    ...joined.filter((item) => !known.some(({ resourceAppId }) => resourceAppId === item.resourceAppId)),
  ];
}
