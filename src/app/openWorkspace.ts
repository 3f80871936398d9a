import type { QueryClient } from '@tanstack/react-query';
import type { TokenSource } from '../auth/tokenSource';
import { systemClock } from '../base/clock';
import { createGraph } from '../graph/createGraph';
import type { Host } from '../host/types';
import { createPipeline } from '../http/createPipeline';
import type { Send } from '../http/types';
import { parseProductKey } from '../licensing/keys';
import { openBrowserStorage } from '../storage/browserStorage';
import { openDecisionStore } from '../storage/decisions';
import type { DecisionStore, PersonalStoreOptions } from '../storage/decisions';
import { createQueryClient } from '../ui/queries/createQueryClient';
import { ownedProductsOptions } from '../ui/queries/ownedProducts';
import type { Diagnostics } from '../ui/diagnostics';
import type { Services } from '../ui/services';
import { adminConsentUrl } from './adminConsentUrl';
import { appVersion } from './appVersion';
import type { RuntimeConfig } from './config/runtimeConfig';
import { createQuotaStore } from './createQuotaStore';
import { createLinks } from './createLinks';
import { createLateDirectory } from './late/createLateDirectory';
import { createLateJobs } from './late/createLateJobs';
import { createLateLicensing } from './late/createLateLicensing';
import { importLateServices } from './late/importLateServices';
import { lateMethods } from './late/lateMethods';
import type { LateServiceParts, LateServices } from './late/openLateServices';
import { loadOnce } from './late/loadOnce';
import { loadCatalogue } from './loadCatalogue';
import { ownerOf } from './ownerOf';
import { rememberRefusal } from './rememberRefusal';
import { saveFile } from './saveFile';

/** Everything that the pages work with. */
export interface Workspace {
  readonly services: Services;
  readonly queryClient: QueryClient;
  /** Fetches what the start did without, before a person asks for it; harmless when called again. */
  readonly loadRest: () => void;
}

/** What the workspace is made of. */
export interface WorkspaceParts {
  readonly config: RuntimeConfig;
  readonly host: Host;
  readonly tokenSource: TokenSource;
  /** Puts requests on the wire. */
  readonly send: Send;
  readonly diagnostics: Diagnostics;
}

/**
 * Binds the interfaces of the screens to their implementations and reads who is signed in.
 * Rejects with AppError as the directory and the catalogue do.
 */
export async function openWorkspace(parts: WorkspaceParts): Promise<Workspace> {
  const { config, host, tokenSource, send, diagnostics } = parts;
  const { logger } = diagnostics;
  const tokens = rememberRefusal(tokenSource);
  // Known with the first token, where the configuration does not name it.
  const tenantId = (): string | undefined =>
    config.tenant.mode === 'single' ? config.tenant.id : tokenSource.account()?.tenantId;
  const storage = openBrowserStorage();
  const graph = createGraph({
    graphUrl: config.graphUrl,
    send: createPipeline({ send, getToken: tokens.getToken, logger }),
    share: createQuotaStore(tenantId, storage),
    isOnline: () => navigator.onLine,
    logger,
  });
  const account = (): ReturnType<TokenSource['account']> => tokenSource.account();
  const personal = (): PersonalStoreOptions => ({
    storage,
    owner: ownerOf(account()),
    clock: systemClock,
    migrateKey: parseProductKey,
  });
  let opened: DecisionStore | undefined;
  // Called after the first token alone, which tells whose decisions they are.
  const decisions = (): DecisionStore => (opened ??= openDecisionStore(personal()));
  const { getToken } = tokens;
  const late = lateServices({ graph, account, me: () => me, getToken, logger, personal, decisions });
  const directory = createLateDirectory(
    graph,
    () => account()?.roleTemplateIds ?? [],
    async () => (await late.load()).directory,
  );
  const licensing = createLateLicensing(
    graph,
    async () => (await late.load()).licensing,
    () => late.loaded()?.licensing,
  );
  const jobs = createLateJobs(async () => (await late.load()).jobs, systemClock);
  const queryClient = createQueryClient();
  // Read along with the person, since every page needs it; a failure shows where the page reads it again.
  void queryClient.prefetchQuery(ownedProductsOptions(licensing));
  const [me, { catalogue, catalogueError }] = await Promise.all([
    directory.readMe(),
    loadCatalogue(send, config.catalogueUrl),
  ]);
  const services: Services = {
    me,
    licensing,
    directory,
    catalogue,
    catalogueError,
    choices: decisions(),
    clock: systemClock,
    jobs,
    tables: lateMethods(async () => (await late.load()).tables, ['read', 'readAgain', 'entries']),
    timeForChanges: (count) => graph.timeForWrites(count),
    openRecentChanges: async () => (await late.load()).recentChanges,
    openKeptData: async () => (await late.load()).keptData,
    appVersion,
    unknownSettings: config.unknownSettings ?? [],
    saveFile,
    ...createLinks(host, catalogue.linkHosts),
    askConsent: () => tokens.ask(),
    adminConsentUrl: adminConsentUrl(config, tenantId()),
  };
  return {
    services,
    queryClient,
    loadRest() {
      void jobs.wake();
      // Loads its code while there is a connection, since it is asked for when something has failed.
      void diagnostics.collect();
    },
  };
}

/** Opens the services that no start needs with the first call, and gives them once they are there. */
function lateServices(parts: LateServiceParts) {
  let services: LateServices | undefined;
  const load = loadOnce(async () => (services = (await importLateServices()).openLateServices(parts)));
  return { load, loaded: () => services };
}
