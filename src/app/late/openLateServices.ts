import type { Account } from '../../auth/tokenSource';
import type { Logger } from '../../base/logger';
import { createDirectory } from '../../directory/createDirectory';
import { createTableReader } from '../../files/createTableReader';
import { startTableWorker } from '../../files/startTableWorker';
import type { Graph } from '../../graph/types';
import { createGraphAdapter } from '../../licensing/adapters/graph/createGraphAdapter';
import type { Services } from '../../ui/services';
import { openJobs } from '../openJobs';

/** The services that no start needs. */
export type LateServices = Pick<Services, 'licensing' | 'directory' | 'jobs' | 'tables'>;

/** What the late services are made of. */
export interface LateServiceParts {
  readonly graph: Graph;
  /** The account of the last token. */
  readonly account: () => Account | undefined;
  readonly logger: Logger;
}

/** Makes the services behind everything that a person does once the first page is there. */
export function openLateServices({ graph, account, logger }: LateServiceParts): LateServices {
  const licensing = createGraphAdapter(graph);
  const directory = createDirectory(graph, { tokenRoles: () => account()?.roleTemplateIds ?? [] });
  const timeForChanges = (count: number): number => graph.timeForWrites(count);
  return {
    licensing,
    directory,
    jobs: openJobs({ licensing, directory, timeForChanges, account, logger }),
    tables: createTableReader(startTableWorker),
  };
}
