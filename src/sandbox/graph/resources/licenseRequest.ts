import { isGuid } from '../../../base/ids';
import type { Tenant } from '../../tenant/tenant';
import type { SkuRow } from '../../tenant/rows';
import { badRequest, malformedQuery } from '../graphRefusal';
import type { AssignedLicenseShape } from './licenseShapes';

/** A body of assignLicense that names only SKUs of the tenant. */
export interface LicenseRequest {
  readonly add: readonly AssignedLicenseShape[];
  readonly remove: readonly string[];
}

/**
 * Reads the body of assignLicense, for a user or a group.
 * Throws GraphRefusal 400: a missing array, an id that is no GUID, a SKU that the organization does not own.
 */
export function readLicenseRequest(body: unknown, tenant: Tenant): LicenseRequest {
  const { addLicenses, removeLicenses } = asRecord(body);
  const missing = Object.entries({ addLicenses, removeLicenses }).filter(
    ([, value]) => !Array.isArray(value),
  );
  if (missing.length > 0)
    throw badRequest(
      `One or more parameters of the operation 'assignLicense' are missing from the request payload. The missing parameters are: ${missing.map(([name]) => name).join(', ')}.`,
    );
  const add = (addLicenses as unknown[]).map((item) => readAdd(item));
  const remove = (removeLicenses as unknown[]).map(readGuid);
  for (const skuId of [...add.map((license) => license.skuId), ...remove])
    if (!tenant.sku(skuId))
      throw badRequest(`License ${skuId} does not correspond to a valid company License.`);
  checkInferred({ add, remove }, tenant);
  return { add, remove };
}

function readAdd(item: unknown): AssignedLicenseShape {
  const { skuId, disabledPlans = [], ...others } = asRecord(item);
  const [unknown] = Object.keys(others).filter((name) => !name.startsWith('@'));
  if (unknown !== undefined)
    throw malformedQuery(
      `The property '${unknown}' does not exist on type 'microsoft.graph.assignedLicense'.`,
    );
  return {
    skuId: readGuid(skuId),
    disabledPlans: Array.isArray(disabledPlans) ? disabledPlans.map(readGuid) : [],
  };
}

function readGuid(value: unknown): string {
  if (typeof value === 'string' && isGuid(value)) return value.toLowerCase();
  throw badRequest(
    "Cannot convert a primitive value to the expected type 'Edm.Guid'. See the inner exception for more details",
  );
}

/** Inferred: that these are refused is sure, their words are this sandbox's own. */
function checkInferred({ add, remove }: LicenseRequest, tenant: Tenant): void {
  const named = [...add.map(({ skuId }) => skuId), ...remove];
  const twice = named.find((skuId, place) => named.indexOf(skuId) < place);
  if (twice !== undefined) throw badRequest(`License ${twice} is named more than once.`);
  for (const { skuId, disabledPlans } of add) {
    const sku = tenant.sku(skuId) as SkuRow;
    if (sku.appliesTo === 'Company')
      throw badRequest(`License ${skuId} applies to the organization and cannot be assigned.`);
    const stranger = disabledPlans.find((id) => !sku.plans.some((plan) => plan.id === id));
    if (stranger !== undefined) throw badRequest(`Service plan ${stranger} is not part of license ${skuId}.`);
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
