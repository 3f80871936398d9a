import type { Account } from '../../auth/tokenSource';
import type { Logger } from '../../base/logger';
import { createDirectory } from '../../directory/createDirectory';
import { createTableReader } from '../../files/createTableReader';
import { startTableWorker } from '../../files/startTableWorker';
import type { Graph } from '../../graph/types';
import { createGraphAdapter } from '../../licensing/adapters/graph/createGraphAdapter';
import type { DecisionStore, PersonalStoreOptions } from '../../storage/decisions';
import { openDraftStore } from '../../storage/drafts';
import { createPersonalData } from '../../storage/personalData';
import { recoverEntries } from '../../storage/recoverEntries';
import type { KeptData, Services } from '../../ui/services';
import { createKeptData } from '../createKeptData';
import { openJobs } from '../openJobs';

/** The services that no start needs. */
export interface LateServices extends Pick<Services, 'licensing' | 'directory' | 'jobs' | 'tables'> {
  readonly keptData: KeptData;
}

/** What the late services are made of. */
export interface LateServiceParts {
  readonly graph: Graph;
  /** The account of the last token. */
  readonly account: () => Account | undefined;
  readonly logger: Logger;
  /** What the stores of that account are made of; both throw AppError `sign-in-needed` before the first token. */
  readonly personal: () => PersonalStoreOptions;
  readonly decisions: () => DecisionStore;
}

/** Makes the services behind everything that a person does once the first page is there. */
export function openLateServices(parts: LateServiceParts): LateServices {
  const { graph, account, logger } = parts;
  const licensing = createGraphAdapter(graph);
  const directory = createDirectory(graph, { tokenRoles: () => account()?.roleTemplateIds ?? [] });
  const timeForChanges = (count: number): number => graph.timeForWrites(count);
  const jobs = openJobs({ licensing, directory, timeForChanges, account, logger });
  const personal = parts.personal();
  const stores = { decisions: parts.decisions(), drafts: openDraftStore(personal) };
  recoverEntries(personal, stores);
  return {
    licensing,
    directory,
    jobs,
    keptData: createKeptData(
      createPersonalData({ ...personal, ...stores }),
      stores.drafts,
      jobs,
      personal.clock,
    ),
    tables: createTableReader(startTableWorker),
  };
}
