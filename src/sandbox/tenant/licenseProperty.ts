import type { AuditedProperty } from './auditRow';
import type { SkuRow, UserRow } from './rows';

/**
 * What changed in the licenses in effect, in the log's own notation (a text in brackets for each license); empty when
 * nothing did, as when one path takes the place of another.
 */
export function licenseProperty(
  old: UserRow,
  user: UserRow,
  sku: (skuId: string) => SkuRow | undefined,
): AuditedProperty[] {
  const [oldValue, newValue] = [textOf(old, sku), textOf(user, sku)];
  return oldValue === newValue ? [] : [{ displayName: 'AssignedLicense', oldValue, newValue }];
}

function textOf(user: UserRow, sku: (skuId: string) => SkuRow | undefined): string {
  const lines = user.licenses
    .filter(({ state }) => state === 'Active')
    .map(
      ({ skuId, disabledPlans }) =>
        `[SkuName=${sku(skuId)?.partNumber ?? ''}, SkuId=${skuId}, DisabledPlans=[${disabledPlans.join(', ')}]]`,
    );
  return JSON.stringify([...new Set(lines)].sort());
}
