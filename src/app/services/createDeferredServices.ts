import type { Account } from '../../auth/tokenSource';
import type { Scope } from '../../base/scope';
import type { Logger } from '../../base/logger';
import { systemClock } from '../../base/clock';
import { createDirectory } from '../../directory/createDirectory';
import { readListedRoleIds } from '../../directory/readMe';
import { readPrincipals } from '../../directory/readPrincipals';
import type { Me } from '../../directory/types';
import { createTableReader } from '../../files/createTableReader';
import { startTableWorker } from '../../files/startTableWorker';
import type { Graph } from '../../graph/types';
import type { GetToken } from '../../http/types';
import { createGraphAdapter } from '../../licensing/adapters/graph/createGraphAdapter';
import {
  createRecentChanges,
  type RecentChanges,
} from '../../license-jobs/recent-changes/createRecentChanges';
import type { DecisionStore, PersonalStoreOptions } from '../../storage/decisions';
import { openDraftStore } from '../../storage/drafts';
import { createPersonalData } from '../../storage/personalData';
import { recoverEntries } from '../../storage/recoverEntries';
import type { KeptData, Services } from '../../ui/services';
import { openSettingStore } from '../../storage/settings';
import { createJobRetention } from './createJobRetention';
import { createKeptData } from './createKeptData';
import { openJobs } from './openJobs';

/** The services that no start needs. */
export interface DeferredServices extends Pick<Services, 'licensing' | 'directory' | 'jobs' | 'tables'> {
  readonly keptData: KeptData;
  readonly recentChanges: RecentChanges;
}

/** What the late services are made of. */
export interface DeferredServicesOptions {
  readonly graph: Graph;
  /** The account of the last token. */
  readonly account: () => Account | undefined;
  /** The signed-in person as read when the app was opened; undefined until then. */
  readonly me: () => Me | undefined;
  readonly getToken: GetToken;
  readonly logger: Logger;
  /** What the stores of that account are made of; both throw AppError `sign-in-needed` before the first token. */
  readonly personal: () => PersonalStoreOptions;
  readonly decisions: () => DecisionStore;
}

/** Makes the services behind everything that a person does once the first page is there. */
export function createDeferredServices(parts: DeferredServicesOptions): DeferredServices {
  const { graph, account, logger } = parts;
  const adapter = createGraphAdapter(graph);
  const recentChanges = createRecentChanges({
    jobs: () => jobs,
    clock: systemClock,
    readPrincipals: (refs) => readPrincipals(graph, refs),
  });
  const licensing = recentChanges.correct(adapter, () => account()?.objectId);
  const directory = createDirectory(graph, { tokenRoles: () => account()?.roleTemplateIds ?? [] });
  const timeForChanges = (count: number): number => graph.timeForWrites(count);
  const rights = {
    listedAtStart: () => parts.me()?.listedRoleIds,
    readListed: (signal: AbortSignal) => readListedRoleIds(graph, signal),
    renewToken: (scopes: readonly Scope[]) => parts.getToken(scopes, undefined, true),
  };
  const jobs = openJobs({
    licensing: adapter,
    directory,
    recentChanges,
    timeForChanges,
    timeLeftError: (count) => graph.timeLeftError(count),
    account,
    logger,
    rights,
  });
  const personal = parts.personal();
  const settings = openSettingStore(personal);
  const stores = { decisions: parts.decisions(), drafts: openDraftStore(personal), settings };
  recoverEntries(personal, stores);
  const jobRetention = createJobRetention(settings, jobs, personal.clock);
  void jobRetention.run();
  return {
    licensing,
    directory,
    jobs,
    recentChanges,
    keptData: createKeptData(
      createPersonalData({ ...personal, ...stores }),
      { drafts: stores.drafts, jobs, unreadableJobs: jobs.unreadable, jobRetention },
      personal.clock,
    ),
    tables: createTableReader(startTableWorker),
  };
}
