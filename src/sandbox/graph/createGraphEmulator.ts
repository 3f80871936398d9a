import { preflightAnswer } from './corsHeaders';
import type { AnswerIds } from './errorAnswer';
import { errorAnswer, refusalFrom } from './errorAnswer';
import { FaultPlan } from './faults';
import type { EmulatorParts, GraphEmulator, GraphEmulatorOptions } from './graphEmulator';
import { createGroupProcessing } from './groupProcessing';
import { serveHttp } from './serveHttp';
import { writeResponse } from './writeResponse';

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
