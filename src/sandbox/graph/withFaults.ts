import type { AccessClaims } from './accessClaims';
import type { Answer } from './call';
import type { EmulatorParts } from './graphEmulator';
import { faultAnswer } from './faultAnswer';
import type { ResourceRequest } from './serveResource';

const slowInMs = 3_000;

/** What a fault plan looks at, and where it keeps its time. */
export interface FaultContext {
  readonly claims: AccessClaims;
  readonly parts: Pick<EmulatorParts, 'faults' | 'clock'>;
  /** The answer in place of one that was lost on the way. */
  readonly lost: Answer;
}

/** Serves a request with the fault that strikes it, if any. Throws GraphRefusal, as the fault or `serve` does. */
export async function withFaults(
  { method, target }: ResourceRequest,
  { claims, parts: { faults, clock }, lost }: FaultContext,
  serve: () => Answer | Promise<Answer>,
): Promise<Answer> {
  const kind = faults.strike(method, target.split('?')[0] ?? '', clock.now());
  switch (kind) {
    case undefined:
      return serve();
    case 'slow':
      await clock.wait(slowInMs);
      return serve();
    case 'lost-request':
      return lost;
    case 'lost-answer':
      await serve();
      return lost;
    default:
      return faultAnswer(kind, claims, clock.now()) ?? serve();
  }
}
