// The CLI for Microsoft 365, unmodified, as a process of its own, signed in with a token of the local issuer.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { groupIds } from '../../src/sandbox/tenant/groupSeeds';
import { productIds } from '../../src/sandbox/tenant/products';
import { runClient } from '../contracts/graph/clients/runClient';
import { serveEmulator } from '../contracts/graph/clients/serveEmulator';
import { cliFolder, signInToCli } from './cliMicrosoft365';

const timeoutInMs = 120_000;

let service: Awaited<ReturnType<typeof serveEmulator>>;
let home: string;

beforeAll(async () => {
  service = await serveEmulator();
  home = mkdtempSync(join(tmpdir(), 'cli-'));
  signInToCli(home, await service.tokenOf(), service.tenant.personas[0]?.userId ?? '');
}, timeoutInMs);

afterAll(async () => {
  rmSync(home, { recursive: true, force: true });
  await service.close();
});

/** Runs one command and reads its JSON. */
async function m365(...command: string[]): Promise<unknown> {
  const { code, stdout, stderr } = await runClient({
    origin: service.origin,
    home,
    args: [join(cliFolder, 'index.js'), ...command, '--output', 'json'],
  });
  if (code !== 0) throw new Error(`${command.join(' ')}: ${stderr}${stdout}`);
  return stdout.trim() === '' ? undefined : (JSON.parse(stdout) as unknown);
}

const freePerson = () =>
  service.tenant.users.find(
    ({ licenses, usageLocation, userType }) =>
      usageLocation !== null &&
      userType === 'Member' &&
      !licenses.some(({ skuId }) => skuId === productIds.flowFree),
  );

test(
  'it lists licenses, people and groups to the last page, without annotations',
  async () => {
    const [licenses, users, groups] = await Promise.all([
      m365('entra', 'license', 'list'),
      m365('entra', 'user', 'list', '--properties', 'id,displayName'),
      m365('entra', 'group', 'list'),
    ]);
    expect(licenses).toHaveLength(service.tenant.skus.length);
    expect(users).toHaveLength(service.tenant.users.length);
    expect(groups).toHaveLength(service.tenant.groups.length);
    expect(JSON.stringify([licenses, users, groups])).not.toContain('@odata');
  },
  timeoutInMs,
);

test(
  'it finds a person and a group',
  async () => {
    const [user, group] = await Promise.all([
      m365('entra', 'user', 'get', '--userName', 'linus.hagg@vantholm.example'),
      m365('entra', 'group', 'get', '--id', groupIds.it),
    ]);
    expect(user).toMatchObject({ displayName: 'Linus Hägg' });
    expect(group).toMatchObject({ id: groupIds.it });
  },
  timeoutInMs,
);

test(
  'it adds and removes a license of a person',
  async () => {
    const person = freePerson();
    const id = person?.id ?? '';
    const held = async () =>
      ((await m365('entra', 'user', 'license', 'list', '--userId', id)) as { skuId: string }[]).map(
        ({ skuId }) => skuId,
      );
    await m365('entra', 'user', 'license', 'add', '--userId', id, '--ids', productIds.flowFree);
    expect(await held()).toContain(productIds.flowFree);
    await m365('entra', 'user', 'license', 'remove', '--userId', id, '--ids', productIds.flowFree, '--force');
    expect(await held()).not.toContain(productIds.flowFree);
  },
  timeoutInMs,
);

test(
  'it shows the sentence of a refusal',
  async () => {
    const id = freePerson()?.id ?? '';
    const refused = m365('entra', 'user', 'license', 'add', '--userId', id, '--ids', productIds.rota);
    await expect(refused).rejects.toThrow(
      `Subscription with SKU ${productIds.rota} does not have any available licenses.`,
    );
  },
  timeoutInMs,
);
