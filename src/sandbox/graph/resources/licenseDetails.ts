import { ok } from '../call';
import { contextOf } from '../collection';
import type { Route } from '../route';
import { scopeRules } from '../scopes';
import { licenseDetailsOf } from './licenseShapes';
import { pick } from './pick';
import { userOf } from './users';

/** Graph: list a user's licenseDetails. */
export const licenseDetailRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/users/{user}/licenseDetails',
    scopes: scopeRules.readLicenseDetails,
    isForGuests: true,
    cost: 2,
    handle: (call) => {
      const user = userOf(call);
      return ok({
        '@odata.context': contextOf(call, `users('${user.id}')/licenseDetails`),
        value: licenseDetailsOf(user, call.tenant).map((detail) =>
          pick(detail, call.query.select, 'licenseDetails'),
        ),
      });
    },
  },
];
