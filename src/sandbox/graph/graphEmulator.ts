import type { Clock } from '../../base/clock';
import type { NewId } from '../../base/ids';
import type { Random } from '../../base/random';
import type { Tenant } from '../tenant/tenant';
import type { VerifyToken } from './accessClaims';
import type { Challenges } from './challenges';
import type { Directory } from './directory';
import type { DirectorySettings, ReplicationLag } from './directorySettings';
import type { EmulatorRequest, EmulatorResponse } from './emulatorHttp';
import type { FaultPlan } from './faults';
import type { PageMemory } from './pageMemory';
import type { PhotoSlots } from './quota/photoSlots';
import type { QuotaMeter } from './quota/quotaMeter';
import type { QuotaSettings } from './quota/quotaSettings';
import type { AdminAction, AdminActionTarget } from './concurrentAdmin';
import type { WriteLog } from './writeLog';

/** A local Microsoft Graph over one tenant. */
export interface GraphEmulator {
  /** Answers one request; never rejects. */
  handle(request: EmulatorRequest): Promise<EmulatorResponse>;
  /** Runs all pending group processing to its end now, for tests. */
  settle(): void;
  readonly faults: FaultPlan;
  /** Replication lag; can be changed at any time. */
  readonly lag: ReplicationLag;
  /** Behavior of pages, tokens and writes; can be changed at any time. */
  readonly settings: DirectorySettings;
  /** Quotas with their usage. */
  readonly quota: QuotaMeter;
  /** Log of the writes that took effect. */
  readonly writes: WriteLog;
  /** Lets another admin act now. */
  actAsOtherAdmin(action: AdminAction, target: AdminActionTarget): void;
  /** Users whose tokens are challenged. */
  readonly challenges: Challenges;
  /** Ends a person's sessions now: older tokens of clients that can take claims are challenged. */
  revoke(userId: string): void;
  /** Asks a person for a stronger sign-in from now on: older tokens are refused with 403 and claims. */
  demandStepUp(userId: string): void;
}

export interface GraphEmulatorOptions {
  tenant: Tenant;
  verifyToken: VerifyToken;
  clock: Clock;
  /** Chance for the order of batch answers. */
  random: Random;
  newId: NewId;
  /** Faults to start with; default none. */
  faults?: FaultPlan;
  /** Quota settings; default no quotas. */
  quota?: Readonly<QuotaSettings>;
  /** Milliseconds that a licensed group stays in each processing state; default 1500. */
  groupProcessingDelayInMs?: number;
  /** Replication lag; default none. */
  lag?: Partial<ReplicationLag>;
  /** Behavior of pages, tokens and writes; default without trouble. */
  settings?: Partial<DirectorySettings>;
  /** Takes one line for each request that the emulator does not know; default the console. */
  log?: (line: string) => void;
}

/** Everything that serving a request needs. */
export type EmulatorParts = Required<Omit<GraphEmulatorOptions, 'quota' | 'lag' | 'settings'>> & {
  readonly directory: Directory;
  readonly challenges: Challenges;
  readonly quota: QuotaMeter;
  readonly photos: PhotoSlots;
  readonly pages: PageMemory;
  readonly writes: WriteLog;
};
