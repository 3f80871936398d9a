/** Properties of the bodies that the service reads. */
const known: readonly string[] = [
  'addLicenses',
  'allotment@odata.bind',
  'assignedTo@odata.bind',
  'description',
  'disabledPlans',
  'disabledServicePlanIds',
  'displayName',
  'groupIds',
  'groupTypes',
  'ids',
  'isAssignableToRole',
  'mailEnabled',
  'mailNickname',
  'members@odata.bind',
  'membershipRule',
  'removeLicenses',
  'securityEnabled',
  'securityEnabledOnly',
  'skuId',
  'teamsApp@odata.bind',
  'types',
  'usageLocation',
  'visibility',
];

const byLowerCase = new Map(known.map((name) => [name.toLowerCase(), name]));

/**
 * Writes the names in a body as the service writes them: clients made from its metadata in languages that begin names with
 * a capital, such as PowerShell, send `AddLicenses`. Inferred: that case means nothing in any body.
 */
export function withServiceNames(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withServiceNames);
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      byLowerCase.get(name.toLowerCase()) ?? name,
      withServiceNames(value),
    ]),
  );
}
