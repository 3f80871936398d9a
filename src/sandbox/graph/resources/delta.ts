import { deltaAnswer } from '../delta/deltaAnswer';
import type { Route } from '../route';
import { scopeRules } from '../scopes';
import { groupType } from './groupType';
import { userType } from './userType';
import { visibleUserNames } from './visibleUserNames';

const query = { extra: ['$deltatoken'] } as const;

/** Spellings of the function; generated clients use its full name. */
const spellings = ['delta', 'delta()', 'microsoft.graph.delta', 'microsoft.graph.delta()'];

/** Graph: user delta, group delta. They precede the routes of one user and one group. */
export const deltaRoutes: readonly Route[] = spellings.flatMap((name): Route[] => [
  {
    method: 'GET',
    path: `/users/${name}`,
    scopes: scopeRules.usersDelta,
    cost: 2,
    query,
    handle: (call) =>
      deltaAnswer(call, {
        of: 'user',
        type: userType,
        rows: (tenant) => tenant.users,
        visible: visibleUserNames,
      }),
  },
  {
    method: 'GET',
    path: `/groups/${name}`,
    scopes: scopeRules.groupsDelta,
    cost: 1,
    query,
    handle: (call) =>
      deltaAnswer(call, {
        of: 'group',
        type: groupType,
        rows: (tenant) => tenant.groups,
        visible: (_call, names) => names,
      }),
  },
]);
