import { graphTime } from '../../tenant/daysFrom';
import type { GroupLicense, GroupRow, UserRow } from '../../tenant/rows';
import type { Call } from '../call';
import { badRequest } from '../graphRefusal';
import { changeUserLicenses } from './changeUserLicenses';
import type { LicenseRequest } from './licenseRequest';

/** Changes the licenses that the directory has of a user, immediately. Throws GraphRefusal for refused changes. */
export function saveUserInDirectory(call: Call, user: UserRow, request: LicenseRequest): UserRow {
  const changed = changeUserLicenses(user, request, call.tenant, graphTime(call.clock.now()));
  call.tenant.save({ users: [changed] });
  return changed;
}

/** Changes the licenses of a group, and queues it so that its members follow. Throws as {@link saveUserInDirectory}. */
export function saveGroupInDirectory(call: Call, group: GroupRow, request: LicenseRequest): GroupRow {
  const changed: GroupRow = {
    ...group,
    licenses: changeGroupLicenses(group, request),
    processing: 'QueuedForProcessing',
    nextStepAt: call.clock.now() + call.groupProcessingDelayInMs,
  };
  call.tenant.save({ groups: [changed] });
  return changed;
}

/** Inferred: the sentences for a group that cannot carry licenses and for a SKU that it does not have. */
function changeGroupLicenses(group: GroupRow, request: LicenseRequest): readonly GroupLicense[] {
  if (!group.securityEnabled)
    throw badRequest(`Licenses cannot be assigned to group ${group.id} because it is not a security group.`);
  if (request.remove.some((skuId) => !group.licenses.some((license) => license.skuId === skuId)))
    throw badRequest('Group does not have a corresponding license.');
  const kept = group.licenses.filter(
    ({ skuId }) => !request.remove.includes(skuId) && !request.add.some((license) => license.skuId === skuId),
  );
  return [...kept, ...request.add];
}
