import type { FaultAim, FaultKey } from '../faultChoices';
import type { NaaTokenAnswer, NaaTokenRequest } from '../identity/naaToken';
import type { SwitchesState } from '../server/adminSwitches';
import type { CatalogueApp, PickedPerson, SandboxState } from '../server/adminApi';
import type { ServiceChange } from './barService';
import { callSandbox } from './callSandbox';

/** The sandbox's own server, as the host page asks it. */
export interface SandboxApi {
  state(): Promise<SandboxState>;
  /** Replaces the faults; they strike where those before did. */
  setFaults(faults: readonly FaultKey[]): Promise<unknown>;
  /** Says where the faults that are on strike. */
  aimFaults(aim: FaultAim): Promise<unknown>;
  switches(): Promise<SwitchesState>;
  changeService(change: ServiceChange): Promise<unknown>;
  /** Opens a tenant of another size, or the same one from its beginning. */
  changeTenant(change: { readonly users?: number; readonly fresh?: boolean }): Promise<unknown>;
  searchPeople(person: string, text: string): Promise<readonly PickedPerson[]>;
  /** Returns the catalogue entry of a Teams app; empty if there is none. */
  findApp(appId: string): Promise<CatalogueApp>;
  token(request: NaaTokenRequest): Promise<NaaTokenAnswer>;
}

/** Reaches the server that this page came from; its calls reject with an Error that names path and status. */
export const sandboxApi: SandboxApi = {
  state: () => callSandbox('/sandbox/api/state'),
  setFaults: (faults) => callSandbox('/sandbox/api/faults', { faults }),
  aimFaults: (aim) => callSandbox('/sandbox/api/faults', { aim }),
  switches: () => callSandbox('/sandbox/api/switches'),
  changeService: (change) => callSandbox('/sandbox/api/switches', change),
  changeTenant: (change) => callSandbox('/sandbox/api/tenant', change),
  searchPeople: (person, text) =>
    callSandbox(`/sandbox/api/people?${new URLSearchParams({ person, q: text }).toString()}`),
  findApp: (appId) => callSandbox(`/sandbox/api/app?${new URLSearchParams({ id: appId }).toString()}`),
  token: (request) => callSandbox('/naa/token', request),
};
