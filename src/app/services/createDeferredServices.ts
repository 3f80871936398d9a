import type { Account, TokenSource } from '../../auth/tokenSource';
import { toAppError } from '../../base/appError';
import type { Scope } from '../../base/scope';
import type { Logger } from '../../base/logger';
import { systemClock } from '../../base/clock';
import { createDirectory } from '../../directory/createDirectory';
import { readListedRoleIds } from '../../directory/readMe';
import { readPrincipals } from '../../directory/readPrincipals';
import type { Directory } from '../../directory/types';
import { createTableReader } from '../../files/createTableReader';
import { startTableWorker } from '../../files/startTableWorker';
import type { Graph } from '../../graph/types';
import type { GetToken, Send } from '../../http/types';
import { checkTenant } from '../../tenant-check/checkTenant';
import { appVersion } from '../bootstrap/appVersion';
import { getAdminConsentUrl } from '../bootstrap/config/authority';
import type { RuntimeConfig } from '../bootstrap/config/runtimeConfig';
import { createCloudLicensingAdapter } from '../../licensing/adapters/cloud-licensing/createCloudLicensingAdapter';
import { createGraphAdapter } from '../../licensing/adapters/graph/createGraphAdapter';
import { versionOf, type Door } from '../../licensing/door';
import { createDoors, type Doors } from '../../licensing/createDoors';
import {
  createRecentChanges,
  type RecentChanges,
} from '../../license-jobs/recent-changes/createRecentChanges';
import type { DecisionStore, PersonalStoreOptions } from '../../storage/decisions';
import { openDraftStore } from '../../storage/drafts';
import { createPersonalData } from '../../storage/personalData';
import { recoverEntries } from '../../storage/recoverEntries';
import type { DoorControls, KeptData, Services, LicenseJobs } from '../../ui/services';
import { openColumnStore } from '../../storage/columns';
import { openSettingStore } from '../../storage/settings';
import { createCloudDoor, type CloudDoorOptions } from './createCloudDoor';
import { createJobRetention } from './createJobRetention';
import { createKeptData } from './createKeptData';
import { newUuid } from '../../base/ids';
import { systemRandom } from '../../base/random';
import { createJobs } from '../../jobs/createJobs';
import { createResumePolicy } from '../../jobs/runner/createResumePolicy';
import { createIndexedJournal } from '../../jobs/journal/createIndexedJournal';
import { createBrowserChannel } from '../../jobs/tabs/jobChannel';
import { createWebLocks } from '../../jobs/tabs/jobLocks';
import type { UnreadableJobs } from '../../jobs/createUnreadableJobs';
import { withPeople } from '../../license-jobs/licenseJob';
import { licenseJobSchema } from '../../license-jobs/licenseJobSchema';
import type { LicensingAdapter } from '../../licensing/licensingAdapter';
import { createChangeLicenses } from '../../license-jobs/change-licenses/changeLicenses';
import { createChangePaths } from '../../license-jobs/change-paths/changePaths';
import { createThroughGroup } from '../../license-jobs/through-group/throughGroup';
import { createSetUsageLocations } from '../../license-jobs/usage-location/setUsageLocations';
import { createReprocess } from '../../license-jobs/reprocess/reprocess';
import type { RightsParts } from '../../license-jobs/rightsCheck';
import { toJobOwner } from './toJobOwner';
import type { InteractiveTokenSource } from './withConsentTracking';

/** Services that the start doesn't need. */
export interface DeferredServices extends Pick<Services, 'licensing' | 'directory' | 'jobs' | 'tables'> {
  /** Joins what cloud licensing has to products of the directory, as `Doors.join` does. */
  readonly joinDoors: Doors['join'];
  readonly doors: DoorControls;
  readonly keptData: KeptData;
  readonly recentChanges: RecentChanges;
}

export interface DeferredServicesOptions extends Omit<CloudDoorOptions, 'storage' | 'accountId'> {
  readonly graph: Graph;
  /** Puts requests on the wire with a token. */
  readonly send: Send;
  readonly config: RuntimeConfig;
  readonly tokenSource: Pick<TokenSource, 'account' | 'getToken'>;
  readonly tokens: Pick<InteractiveTokenSource, 'requestConsent'>;
  readonly getToken: GetToken;
  readonly logger: Logger;
  /** Options of the account's stores; this and `decisions` throw AppError `sign-in-needed` before the first token. */
  readonly personal: () => PersonalStoreOptions;
  readonly decisions: () => DecisionStore;
}

