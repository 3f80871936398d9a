import type { Scope } from '../../../src/base/scope';
import { licenseJobSchema } from '../../../src/license-jobs/licenseJobSchema';
import { createChangeLicenses } from '../../../src/license-jobs/change-licenses/changeLicenses';
import { createThroughGroup } from '../../../src/license-jobs/through-group/throughGroup';
import { createDirectory } from '../../../src/directory/createDirectory';
import { readListedRoleIds } from '../../../src/directory/readMe';
import { roles } from '../../../src/directory/roles';
import type { Directory } from '../../../src/directory/types';
import { createGraph } from '../../../src/graph/createGraph';
import type { QuotaStore } from '../../../src/graph/throttling/quotaStore';
import type { Graph } from '../../../src/graph/types';
import { createPipeline } from '../../../src/http/createPipeline';
import { createJobs } from '../../../src/jobs/createJobs';
import { createResumePolicy } from '../../../src/jobs/runner/createResumePolicy';
import type { JobChannel } from '../../../src/jobs/tabs/jobChannel';
import type { TabLocks } from '../../../src/jobs/tabs/jobLocks';
import { createCloudLicensingAdapter } from '../../../src/licensing/adapters/cloud-licensing/createCloudLicensingAdapter';
import { createGraphAdapter } from '../../../src/licensing/adapters/graph/createGraphAdapter';
import type { LicensingAdapter } from '../../../src/licensing/licensingAdapter';
import type { LicenseJobs } from '../../../src/ui/services';
import type { BrowserParts } from './openBrowser';
import { createPageClock } from './pageClock';
import type { PageClock } from './pageClock';
import { createPageJournal } from './pageJournal';
import type { PageJournal } from './pageJournal';
import type { PageLifecycle, OnStep } from './steps';
import { createTokens } from './tokens';
import type { Tokens } from './tokens';

interface PageOptions extends BrowserParts {
  readonly locks: TabLocks;
  readonly channel: JobChannel;
  readonly quotaStore: QuotaStore;
}

/** One tab with the whole app in it but for the screens. */
export interface Page {
  readonly name: string;
  readonly clock: PageClock;
  readonly journal: PageJournal;
  readonly tokens: Tokens;
  readonly graph: Graph;
  readonly directory: Directory;
  readonly licensing: LicensingAdapter;
  readonly jobs: LicenseJobs;
  /** Crashes the tab: it sends, receives and writes nothing any more, and its locks are released. */
  crash(): void;
  isCrashed(): boolean;
  /** Subscribes to the steps of the page; replaces the subscriber before. */
  watch(onStep: OnStep): void;
}

/** Opens a tab; its engine finds what the journal holds. */
export function openPage(parts: PageOptions): Page {
  const {
    name,
    clock: environmentClock,
    network,
    tenant,
    pageRandom: random,
    newId,
    locks,
    share,
    persona,
  } = parts;
  let isCrashed = false;
  let onStep: OnStep = () => undefined;
  const lifecycle: PageLifecycle = { isCrashed: () => isCrashed, onStep: (step) => onStep(step) };
  const clock = createPageClock(environmentClock, lifecycle.isCrashed);
  const tokens = createTokens({
    tenant,
    clock: environmentClock,
    persona,
    livesForInS: parts.tokensLiveForInS,
  });
  const journal = createPageJournal(
    parts.journal,
    lifecycle,
    () => environmentClock.wait(2 + 10 * random()),
    (written) => parts.durable.push({ ...written, at: environmentClock.monotonic() }),
  );
  const graph = createGraph({
    graphUrl: 'https://graph.microsoft.com',
    send: createPipeline({
      send: network.from(name, lifecycle),
      getToken: tokens.getToken,
      clock,
      newId,
    }),
    clock,
    random,
    share: parts.quotaStore,
    quota: { burst: 3_000 * share, perSecond: 20 * share },
  });
  const directory = createDirectory(graph, { tokenRoles: () => [], clock, random });
  const licensing =
    parts.door === 'directory'
      ? createGraphAdapter(graph, { clock, random })
      : createCloudLicensingAdapter(graph, { clock, random, mayAskFor: () => true });
  const time = {
    timeForChanges: (count: number): number => graph.timeForWrites(count),
    timeLeftError: (count: number): number => graph.timeLeftError(count),
  };
  const rights = {
    listedAtStart: () => [roles.globalAdministrator],
    readListed: (signal: AbortSignal) => readListedRoleIds(graph, signal),
    renewToken: (scopes: readonly Scope[]) => tokens.getToken(scopes, undefined, true),
  };
  const jobs: LicenseJobs = createJobs({
    journal,
    schema: licenseJobSchema,
    operations: [
      createChangeLicenses({ licensing, ...time, rights }),
      createThroughGroup({ licensing, directory, ...time, rights }),
    ],
    locks,
    channel: { ...parts.channel, post: (note) => (isCrashed ? undefined : parts.channel.post(note)) },
    owner: () => ({
      tenantId: tenant.id,
      accountId: tenant.personas.find(({ key }) => key === persona)?.userId ?? '',
      name: persona,
    }),
    clock,
    newId,
    resumePolicy: createResumePolicy({ clock, random }),
  });
  return {
    name,
    clock,
    journal,
    tokens,
    graph,
    directory,
    licensing,
    jobs,
    crash: () => {
      isCrashed = true;
      locks.close();
    },
    isCrashed: lifecycle.isCrashed,
    watch: (listener) => {
      onStep = listener;
    },
  };
}
