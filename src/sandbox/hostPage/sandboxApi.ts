import type { FaultKey } from '../faultChoices';
import type { NaaTokenAnswer, NaaTokenRequest } from '../issuer/naaToken';
import type { CatalogueApp, PickedPerson, SandboxState } from '../sites/adminApi';

/** The sandbox's own server, as the host page asks it. */
export interface SandboxApi {
  state(): Promise<SandboxState>;
  setFaults(faults: readonly FaultKey[]): Promise<unknown>;
  /** Opens a tenant of another size, or the same one from its beginning. */
  changeTenant(change: { readonly users?: number; readonly fresh?: boolean }): Promise<unknown>;
  searchPeople(person: string, text: string): Promise<readonly PickedPerson[]>;
  /** What the app's catalogue knows of a Teams app. */
  findApp(appId: string): Promise<CatalogueApp>;
  token(request: NaaTokenRequest): Promise<NaaTokenAnswer>;
}

async function call<T>(path: string, body?: object): Promise<T> {
  const post = { method: 'POST', headers: { 'x-sandbox': '1' }, body: JSON.stringify(body) };
  const response = await fetch(path, body === undefined ? {} : post);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** Reaches the server that this page came from; its calls reject with an Error that names path and status. */
export const sandboxApi: SandboxApi = {
  state: () => call('/sandbox/api/state'),
  setFaults: (faults) => call('/sandbox/api/faults', { faults }),
  changeTenant: (change) => call('/sandbox/api/tenant', change),
  searchPeople: (person, text) =>
    call(`/sandbox/api/people?${new URLSearchParams({ person, q: text }).toString()}`),
  findApp: (appId) => call(`/sandbox/api/app?${new URLSearchParams({ id: appId }).toString()}`),
  token: (request) => call('/naa/token', request),
};
