import { appRegistrationRoutes } from './resources/appRegistrations';
import { assignLicenseRoutes } from './resources/assignLicense';
import { cloudAdminRoutes } from './resources/beta/cloudAdmin';
import { cloudPrincipalRoutes } from './resources/beta/cloudPrincipals';
import { usageRightRoutes } from './resources/beta/usageRights';
import { appCatalogRoutes } from './resources/teams-apps/appCatalog';
import { installedAppRoutes } from './resources/teams-apps/installedApps';
import { auditRoutes } from './resources/audits/directoryAudits';
import { groupChangeRoutes } from './resources/changeGroups';
import { memberChangeRoutes } from './resources/changeMembers';
import { deletedItemRoutes } from './resources/deletedItems';
import { deleteUserRoutes } from './resources/deleteUser';
import { deltaRoutes } from './resources/delta';
import { directoryRoleRoutes } from './resources/directoryRoles';
import { getByIdsRoutes } from './resources/getByIds';
import { groupMemberRoutes } from './resources/groupMembers';
import { groupRoutes } from './resources/groups';
import { licenseDetailRoutes } from './resources/licenseDetails';
import { memberCheckRoutes } from './resources/memberChecks';
import { membershipRoutes } from './resources/memberships';
import { organizationRoutes } from './resources/organization';
import { peopleRoutes } from './resources/people';
import { photoRoutes } from './resources/photos';
import { subscribedSkuRoutes } from './resources/subscribedSkus';
import { subscriptionRoutes } from './resources/subscriptions';
import { updateUserRoutes } from './resources/updateUser';
import { userRoutes } from './resources/users';
import type { Route } from './route';

/** All routes of v1.0 except `$batch`. */
export const routes: readonly Route[] = [
  ...deltaRoutes,
  ...userRoutes,
  ...updateUserRoutes,
  ...deleteUserRoutes,
  ...deletedItemRoutes,
  ...peopleRoutes,
  ...membershipRoutes,
  ...memberCheckRoutes,
  ...licenseDetailRoutes,
  ...photoRoutes,
  ...groupRoutes,
  ...groupChangeRoutes,
  ...groupMemberRoutes,
  ...memberChangeRoutes,
  ...getByIdsRoutes,
  ...directoryRoleRoutes,
  ...assignLicenseRoutes,
  ...subscribedSkuRoutes,
  ...subscriptionRoutes,
  ...organizationRoutes,
  ...auditRoutes,
  ...appCatalogRoutes,
  ...installedAppRoutes,
  ...appRegistrationRoutes,
  ...usageRightRoutes,
  ...cloudAdminRoutes,
  ...cloudPrincipalRoutes,
];
