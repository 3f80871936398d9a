import type { RequestListener } from 'node:http';
import path from 'node:path';
import { systemClock } from '../base/clock';
import { newUuid } from '../base/ids';
import { systemRandom } from '../base/random';
import type { DirectorySettings } from './graph/directorySettings';
import type { GraphEmulator } from './graph/graphEmulator';
import { registerApp } from './identity/appRegistration';
import type { IdentityProvider } from './identity/identityProvider';
import type { Consent } from './identity/consent';
import { openIssuerKeys } from './identity/issuerKeys';
import { createLoginSessions } from './identity/loginSessions';
import { projectFolder } from './projectFolder';
import { createGraphSite } from './server/graphSite';
import type { GraphRequestRecord } from './server/graphSite';
import { createHostSite } from './server/hostSite';
import { listenBlock } from './server/listenBlock';
import type { ListeningBlock } from './server/listenBlock';
import { createLoginSite } from './server/loginSite';
import { nodeListener } from './server/nodeServer';
import { originSets, originsOfSite } from './server/origins';
import type { OriginSets } from './server/origins';
import type { Origins, Site, SiteName } from './server/siteTypes';
import { serveFolder } from './server/staticFiles';
import type { ServeFile } from './server/staticFiles';
import { createTabSite } from './server/tabSite';
import type { OwnedProducts } from './tenant/ownedProducts';
import type { Tenant } from './tenant/tenant';
import { words } from './words';
import { createEnvironment } from './environment';
import type { Environment } from './environment';

export interface SandboxOptions {
  /** First of four ports in a row; 0 takes any free ones. Default 0. A busy block is stepped over. */
  readonly port?: number;
  /** Number of people in the tenant, 200 to 300,000. Default 1,000. */
  readonly users?: number;
  /** Products of the tenant; default those that tests know. */
  readonly owned?: OwnedProducts;
  /** Behavior of the directory at the start; default without trouble. */
  readonly settings?: Partial<DirectorySettings>;
  /** Folder in which the tenant and the signing key live; default: in memory only. */
  readonly folder?: string;
  /** True to discard the stored changes of the tenant; default false. */
  readonly fresh?: boolean;
  /** True to use names under `localhost` (default), false for ports of plain `localhost` in `origins`. */
  readonly useNames?: boolean;
  /** Server of a built program, `app` or `sandbox`; default: as it was last built for production. */
  readonly serveProgram?: (program: string) => ServeFile;
}

/** A running sandbox. */
export interface Sandbox {
  /** The one address to open. */
  readonly address: string;
  readonly origins: Origins;
  /** Current tenant; a change of its size replaces it. */
  readonly tenant: Tenant;
  readonly emulator: GraphEmulator;
  /** Permissions that the tenant's people agreed to. */
  readonly consent: Consent;
  /** Messages for the user who started it, such as busy ports. */
  readonly notes: readonly string[];
  close(): Promise<void>;
}

function notesOf(block: ListeningBlock, tenant: Tenant): readonly string[] {
  const [first] = block.steppedOver;
  const last = block.steppedOver.at(-1);
  const busy =
    first === undefined || last === undefined
      ? []
      : [words.terminal.portsBusy(first, last + 3, block.ports.host)];
  return [...busy, ...(tenant.note === undefined ? [] : [tenant.note])];
}

async function openEnvironment(options: SandboxOptions, origins: OriginSets): Promise<Environment> {
  return createEnvironment({
    users: options.users ?? 1000,
    fresh: options.fresh ?? false,
    owned: options.owned,
    settings: options.settings,
    folder: options.folder,
    keys: await openIssuerKeys(options.folder),
    app: registerApp(originsOfSite(origins, 'tab')),
    clock: systemClock,
    random: systemRandom,
    newId: newUuid,
  });
}

const serveBuilt = (program: string): ServeFile => serveFolder(path.join(projectFolder, 'dist', program));

function createSites(
  environment: Environment,
  origins: OriginSets,
  filesOf: (program: string) => ServeFile,
): Readonly<Record<SiteName, Site>> {
  const requests: GraphRequestRecord[] = [];
  const provider = (): IdentityProvider => environment.provider;
  const sessions = createLoginSessions(systemClock, newUuid);
  return {
    host: createHostSite({ origins, environment, requests, files: filesOf('sandbox') }),
    tab: createTabSite({ origins, provider, files: filesOf('app') }),
    graph: createGraphSite(() => environment.emulator, systemClock, requests),
    login: createLoginSite({ provider, sessions, clock: systemClock, newId: newUuid }),
  };
}

/**
 * Starts the four sites over one tenant and serves the app as it was last built.
 * Throws where no ports are free or `users` is out of range.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const block = await listenBlock(options.port ?? 0);
  const origins = originSets(block.ports);
  const environment = await openEnvironment(options, origins).catch(async (thrown: unknown) => {
    await block.close();
    throw thrown;
  });
  const sites = createSites(environment, origins, options.serveProgram ?? serveBuilt);
  const listenerOf = (name: SiteName): RequestListener => nodeListener(sites[name], name, origins);
  block.serve({
    host: listenerOf('host'),
    tab: listenerOf('tab'),
    graph: listenerOf('graph'),
    login: listenerOf('login'),
  });
  return {
    address: `${origins.plain.host}/`,
    origins: options.useNames === false ? origins.plain : origins.named,
    notes: notesOf(block, environment.tenant),
    get tenant() {
      return environment.tenant;
    },
    get emulator() {
      return environment.emulator;
    },
    get consent() {
      return environment.provider.consent;
    },
    close: async () => {
      await block.close();
      environment.close();
    },
  };
}
