import type { Clock } from '../../base/clock';
import type { NewId } from '../../base/ids';
import type { Random } from '../../base/random';
import type { Tenant } from '../tenant/openTenant';
import type { VerifyToken } from './accessClaims';
import { preflightAnswer } from './corsHeaders';
import type { EmulatorRequest, EmulatorResponse } from './emulatorHttp';
import type { AnswerIds } from './errorAnswer';
import { errorAnswer, refusalFrom } from './errorAnswer';
import { FaultPlan } from './faults';
import { createGroupProcessing } from './groupProcessing';
import { serveHttp } from './serveHttp';
import { writeResponse } from './writeResponse';

export { TokenExpired } from './accessClaims';
export type { AccessClaims, VerifyToken } from './accessClaims';

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

/** Starts an emulator; it has no timers and nothing to stop. */
export function createGraphEmulator(options: GraphEmulatorOptions): GraphEmulator {
  const parts: EmulatorParts = {
    ...options,
    faults: options.faults ?? new FaultPlan(),
    groupProcessingDelayInMs: options.groupProcessingDelayInMs ?? 1_500,
    log: options.log ?? ((line) => console.error(line)),
  };
  const processing = createGroupProcessing(parts.tenant, parts.clock, parts.groupProcessingDelayInMs);
  return {
    faults: parts.faults,
    settle: () => processing.settle(),
    async handle(request) {
      if (request.method === 'OPTIONS') return preflightAnswer(request);
      // Steps that came due since the last request count as taken at their time.
      processing.advance();
      const requestId = parts.newId();
      const ids: AnswerIds = {
        requestId,
        clientRequestId: request.headers['client-request-id'] ?? requestId,
        at: parts.clock.now(),
      };
      try {
        return writeResponse(await serveHttp(request, ids, parts), ids);
      } catch (thrown) {
        return writeResponse(errorAnswer(refusalFrom(thrown, parts.log), ids), ids);
      }
    },
  };
}
