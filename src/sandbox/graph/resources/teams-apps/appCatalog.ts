import { teamsApps } from '../../../tenant/teamsApps';
import type { Answer, Call } from '../../call';
import { ok } from '../../call';
import { contextOf } from '../../collection';
import type { FilterRule } from '../../odata/checkFilter';
import type { Route } from '../../route';
import { pick } from '../pick';
import { expandedNames, plainListAnswer, refuseOrders } from '../plainList';
import { teamsAppRefusals } from './teamsAppRefusals';
import { teamsAppScopes } from './teamsAppScopes';
import { teamsAppShape } from './teamsAppShapes';

const text: FilterRule = { always: ['eq', 'ne', 'in', 'startsWith', 'not'], advanced: [] };

function listApps(call: Call): Answer {
  refuseOrders(call.query, []);
  const expanded = expandedNames(call.query, ['appDefinitions']);
  return plainListAnswer(call, {
    rows: teamsApps,
    write: (app) => teamsAppShape(app, expanded),
    filters: { id: text, externalId: text, displayName: text, distributionMethod: text },
    entitySet: 'appCatalogs/teamsApps',
    typeName: 'teamsApp',
  });
}

function getApp(call: Call): Answer {
  const app = teamsApps.find(({ id }) => id === call.parameters['app']?.toLowerCase());
  if (!app) throw teamsAppRefusals.notFound('The app');
  const shape = teamsAppShape(app, expandedNames(call.query, ['appDefinitions']));
  return ok({
    '@odata.context': contextOf(call, 'appCatalogs/teamsApps', true),
    ...pick(shape, call.query.select, 'teamsApp'),
  });
}

const base = { method: 'GET', scopes: teamsAppScopes.catalogue, isForGuests: true, cost: 1 } as const;

/** Graph: list teamsApps of the organization's catalogue, get teamsApp. */
export const appCatalogRoutes: readonly Route[] = [
  { ...base, path: '/appCatalogs/teamsApps', handle: listApps },
  { ...base, path: '/appCatalogs/teamsApps/{app}', handle: getApp },
];
