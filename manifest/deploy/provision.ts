import { clouds } from '../clouds';
import type { Deployment } from '../deployment';
import { identifierUriOf } from '../entraApp';
import type { EntraApp } from '../entraApp';
import { graphAppId, permissionIds } from '../permissions';
import { words } from '../words';
import { changesOf } from './changesOf';
import type { KnownApp } from './changesOf';
import { connectGraph } from './graphCalls';
import type { GraphCalls } from './graphCalls';
import { signInByBrowser, signInByDeviceCode } from './signIn';
import type { SignInOptions } from './signIn';

/** Ways to reach Entra, and choices about what is done there. */
export interface ProvisionTools extends Pick<SignInOptions, 'openPage' | 'wait' | 'print'> {
  /** Application id of the public client to sign in to; default {@link graphCommandLineTools}. */
  readonly publicClientId?: string;
  /** Origins of another sign-in service and Graph than those of the deployment's cloud. */
  readonly authority?: string;
  readonly graphUrl?: string;
  /** True to sign in by a code typed on another device; default false, since many organizations block it. */
  readonly usesDeviceCode?: boolean;
  /** True to leave the consent to an administrator; default false. */
  readonly leavesConsent?: boolean;
}

/** Microsoft's own public client for scripts against Graph (Graph: Microsoft Graph Command Line Tools). */
const graphCommandLineTools = '14d82eec-204b-4c2f-b7e8-296a70dab67e';

/** The permissions that creating a registration and consenting take (Graph: permissions reference). */
const scopes = ['Application.ReadWrite.All', 'DelegatedPermissionGrant.ReadWrite.All'];

/** A registration to create or update. */
interface Wanted {
  readonly deployment: Deployment;
  readonly app: EntraApp;
  /** Organization to sign in to. */
  readonly tenant: string;
  /** Id of the organization to which the client id of the deployment belongs; undefined where any may have it. */
  readonly ownerId?: string | undefined;
}

/**
 * Creates the registration, its service principal and the consent of the organization, or changes what differs, and prints each step.
 * Throws Error with the sentence of the sign-in service or of Graph.
 */
export async function provision(
  wanted: Wanted,
  tools: ProvisionTools,
): Promise<Required<Pick<Deployment, 'clientId' | 'tenantId'>>> {
  const { print } = tools;
  const cloud = clouds[wanted.deployment.cloud];
  const { authority = cloud.signIn, graphUrl = cloud.graph } = tools;
  const { publicClientId = graphCommandLineTools } = tools;
  print(words.signingIn(wanted.tenant, publicClientId, scopes));
  const signIn = tools.usesDeviceCode === true ? signInByDeviceCode : signInByBrowser;
  const { accessToken, tenantId } = await signIn({ ...tools, ...wanted, authority, publicClientId, scopes });
  const graph = connectGraph({ graphUrl, accessToken, wait: tools.wait });

  const known = await findApp(graph, ofOrganization(wanted, tenantId, print));
  const clientId = known?.appId ?? (await createApp(graph, wanted.app, print));
  await updateApp(graph, wanted, known ?? (await readApp(graph, clientId)), print);
  const principalId = await ensurePrincipal(graph, clientId, print);
  if (tools.leavesConsent === true) print(words.consentLeft);
  else await ensureConsent(graph, principalId, print);
  return { clientId, tenantId };
}

type Print = ProvisionTools['print'];

/** Leaves out a client id that belongs to another organization than the one that was signed in to. */
function ofOrganization(wanted: Wanted, tenantId: string, print: Print): Wanted {
  const { clientId, ...deployment } = wanted.deployment;
  const { ownerId = tenantId } = wanted;
  if (clientId === undefined || ownerId === tenantId) return wanted;
  print(words.otherOwner(clientId, ownerId));
  return { ...wanted, deployment };
}

const appPath = (clientId: string): string => `/applications(appId='${clientId}')`;

/**
 * Finds the registration by the client id, or by its name and one of its redirect addresses. Throws Error where the id is unknown or
 * several fit.
 */
async function findApp(graph: GraphCalls, { deployment, app }: Wanted): Promise<KnownApp | undefined> {
  if (deployment.clientId !== undefined) return readApp(graph, deployment.clientId);
  const named = await graph.list<KnownApp>(`/applications?$filter=displayName eq '${app.displayName}'`);
  const isForDomain = ({ spa }: KnownApp): boolean =>
    spa.redirectUris.some((uri) => uri === app.spa.redirectUris[0]);
  const [found, ...others] = named.filter(isForDomain);
  if (others.length > 0) throw new Error(words.severalApps(named.map(({ appId }) => appId)));
  return found;
}

const readApp = (graph: GraphCalls, clientId: string): Promise<KnownApp> =>
  graph.whenReplicated<KnownApp>('GET', appPath(clientId));

async function createApp(graph: GraphCalls, app: EntraApp, print: Print): Promise<string> {
  const { appId } = await graph.send<KnownApp>('POST', '/applications', app);
  print(words.createdApp(app.displayName, appId));
  return appId;
}

async function updateApp(graph: GraphCalls, wanted: Wanted, known: KnownApp, print: Print): Promise<void> {
  const changes = changesOf(known, wanted.app, identifierUriOf(wanted.deployment, known.appId));
  const names = Object.keys(changes);
  if (names.length === 0) return print(words.appUnchanged(known.appId));
  await graph.whenReplicated('PATCH', appPath(known.appId), changes);
  print(words.changedApp(known.appId, names));
}

interface Principal {
  readonly id: string;
}

/** Finds or creates the service principal, by which the organization knows the app; gives its id. */
async function ensurePrincipal(graph: GraphCalls, clientId: string, print: Print): Promise<string> {
  const known = await graph.find<Principal>(`/servicePrincipals(appId='${clientId}')`);
  if (known) {
    print(words.principalUnchanged);
    return known.id;
  }
  const made = await graph.whenReplicated<Principal>('POST', '/servicePrincipals', { appId: clientId });
  print(words.createdPrincipal);
  return made.id;
}

interface PermissionGrant {
  readonly id: string;
  readonly scope: string;
}

/** Consents for everyone in the organization to what the registration names; consents to other permissions stay. */
async function ensureConsent(graph: GraphCalls, principalId: string, print: Print): Promise<void> {
  const { id: resourceId } = await graph.send<Principal>('GET', `/servicePrincipals(appId='${graphAppId}')`);
  const filter = `clientId eq '${principalId}' and resourceId eq '${resourceId}' and consentType eq 'AllPrincipals'`;
  const [known] = await graph.list<PermissionGrant>(`/oauth2PermissionGrants?$filter=${filter}`);
  const given = known?.scope.split(' ').filter(Boolean) ?? [];
  const missing = Object.keys(permissionIds).filter((scope) => !given.includes(scope));
  if (missing.length === 0) return print(words.consentUnchanged);
  const scope = [...given, ...missing].join(' ');
  if (known) await graph.send('PATCH', `/oauth2PermissionGrants/${known.id}`, { scope });
  else {
    const grant = { clientId: principalId, consentType: 'AllPrincipals', resourceId, scope };
    await graph.whenReplicated('POST', '/oauth2PermissionGrants', grant);
  }
  print(words.consented(missing));
}
