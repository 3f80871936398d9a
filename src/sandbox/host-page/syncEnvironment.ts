import type { SandboxState } from '../server/adminApi';
import type { Choices } from './choices';
import type { SandboxApi } from './sandboxApi';

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((x) => b.includes(x));

/** Brings the server to the choices (size of the tenant, faults) and gives what it then says of itself. */
export async function syncEnvironment(api: SandboxApi, choices: Choices): Promise<SandboxState> {
  const before = await api.state();
  const isOtherSize = choices.users !== undefined && choices.users !== before.users;
  if (isOtherSize) await api.changeTenant({ users: choices.users });
  if (!isSame(choices.faults, before.faults)) await api.setFaults(choices.faults);
  return isOtherSize ? api.state() : before;
}
