import type { FaultAim, FaultKey } from '../../faultChoices';
import type { ServiceChange } from '../../host-page/barService';
import { callSandbox, textFromSandbox } from '../../host-page/callSandbox';
import type { SandboxState } from '../../server/adminApi';
import type { SwitchesState } from '../../server/adminSwitches';
import type { GraphRequestRecord } from '../../server/graphSite';
import type { ServedRoute } from '../servedRoutes';

/** Result of `GET checks`. */
interface Checks {
  readonly writes: number;
  readonly injected: number;
  readonly doubleEffects: readonly unknown[];
  readonly seatViolations: readonly unknown[];
}

/** The sandbox's own server; its calls reject with an Error that names path and status. */
export const standaloneApi = {
  state: (): Promise<SandboxState> => callSandbox('/sandbox/api/state'),
  served: (): Promise<ServedRoute[]> => callSandbox('/sandbox/api/served'),
  switches: (): Promise<SwitchesState> => callSandbox('/sandbox/api/switches'),
  checks: (): Promise<Checks> => callSandbox('/sandbox/api/checks'),
  /** Requests with a number above `after`, oldest first. */
  requests: (after: number): Promise<GraphRequestRecord[]> =>
    callSandbox(`/sandbox/api/requests?after=${after}`),
  token: (person: string): Promise<string> => textFromSandbox(`/sandbox/token/${person}`),
  setFaults: (faults: readonly FaultKey[]): Promise<unknown> =>
    callSandbox('/sandbox/api/faults', { faults }),
  aimFaults: (aim: FaultAim): Promise<unknown> => callSandbox('/sandbox/api/faults', { aim }),
  changeService: (change: ServiceChange): Promise<unknown> => callSandbox('/sandbox/api/switches', change),
  startOver: (): Promise<unknown> => callSandbox('/sandbox/api/tenant', { fresh: true }),
};
