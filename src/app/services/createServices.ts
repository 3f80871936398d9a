import type { QueryClient } from '@tanstack/react-query';
import type { Account, TokenSource } from '../../auth/tokenSource';
import { systemClock } from '../../base/clock';
import type { AppError } from '../../base/appError';
import { permissionsOf } from '../../directory/access';
import type { Me, Directory } from '../../directory/types';
import { createGraph } from '../../graph/createGraph';
import { createTrouble } from '../../base/createTrouble';
import type { Host } from '../../host/types';
import { createPipeline } from '../../http/createPipeline';
import type { GetToken, Send } from '../../http/types';
import { versionOf } from '../../licensing/door';
import { parseProductKey } from '../../licensing/keys';
import { openBrowserStorage } from '../../storage/browserStorage';
import { doorsKey } from '../../storage/storageKeys';
import { openDecisionStore } from '../../storage/decisions';
import type { DecisionStore, PersonalStoreOptions } from '../../storage/decisions';
import { createQueryClient } from '../../ui/queries/createQueryClient';
import { ownedProductsOptions } from '../../ui/queries/ownedProducts';
import type { Diagnostics } from '../../ui/diagnostics';
import type { Services } from '../../ui/services';
import { getAdminConsentUrl } from '../bootstrap/config/authority';
import { appVersion } from '../bootstrap/appVersion';
import type { RuntimeConfig } from '../bootstrap/config/runtimeConfig';
import { createQuotaStore } from './createQuotaStore';
import { createLinks } from './createLinks';
import { createDeferredJobs } from './createDeferredJobs';
import { createDeferredLicensing } from './createDeferredLicensing';
import { importDeferredServices } from '../deferred/importDeferredServices';
import { lazyProxy } from '../deferred/lazyProxy';
import type { DeferredServicesOptions, DeferredServices } from './createDeferredServices';
import { loadOnce } from '../deferred/loadOnce';
import { loadCatalogue, emptyCatalogue, type CatalogueResult } from './loadCatalogue';
import { toJobOwner } from './toJobOwner';
import { withConsentTracking } from './withConsentTracking';
import { readMe } from '../../directory/readMe';
import type { Graph } from '../../graph/types';

/** Everything that the pages use. */
export interface AppServices {
  readonly services: Services;
  readonly queryClient: QueryClient;
  /** Loads the deferred services before a person needs them; can be called again. */
  readonly loadDeferred: () => void;
  /** Present while the roles and the catalog are read: only pages that don't need them can be shown. */
  readonly pendingRoles?: PendingRoles;
}

/** Roles that are being read. */
export interface PendingRoles {
  /** Begin, by the wall clock in milliseconds. */
  readonly since: number;
  /** Failure of the last try. */
  readonly error?: AppError;
}

/** The services of one start, bound to their implementations. */
export interface ServicesLoader {
  /**
   * Reads who is signed in, with the roles, and the catalog. Calls `onSignedIn` with the first token. Can be called again
   * after a failure. Rejects with AppError as the directory does.
   */
  read(onSignedIn: (early: AppServices) => void): Promise<AppServices>;
}

interface ServicesOptions {
  readonly config: RuntimeConfig;
  readonly host: Host;
  readonly tokenSource: TokenSource;
  /** Puts requests on the wire. */
  readonly send: Send;
  readonly diagnostics: Diagnostics;
}

