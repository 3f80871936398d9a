import type { QueryClient } from '@tanstack/react-query';
import type { TokenSource } from '../auth/tokenSource';
import { systemClock } from '../base/clock';
import { createDirectory } from '../directory/createDirectory';
import { createTableReader } from '../files/createTableReader';
import { startTableWorker } from '../files/startTableWorker';
import { createGraph } from '../graph/createGraph';
import type { Host } from '../host/types';
import { createPipeline } from '../http/createPipeline';
import type { Send } from '../http/types';
import { createGraphAdapter } from '../licensing/adapters/graph/createGraphAdapter';
import { readCatalogue } from '../licensing/catalogue/readCatalogue';
import { createQueryClient } from '../ui/queries/createQueryClient';
import { skusOptions } from '../ui/queries/skus';
import type { Services } from '../ui/services';
import { adminConsentUrl } from './adminConsentUrl';
import { createChoiceStore } from './createChoiceStore';
import type { RuntimeConfig } from './config/runtimeConfig';
import { createGovernorShare } from './createGovernorShare';
import { createLinks } from './createLinks';
import { openJobs } from './openJobs';
import { readJson } from './readJson';
import { rememberRefusal } from './rememberRefusal';
import { saveFile } from './saveFile';

/** Everything that the pages work with. */
export interface Workspace {
  readonly services: Services;
  readonly queryClient: QueryClient;
}

/** What the workspace is made of. */
export interface WorkspaceParts {
  readonly config: RuntimeConfig;
  readonly host: Host;
  readonly tokenSource: TokenSource;
  /** Puts requests on the wire. */
  readonly send: Send;
}

/**
 * Binds the interfaces of the screens to their implementations and reads who is signed in.
 * Rejects with AppError as the directory and the catalogue do.
 */
export async function openWorkspace({ config, host, tokenSource, send }: WorkspaceParts): Promise<Workspace> {
  const tokens = rememberRefusal(tokenSource);
  // Known with the first token, where the configuration does not name it.
  const tenantId = (): string | undefined =>
    config.tenant.mode === 'single' ? config.tenant.id : tokenSource.account()?.tenantId;
  const graph = createGraph({
    graphUrl: config.graphUrl,
    send: createPipeline({ send, getToken: tokens.getToken }),
    share: createGovernorShare(tenantId, () => localStorage),
  });
  const directory = createDirectory(graph, {
    tokenRoles: () => tokenSource.account()?.roleTemplateIds ?? [],
  });
  const licensing = createGraphAdapter(graph);
  const queryClient = createQueryClient();
  // Read along with the person, since every page needs it; a failure shows where the page reads it again.
  void queryClient.prefetchQuery(skusOptions(licensing));
  const [me, catalogueJson] = await Promise.all([
    directory.readMe(),
    readJson(send, config.catalogueUrl, 'catalogue-unreachable'),
  ]);
  const catalogue = readCatalogue(catalogueJson);
  const timeForChanges = (count: number): number => graph.timeForWrites(count);
  const services: Services = {
    me,
    licensing,
    directory,
    catalogue,
    choices: createChoiceStore(tenantId() ?? 'unknown', () => localStorage),
    clock: systemClock,
    jobs: openJobs({ licensing, directory, timeForChanges, account: () => tokenSource.account() }),
    tables: createTableReader(startTableWorker),
    timeForChanges,
    saveFile,
    ...createLinks(host, catalogue.linkHosts),
    askConsent: () => tokens.ask(),
    adminConsentUrl: adminConsentUrl(config, tenantId()),
  };
  return { services, queryClient };
}
