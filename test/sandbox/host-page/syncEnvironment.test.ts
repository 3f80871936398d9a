import { readChoices } from '../../../src/sandbox/host-page/choices';
import type { SandboxApi } from '../../../src/sandbox/host-page/sandboxApi';
import { syncEnvironment } from '../../../src/sandbox/host-page/syncEnvironment';
import type { SandboxState } from '../../../src/sandbox/server/adminApi';

function setup(state: Partial<SandboxState>) {
  const calls: unknown[] = [];
  const api = {
    state: () => Promise.resolve({ users: 1000, faults: [], ...state } as SandboxState),
    setFaults: (faults: unknown) => Promise.resolve(calls.push(['faults', faults])),
    changeTenant: (change: unknown) => Promise.resolve(calls.push(['tenant', change])),
  } as unknown as SandboxApi;
  return { calls, sync: (search: string) => syncEnvironment(api, readChoices(search)) };
}

test('nothing is changed where the world is already so', async () => {
  const { calls, sync } = setup({ faults: ['graph-slow'] });
  await sync('?users=1000&faults=graph-slow');
  expect(calls).toEqual([]);
});

test('another size and other faults are brought to the server', async () => {
  const { calls, sync } = setup({});
  await sync('?users=200&faults=graph-slow');
  expect(calls).toEqual([
    ['tenant', { users: 200 }],
    ['faults', ['graph-slow']],
  ]);
});

test('faults that the address does not name are switched off', async () => {
  const { calls, sync } = setup({ faults: ['graph-unavailable'] });
  await sync('');
  expect(calls).toEqual([['faults', []]]);
});