/** Binds the interfaces of the screens to their implementations. */
export function createServices(parts: ServicesOptions): ServicesLoader {
  const { config, host, tokenSource, send, diagnostics } = parts;
  const storage = openBrowserStorage();
  const connection = connectGraph(parts, storage);
  const { graph, tokens, tenantId, trouble } = connection;
  let me: Me | undefined;
  let reading: Promise<unknown> = Promise.resolve();
  const account = (): ReturnType<TokenSource['account']> => tokenSource.account();
  const personal = (): PersonalStoreOptions => ({
    storage,
    owner: toJobOwner(account()),
    clock: systemClock,
    migrateKey: parseProductKey,
  });
  let opened: DecisionStore | undefined;
  // Called after the first token alone, that tells whose they are.
  const decisions = (): DecisionStore => (opened ??= openDecisionStore(personal()));
  const queryClient = createQueryClient();
  const late = loadDeferredServices({
    ...{ ...parts, ...connection, me: () => me, whenRead: () => reading, queryClient },
    ...{ logger: diagnostics.logger, personal, decisions },
  });
  const directory = createDeferredDirectory(
    graph,
    () => account()?.roleTemplateIds ?? [],
    async () => (await late.load()).directory,
  );
  const licensing = createDeferredLicensing(
    graph,
    late,
    () => storage.read(doorsKey(tenantId(), account()?.objectId)) === 'known',
  );
  const jobs = createDeferredJobs(
    async () => (await late.load()).jobs,
    systemClock,
    () => reading,
  );
  // Read along with the person, since every page needs it; a failure shows where the page reads it again.
  void queryClient.prefetchQuery(ownedProductsOptions(licensing));

  const toAppServices = (person: Me, found: CatalogueResult): AppServices => ({
    services: {
      me: person,
      licensing,
      directory,
      ...found,
      choices: decisions(),
      clock: systemClock,
      jobs,
      tables: lazyProxy(async () => (await late.load()).tables, ['read', 'readAgain', 'entries', 'forget']),
      timeForChanges: (count, door) => graph.timeForWrites(count, versionOf(door)),
      openRecentChanges: async () => (await late.load()).recentChanges,
      openKeptData: async () => (await late.load()).keptData,
      openDoors: async () => (await late.load()).doors,
      trouble,
      appVersion,
      unknownSettings: config.unknownSettings ?? [],
      saveFile,
      ...createLinks(host, found.catalogue.linkHosts),
      askConsent: (scopes) => tokens.requestConsent(scopes),
      adminConsentUrl: getAdminConsentUrl(config, tenantId()),
    },
    queryClient,
    loadDeferred() {
      void jobs.load();
      // Loads its code while there is a connection, since it is asked for when something has failed.
      void diagnostics.collect();
    },
  });
  return {
    async read(onSignedIn) {
      connection.onSignIn((known) => onSignedIn(toAppServices(toMe(known), emptyCatalogue)));
      const both = Promise.all([directory.readMe(), loadCatalogue(send, config.catalogueUrl)]);
      reading = both;
      const [person, found] = await both;
      me = person;
      return toAppServices(person, found);
    },
  };
}

/** Creates Graph over the tokens of the signed-in person. */
function connectGraph(
  { config, tokenSource, send, diagnostics }: ServicesOptions,
  storage: ReturnType<typeof openBrowserStorage>,
) {
  const { logger } = diagnostics;
  const tokens = withConsentTracking(tokenSource);
  const trouble = createTrouble();
  let listener: ((account: Account) => void) | undefined;
  const announce = (): void => {
    const account = tokenSource.account();
    if (!account) return;
    listener?.(account);
    listener = undefined;
  };
  const getToken: GetToken = async (...asked) => {
    const token = await tokens.getToken(...asked);
    announce();
    return token;
  };
  // Known with the first token if the configuration doesn't name it.
  const tenantId = (): string | undefined =>
    config.tenant.mode === 'single' ? config.tenant.id : tokenSource.account()?.tenantId;
  const sendWithToken = createPipeline({ send, getToken, logger });
  const graph = createGraph({
    graphUrl: config.graphUrl,
    send: sendWithToken,
    share: createQuotaStore(tenantId, storage),
    isOnline: () => navigator.onLine,
    onTrouble: trouble.set,
    logger,
  });
  return {
    graph,
    send: sendWithToken,
    tokens,
    getToken,
    tenantId,
    trouble,
    /** Calls back once, as soon as the first token has named the account. */
    onSignIn: (next: (account: Account) => void): void => {
      listener = next;
      announce();
    },
  };
}

/** Builds the signed-in person from the claims of the sign-in. */
function toMe({ objectId, displayName, userName, roleTemplateIds = [] }: Account): Me {
  return {
    ...permissionsOf(roleTemplateIds),
    user: {
      kind: 'user',
      id: objectId,
      displayName,
      address: userName,
      userPrincipalName: userName,
      isGuest: undefined,
      isBlocked: undefined,
      usageLocation: undefined,
      jobTitle: undefined,
      department: undefined,
      companyName: undefined,
      isNameOnly: true,
    },
    roleTemplateIds,
    listedRoleIds: undefined,
  };
}

/** Loads the deferred services with the first call. */
function loadDeferredServices(parts: DeferredServicesOptions) {
  let services: DeferredServices | undefined;
  const load = loadOnce(
    async () => (services = (await importDeferredServices()).createDeferredServices(parts)),
  );
  return { load, loaded: () => services };
}

/** Saves `text` as a download named `name`; `mediaType` is a type such as `text/csv`. */
function saveFile(name: string, text: string, mediaType: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${mediaType};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has read the file with the click.
  URL.revokeObjectURL(address);
}

/**
 * Creates the directory over Graph, with the signed-in person at once and all else from `load`.
 * `tokenRoles` returns template ids of the roles that the sign-in named.
 */
function createDeferredDirectory(
  graph: Graph,
  tokenRoles: () => readonly string[],
  load: () => Promise<Directory>,
): Directory {
  return {
    readMe: (signal) => readMe(graph, tokenRoles, signal),
    ...lazyProxy(load, [
      'search',
      'readPhoto',
      'readComposition',
      'readMembers',
      'match',
      'ensureGroup',
      'findMembers',
      'addMember',
      'removeMember',
      'readUsageLocations',
      'setUsageLocation',
      'reprocessLicenses',
      'readLicenseAudits',
    ]),
  };
}
