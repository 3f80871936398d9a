import { assignLicenseRoutes } from './resources/assignLicense';
import { groupMemberRoutes } from './resources/groupMembers';
import { groupRoutes } from './resources/groups';
import { licenseDetailRoutes } from './resources/licenseDetails';
import { membershipRoutes } from './resources/memberships';
import { organizationRoutes } from './resources/organization';
import { photoRoutes } from './resources/photos';
import { subscribedSkuRoutes } from './resources/subscribedSkus';
import { subscriptionRoutes } from './resources/subscriptions';
import { updateUserRoutes } from './resources/updateUser';
import { userRoutes } from './resources/users';
import type { Route } from './route';

/** Everything that the emulator serves under v1.0, besides `$batch`. */
export const routes: readonly Route[] = [
  ...userRoutes,
  ...updateUserRoutes,
  ...membershipRoutes,
  ...licenseDetailRoutes,
  ...photoRoutes,
  ...groupRoutes,
  ...groupMemberRoutes,
  ...assignLicenseRoutes,
  ...subscribedSkuRoutes,
  ...subscriptionRoutes,
  ...organizationRoutes,
];