/** Creates the services for everything that a person does once the first page is on screen. */
export function createDeferredServices(parts: DeferredServicesOptions): DeferredServices {
  const { graph, tokenSource, logger } = parts;
  const account = (): Account | undefined => tokenSource.account();
  const personal = parts.personal();
  const cloudDoor = createCloudDoor({
    ...parts,
    accountId: () => account()?.objectId,
    storage: personal.storage,
  });
  const adapter = createDoors({
    directory: createGraphAdapter(graph),
    cloud: cloudDoor.guard(createCloudLicensingAdapter(graph, cloudDoor)),
  });
  const recentChanges = createRecentChanges({
    jobs: () => jobs,
    clock: systemClock,
    readPrincipals: (refs) => readPrincipals(graph, refs),
  });
  const licensing = recentChanges.correct(adapter, () => account()?.objectId);
  const directory = createDirectory(graph, { tokenRoles: () => account()?.roleTemplateIds ?? [] });
  const timeForChanges = (count: number, door?: Door): number => graph.timeForWrites(count, versionOf(door));
  const rights = {
    listedAtStart: () => parts.me()?.listedRoleIds,
    readListed: (signal: AbortSignal) => readListedRoleIds(graph, signal),
    renewToken: (scopes: readonly Scope[]) => parts.getToken(scopes, undefined, true),
  };
  const jobs = createLicenseJobs({
    licensing: adapter,
    directory,
    recentChanges,
    timeForChanges,
    timeLeftError: (count, door) => graph.timeLeftError(count, versionOf(door)),
    account,
    logger,
    rights,
  });
  const settings = openSettingStore(personal);
  const columns = openColumnStore(personal);
  const stores = { decisions: parts.decisions(), drafts: openDraftStore(personal), settings, columns };
  recoverEntries(personal, stores);
  const jobRetention = createJobRetention(settings, jobs, personal.clock);
  void jobRetention.run();
  void cloudDoor.joinStart(adapter, licensing);
  return {
    licensing,
    directory,
    jobs,
    joinDoors: (...listed) => adapter.join(...listed),
    doors: {
      async openCloudLicensing() {
        await parts.tokens.requestConsent(['Directory.Read.All']);
        cloudDoor.open();
        adapter.askAgain();
      },
      isOfferDismissed: cloudDoor.isOfferDismissed,
      dismissOffer: cloudDoor.dismissOffer,
      wasCloudKnown: cloudDoor.wasKnown,
      cloudConsentUrl: () => consentUrlFor(['Directory.Read.All'], parts),
      askAgain: () => adapter.askAgain(),
      findMissing: (scopes) => findMissing(tokenSource, scopes),
      checkTenant: () =>
        checkTenant({
          graphUrl: parts.config.graphUrl,
          send: parts.send,
          // Not the token source that a button of the screen asks consent of: nothing was refused to a person.
          findPermission: (scope) => tokenSource.getToken([scope]),
          roles: () => account()?.roleTemplateIds ?? parts.me()?.listedRoleIds ?? [],
          appVersion,
          clock: systemClock,
        }),
    },
    recentChanges,
    keptData: createKeptData(
      createPersonalData({ ...personal, ...stores }),
      { drafts: stores.drafts, columns, jobs, unreadableJobs: jobs.unreadable, jobRetention },
      personal.clock,
    ),
    tables: createTableReader(startTableWorker),
  };
}

/** Returns those of the permissions that the sign-in says are not given. */
async function findMissing(
  tokenSource: Pick<TokenSource, 'getToken'>,
  scopes: readonly Scope[],
): Promise<readonly Scope[]> {
  const answers = scopes.map((scope) =>
    tokenSource.getToken([scope]).then(
      () => false,
      (thrown: unknown) => toAppError(thrown).code === 'consent-needed',
    ),
  );
  const isMissing = await Promise.all(answers);
  return scopes.filter((_scope, index) => isMissing[index]);
}

/**
 * Returns the page on which an administrator gives permissions that the app's registration does not name (Microsoft identity platform:
 * admin consent, v2.0, which takes the permissions and a redirect address), and which returns to the same page as the other.
 */
function consentUrlFor(
  scopes: readonly Scope[],
  { config, tenantId }: Pick<DeferredServicesOptions, 'config' | 'tenantId'>,
): string {
  const url = new URL(getAdminConsentUrl(config, tenantId()));
  url.pathname = url.pathname.replace(/adminconsent$/, 'v2.0/adminconsent');
  url.searchParams.set(
    'scope',
    scopes.map((scope) => `${new URL(config.graphUrl).origin}/${scope}`).join(' '),
  );
  return url.href;
}

interface LicenseJobsOptions {
  readonly licensing: LicensingAdapter;
  readonly directory: Directory;
  readonly recentChanges: RecentChanges;
  /** Milliseconds that so many writes would take from now. Default is the directory. */
  readonly timeForChanges: (count: number, door?: Door) => number;
  /** Returns the share by which that estimate may be wrong either way; infinite if it is a lower bound. */
  readonly timeLeftError: (count: number, door?: Door) => number;
  /** The account of the last token. */
  readonly account: () => Account | undefined;
  readonly logger: Logger;
  readonly rights: RightsParts;
}

/** Creates the license jobs of this browser, which keeps them in its database and shares them between its tabs. */
function createLicenseJobs(parts: LicenseJobsOptions): LicenseJobs & { readonly unreadable: UnreadableJobs } {
  const { licensing, directory, recentChanges, timeForChanges, timeLeftError, account, logger, rights } =
    parts;
  const common = { licensing, timeForChanges, timeLeftError, rights };
  const changeLicenses = createChangeLicenses({ ...common, recentChanges });
  const jobs = createJobs({
    journal: createIndexedJournal(),
    schema: licenseJobSchema,
    operations: [
      changeLicenses,
      createThroughGroup({ ...common, directory }),
      createChangePaths({ ...common, directory, changeLicenses, clock: systemClock }),
      createSetUsageLocations({ directory, timeForChanges, timeLeftError, rights }),
      createReprocess({ directory, timeForChanges, timeLeftError, rights }),
    ],
    locks: createWebLocks(() => navigator.locks),
    channel: createBrowserChannel(() => new BroadcastChannel('isv-licenses.jobs')),
    owner: () => toJobOwner(account()),
    clock: systemClock,
    newId: newUuid,
    logger,
    resumePolicy: createResumePolicy({ clock: systemClock, random: systemRandom, onOnline }),
  });
  return { ...jobs, plan: (plan) => jobs.plan(withPeople(plan)) };
}

function onOnline(listener: () => void): () => void {
  addEventListener('online', listener);
  return () => removeEventListener('online', listener);
}
