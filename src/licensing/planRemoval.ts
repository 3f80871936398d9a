import type { Outcome } from '../base/outcome';
import type { Principal } from '../base/principal';
import type { RemovalConsequence } from './consequences';
import type { PlannedLicenseItem } from './planItem';
import type { LicensingCode } from './types';

/** Plans the removal of one SKU from one principal, of which `judgeRemoval` said what it would do. */
export function planRemoval(
  principal: Principal,
  consequence: RemovalConsequence,
  skuId: string,
): PlannedLicenseItem {
  const { kind, id } = principal;
  const input = { principal, change: { principal: { kind, id }, add: [], remove: [skuId] } };
  const key = id.toLowerCase();
  return consequence.isSent ? { key, input } : { key, input, outcome: outcomes[consequence.kind] };
}

type Unsent = Extract<RemovalConsequence, { isSent: false }>['kind'];

const outcomes: Readonly<Record<Unsent, Outcome<LicensingCode>>> = {
  'stays-inherited': { kind: 'failed', reason: 'inherited' },
  'nothing-held': { kind: 'skipped', reason: 'already-so' },
  'not-permitted': { kind: 'failed', reason: 'not-permitted' },
};
