import type { Clock } from '../../base/clock';
import type { NewId } from '../../base/ids';
import type { Random } from '../../base/random';
import type { Tenant } from '../tenant/tenant';
import type { VerifyToken } from './accessClaims';
import type { EmulatorRequest, EmulatorResponse } from './emulatorHttp';
import type { FaultPlan } from './faults';

/** A local Microsoft Graph over one tenant. */
export interface GraphEmulator {
  /** Answers one request; never rejects. */
  handle(request: EmulatorRequest): Promise<EmulatorResponse>;
  /** Runs all pending group processing to its end now, for tests. */
  settle(): void;
  readonly faults: FaultPlan;
}

/** What an emulator needs. */
export interface GraphEmulatorOptions {
  tenant: Tenant;
  verifyToken: VerifyToken;
  clock: Clock;
  /** Chance for the order of batch answers. */
  random: Random;
  newId: NewId;
  /** Faults to start with; default none. */
  faults?: FaultPlan;
  /** Milliseconds that a licensed group stays in each processing state; default 1500. */
  groupProcessingDelayInMs?: number;
  /** Takes one line for each request that the emulator does not know; default the console. */
  log?: (line: string) => void;
}

/** Everything that serving a request needs. */
export type EmulatorParts = Required<GraphEmulatorOptions>;
