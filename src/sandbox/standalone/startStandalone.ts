import type { Server } from 'node:http';
import { systemClock } from '../../base/clock';
import { newUuid } from '../../base/ids';
import { systemRandom } from '../../base/random';
import { noQuota, publishedQuota } from '../graph/quota/quotaSettings';
import { registerApp } from '../identity/appRegistration';
import { openIssuerKeys } from '../identity/issuerKeys';
import { createLoginSessions } from '../identity/loginSessions';
import { createGraphSite } from '../server/graphSite';
import type { GraphRequestRecord } from '../server/graphSite';
import { closeServer, isPortTaken, listenOnLoopback } from '../server/listenOnLoopback';
import { createLoginSite } from '../server/loginSite';
import { nodeListener } from '../server/nodeServer';
import { originSets, originsOfSite } from '../server/origins';
import { words } from '../words';
import { createEnvironment } from '../environment';
import type { Environment } from '../environment';
import { createStandaloneSite } from './standaloneSite';

/** Options of Graph and its sign-in without the app. */
interface StandaloneOptions {
  /** 0 takes any free one. */
  readonly port: number;
  /** Number of people in the tenant, 200 to 300,000. */
  readonly users: number;
  /** Folder in which the tenant and the signing key live; default: in memory only. */
  readonly folder?: string;
  /** True to discard the stored changes of the tenant; default false. */
  readonly fresh?: boolean;
  /** Seed of the tenant's generator; default 1. */
  readonly seed?: number;
  /** True to enforce the published quotas from the start; default true. */
  readonly hasQuota?: boolean;
}

/** A running Graph. */
export interface Standalone {
  /** Address of Graph; the page is at `/sandbox` below it. */
  readonly address: string;
  readonly environment: Environment;
  close(): Promise<void>;
}

async function listen(port: number): Promise<{ port: number; servers: Server[] }> {
  const servers: Server[] = [];
  try {
    return { port: await listenOnLoopback(port, servers), servers };
  } catch (thrown) {
    await Promise.all(servers.map(closeServer));
    throw isPortTaken(thrown) ? new Error(words.standalone.portBusy(port), { cause: thrown }) : thrown;
  }
}

/** Starts Graph, sign-in and their page on one port. Rejects where the port is taken or `users` is out of range. */
export async function startStandalone(options: StandaloneOptions): Promise<Standalone> {
  const { users, folder, fresh = false, seed, hasQuota = true } = options;
  const { port, servers } = await listen(options.port);
  const closeServers = async (): Promise<void> => void (await Promise.all(servers.map(closeServer)));
  try {
    const origins = originSets({ host: port, tab: port, graph: port, login: port });
    const environment = createEnvironment({
      users,
      fresh,
      folder,
      seed,
      quota: hasQuota ? publishedQuota : noQuota,
      keys: await openIssuerKeys(folder),
      app: registerApp(originsOfSite(origins, 'graph')),
      clock: systemClock,
      random: systemRandom,
      newId: newUuid,
    });
    const requests: GraphRequestRecord[] = [];
    const site = createStandaloneSite({
      environment,
      origins,
      requests,
      graph: createGraphSite(() => environment.emulator, systemClock, requests),
      login: createLoginSite({
        provider: () => environment.provider,
        sessions: createLoginSessions(systemClock, newUuid),
        clock: systemClock,
        newId: newUuid,
      }),
    });
    for (const server of servers) server.on('request', nodeListener(site, 'graph', origins));
    const close = async (): Promise<void> => {
      await closeServers();
      environment.close();
    };
    return { address: origins.plain.graph, environment, close };
  } catch (thrown) {
    await closeServers();
    throw thrown;
  }
}
