import type { FaultKey } from '../faultChoices';
import { personaOf } from '../identity/identityProvider';
import catalogue from '../tenant/catalogue.json';
import { StoreFailure } from '../tenant/storeFailure';
import type { Environment } from '../environment';
import { answerSwitches } from './adminSwitches';
import type { GraphRequestRecord } from './graphSite';
import { jsonBody } from './jsonBody';
import { jsonResponse } from './responses';
import type { Origins, SiteRequest, SiteResponse } from './siteTypes';

interface AdminContext {
  readonly environment: Environment;
  readonly requests: readonly GraphRequestRecord[];
  /** The origins of the set that the caller uses. */
  readonly local: Origins;
}

/** One account as the bar shows it. */
export interface StatePerson {
  readonly key: string;
  readonly userId: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
}

/** State of the environment for the host page. */
export interface SandboxState {
  readonly tenantId: string;
  readonly clientId: string;
  readonly people: readonly StatePerson[];
  readonly users: number;
  /** Sizes that the bar offers. */
  readonly sizes: readonly number[];
  readonly faults: readonly FaultKey[];
  readonly tabOrigin: string;
}

/** Somebody found by the host's people picker, as teams-js's `people.selectPeople` gives it. */
export interface PickedPerson {
  readonly objectId: string;
  readonly displayName: string;
  readonly email: string;
}

/** Catalogue entry of a Teams app; empty if there is none. */
export interface CatalogueApp {
  readonly name?: string;
}

const sizes = [200, 1_000, 10_000, 100_000];

function stateOf({ environment, local }: AdminContext): SandboxState {
  const people = environment.provider.personas.map(({ key, userId, displayName, userPrincipalName }) => ({
    key,
    userId,
    displayName,
    userPrincipalName,
  }));
  return {
    tenantId: environment.provider.tenantId,
    clientId: environment.provider.app.clientId,
    people,
    users: environment.users,
    sizes: [...new Set([...sizes, environment.users])].sort((a, b) => a - b),
    faults: environment.faults,
    tabOrigin: local.tab,
  };
}

/** Searches as the host itself would: through Graph, in the name of the person who is signed in. */
async function searchPeople(
  { environment, local }: AdminContext,
  query: URLSearchParams,
): Promise<readonly PickedPerson[]> {
  const { provider, emulator } = environment;
  const persona = personaOf(provider, query.get('person') ?? '');
  const text = (query.get('q') ?? '').replace(/["\\]/g, '');
  if (!persona || text === '') return [];
  const scopes = ['User.Read.All'];
  const { accessToken } = await provider.issuer.mint({ persona, clientId: provider.app.clientId, scopes });
  const search = encodeURIComponent(`"displayName:${text}"`);
  const answer = await emulator.handle({
    method: 'GET',
    url: `${local.graph}/v1.0/users?$search=${search}&$select=id,displayName,userPrincipalName&$top=8`,
    headers: { authorization: `Bearer ${accessToken}`, consistencylevel: 'eventual' },
  });
  if (answer.status !== 200) throw new Error(`Graph answered ${answer.status} to the people picker`);
  const { value } = JSON.parse(String(answer.body)) as {
    value: { id: string; displayName: string; userPrincipalName: string }[];
  };
  return value.map((user) => ({
    objectId: user.id,
    displayName: user.displayName,
    email: user.userPrincipalName,
  }));
}

/** Names the app of an install dialog, as a store would, from the catalogue of the local tenant's products. */
function findApp(query: URLSearchParams): CatalogueApp {
  const entries: readonly CatalogueItem[] = catalogue.entries;
  const found = entries.find(({ installTarget }) => installTarget?.teamsAppId === query.get('id'));
  return found ? { name: found.name } : {};
}

interface CatalogueItem {
  readonly name: string;
  readonly installTarget?: { readonly teamsAppId?: string };
}

function changeTenant({ environment }: AdminContext, request: SiteRequest): SiteResponse {
  const { users = environment.users, fresh = false } = jsonBody(request);
  if (typeof users !== 'number' || !Number.isInteger(users) || users < 200 || users > 300_000) {
    return jsonResponse({ error: 'users: a whole number from 200 to 300000 is needed' }, 400);
  }
  try {
    environment.reopen(users, fresh === true);
  } catch (thrown) {
    if (thrown instanceof StoreFailure) return jsonResponse({ error: thrown.message }, 409);
    throw thrown;
  }
  return jsonResponse({ users: environment.users });
}

/** Answers `/sandbox/api/*`: what the bar shows and changes, and what tests ask for. */
export async function answerAdmin(request: SiteRequest, context: AdminContext): Promise<SiteResponse> {
  const url = new URL(request.url);
  const name = `${request.method} ${url.pathname.slice('/sandbox/api/'.length)}`;
  const answer =
    answerSwitches(name, request, context.environment) ??
    answerChecks(name, url.searchParams, context.environment, context.requests);
  if (answer) return answer;
  switch (name) {
    case 'GET state':
      return jsonResponse(stateOf(context));
    case 'GET people':
      return jsonResponse(await searchPeople(context, url.searchParams));
    case 'GET app':
      return jsonResponse(findApp(url.searchParams));
    case 'POST tenant':
      return changeTenant(context, request);
    case 'POST settle':
      context.environment.emulator.settle();
      return jsonResponse({ settled: true });
    default:
      return jsonResponse({ error: `The sandbox has no ${request.method} ${url.pathname}` }, 404);
  }
}

/** Answers what a client's report is compared with; `undefined` for every other request. */
function answerChecks(
  name: string,
  query: URLSearchParams,
  { tenant, emulator }: Environment,
  requests: readonly GraphRequestRecord[],
): SiteResponse | undefined {
  const after = Number(query.get('after') ?? -1);
  switch (name) {
    // The name that scripts for earlier versions use.
    case 'GET truth':
    case 'GET ground-truth':
      return jsonResponse(tenant.groundTruth());
    case 'GET requests':
      return jsonResponse(requests.filter(({ number }) => number > after));
    case 'GET writes':
      return jsonResponse(emulator.writes.entries().slice(after + 1));
    case 'GET injected':
      return jsonResponse(emulator.faults.injected().slice(after + 1));
    case 'GET checks':
      return jsonResponse({
        writes: emulator.writes.entries().length,
        injected: emulator.faults.injected().length,
        doubleEffects: emulator.writes.doubleEffects(),
        seatViolations: emulator.writes.seatViolations(),
      });
    default:
      return undefined;
  }
}
