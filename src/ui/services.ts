import { createContext, use } from 'react';
import { AppError } from '../base/appError';
import type { Clock } from '../base/clock';
import type { Scope } from '../base/scope';
import type { InstallTarget } from '../base/installTarget';
import type { Directory, Me } from '../directory/types';
import type { TableReader } from '../files/types';
import type { TroubleState } from '../base/createTrouble';
import type { InstallStep } from '../install/planInstall';
import type { Jobs } from '../jobs/jobs';
import type { UnreadableJobs } from '../jobs/createUnreadableJobs';
import type { LicenseJobInput, LicenseJobSubject } from '../license-jobs/licenseJob';
import type { RecentChanges } from '../license-jobs/recent-changes/createRecentChanges';
import type { Door } from '../licensing/door';
import type { ProductKey } from '../licensing/keys';
import type { LicensingCode } from '../licensing/types';
import type { Catalogue, ProductChoice, ProductChoices } from '../licensing/catalogue/types';
import type { LicensingAdapter } from '../licensing/licensingAdapter';
import type { ColumnStore } from '../storage/columns';
import type { DraftStore } from '../storage/drafts';
import type { PersonalData } from '../storage/personalData';
import type { JobRetention } from '../storage/settings';
import type { TenantReport } from '../tenant-check/tenantReport';

/** The admin's own decisions about products of unknown owner, kept in this browser. */
export interface ChoiceStore {
  read(): ProductChoices;
  /** Saves a choice; undefined deletes it. */
  write(productKey: ProductKey, choice: ProductChoice | undefined): void;
  /** Saves the admin's own name for a product; undefined deletes it. */
  rename(productKey: ProductKey, name: string | undefined): void;
  subscribe(listener: () => void): () => void;
}

/** The license jobs of this browser and account. */
export type LicenseJobs = Jobs<LicenseJobSubject, LicenseJobInput, LicensingCode>;

/** Choice of how long finished jobs are kept, and its effect. */
export interface JobRetentionControl {
  read(): JobRetention;
  /** Calls back after every change of the choice; returns the way to stop. */
  subscribe(listener: () => void): () => void;
  /** Number of finished jobs that this choice would delete now. */
  countExpired(retention: JobRetention): number;
  /** Keeps the choice and deletes the finished jobs that are too old for it. */
  choose(retention: JobRetention): Promise<void>;
}

/** Everything that this browser keeps for the signed-in account. */
export interface KeptData extends Omit<PersonalData, 'deleteAll'> {
  /** The lists of assignments that were not started. */
  readonly drafts: Pick<DraftStore, 'read' | 'write' | 'stored'>;
  /** The columns that lists show. */
  readonly columns: Pick<ColumnStore, 'read' | 'write' | 'subscribe'>;
  readonly unreadableJobs: UnreadableJobs;
  readonly jobRetention: JobRetentionControl;
  /**
   * Deletes it, with every job that does not run; paused ones end first, as when they are canceled. Resolves with the number of
   * jobs that had to stay. Rejects with AppError `journal-unavailable` where the jobs cannot be listed, and with `journal-newer`
   * where a newer version of the app keeps them; then nothing is deleted.
   */
  deleteEverything(): Promise<{ readonly jobsLeft: number }>;
}

/** Actions on the doors that licenses come through. */
export interface DoorControls {
  /** Asks an admin for the permission to read cloud licensing, and has the next list read it; call it from a click. */
  readonly openCloudLicensing: () => Promise<void>;
  /** True if the offer to open it was dismissed in this browser. */
  readonly isOfferDismissed: () => boolean;
  readonly dismissOffer: () => void;
  /** True if cloud licensing had products for this account at an earlier visit, and its notice wasn't dismissed since. */
  readonly wasCloudKnown: () => boolean;
  /** Page on which an administrator gives the permission to read cloud licensing for the whole organization. */
  readonly cloudConsentUrl: () => string;
  /** Has the next list ask doors again that this organization seemed not to have. */
  readonly askAgain: () => void;
  /** Returns those of the permissions that are not given yet, as far as the sign-in tells without asking the person. Never rejects. */
  readonly findMissing: (scopes: readonly Scope[]) => Promise<readonly Scope[]>;
  /**
   * Finds out what the tenant has and how its services answer; changes nothing and asks no person. Rejects with AppError for
   * failures of the session or the connection.
   */
  readonly checkTenant: () => Promise<TenantReport>;
}

/** Services of the screens; `app/` binds them to implementations. */
export interface Services {
  readonly me: Me;
  readonly licensing: LicensingAdapter;
  readonly directory: Directory;
  readonly catalogue: Catalogue;
  /** Failure to read the catalogue, or some of its entries; undefined where all of it was read. */
  readonly catalogueError?: AppError;
  readonly choices: ChoiceStore;
  readonly clock: Clock;
  readonly jobs: LicenseJobs;
  /** Reads pasted and dropped lists, off the main thread. */
  readonly tables: TableReader;
  /** Milliseconds that so many license changes would take from now. Default is the directory. */
  timeForChanges(count: number, door?: Door): number;
  /** Loads the manager of the data kept in this browser. Rejects with AppError `chunk-load-failed`. */
  openKeptData(): Promise<KeptData>;
  /** Loads the changes of the last minutes. Rejects with AppError `chunk-load-failed`. */
  openRecentChanges(): Promise<Pick<RecentChanges, 'updates' | 'subscribe' | 'nextToRead'>>;
  /** Loads what a person can do about the doors that licenses come through. Rejects with AppError `chunk-load-failed`. */
  readonly openDoors: () => Promise<DoorControls>;
  /** Reason for which Microsoft 365 keeps the app waiting. */
  readonly trouble: TroubleState;
  /** Version of the app. */
  readonly appVersion: string;
  /** Names in the app's configuration that this version does not know and leaves out. */
  readonly unknownSettings: readonly string[];
  /** Saves a text as a file. */
  saveFile(name: string, text: string, mediaType: string): void;
  /** Decides how a product is installed, without doing it. */
  planInstall(target: InstallTarget): InstallStep;
  /** Runs that step. Throws AppError `host-unsupported`, `link-refused`. */
  runInstall(step: InstallStep): Promise<void>;
  /** Opens an https link of the catalogue in a new window. Throws AppError `link-refused`. */
  openExternal(url: string): Promise<void>;
  /** Shares a link to a page of this app, such as `products/<key>`. */
  shareLink(route: string, label: string): Promise<void>;
  /**
   * Asks the person for consent or a fresh sign-in after `consent-needed` or `sign-in-needed`, by default for what was refused
   * last; call it from a click.
   */
  askConsent(scopes?: readonly Scope[]): Promise<void>;
  /** Page on which an administrator agrees for the whole organization. */
  readonly adminConsentUrl: string;
}

/** Hands the services down; set once by `app/`. */
export const ServicesContext = createContext<Services | undefined>(undefined);

/** The services. Throws AppError `internal` outside of the app. */
export function useServices(): Services {
  const services = use(ServicesContext);
  if (!services) throw new AppError('internal', { cause: new Error('no ServicesContext above') });
  return services;
}
