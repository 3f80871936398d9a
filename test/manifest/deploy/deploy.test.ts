// The whole deployment against the local Microsoft Graph and its sign-in: signing in, registration, consent, files.
import { mkdtemp, readFile, writeFile, mkdir, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { deploy } from '../../../manifest/deploy/deploy';
import type { DeployOptions } from '../../../manifest/deploy/deploy';
import { permissionIds } from '../../../manifest/permissions';
import { startStandalone } from '../../../src/sandbox/standalone/startStandalone';
import type { Standalone } from '../../../src/sandbox/standalone/startStandalone';

let standalone: Standalone;
beforeAll(async () => {
  standalone = await startStandalone({ port: 0, users: 200 });
});
afterAll(() => standalone.close());

/** Plays the person at the sign-in page: picks an account, agrees, and follows the way back to the command. */
const signInAs = (person: string) => async (address: string) => {
  const answer = await fetch(`${address}&person=${person}&consent=accept`, { redirect: 'manual' });
  const location = answer.headers.get('location');
  if (location === null) throw new Error(`The sign-in page stopped: ${await answer.text()}`);
  expect((await fetch(`${new URL(location).origin}//`)).status).toBe(404);
  void fetch(location);
};

async function setup() {
  const folder = await mkdtemp(join(tmpdir(), 'deploy-'));
  const [appFolder, outFolder] = [join(folder, 'app'), join(folder, 'out')];
  const build = async (files: Record<string, string>) => {
    await mkdir(appFolder, { recursive: true });
    for (const [name, text] of Object.entries(files)) await writeFile(join(appFolder, name), text);
  };
  await build({
    'index.html': '<title>App</title>',
    'main.11111111.js': 'run();'.repeat(300),
    'main.11111111.js.map': '{}',
  });
  const lines: string[] = [];
  const run = async (options: DeployOptions, person = 'global-admin') => {
    lines.length = 0;
    const faults = await deploy(options, {
      appFolder,
      outFolder,
      entraAppTemplate: await readFile('manifest/entra-app.template.json', 'utf8'),
      version: '1.2.3',
      authority: standalone.address,
      graphUrl: standalone.address,
      openPage: signInAs(person),
      wait: () => new Promise(() => undefined),
      print: (line) => lines.push(line),
    });
    return { faults, lines: lines.join('\n') };
  };
  const read = async (name: string) => (await readFile(join(outFolder, name))).toString();
  const list = async (name: string) => (await readdir(join(outFolder, name))).sort();
  return { build, run, read, list, outFolder, tenant: standalone.environment.tenant };
}

test('a domain alone gives the site, its settings and the registration; the ids come later', async () => {
  const { run, read, list, outFolder } = await setup();
  expect(await run({ domain: 'apps.example.com', path: '/isv' })).toMatchObject({ faults: [] });
  expect(await list('site/isv')).toEqual([
    'index.html',
    'main.11111111.js',
    'main.11111111.js.br',
    'main.11111111.js.gz',
  ]);
  expect(await list('source-maps')).toEqual(['main.11111111.js.map']);
  expect(await read('hosting/nginx.locations.conf')).toContain('location ^~ /isv/ {');

  // As register.sh and register.ps1 leave it; PowerShell puts a mark in front.
  const ids = {
    'client-id': '6f1d0c8e-7a52-4b0e-9d3f-2f9b6f0a4c11',
    'tenant-id': '6f1d0c8e-7a52-4b0e-9d3f-2f9b6f0a4c12',
  };
  await writeFile(join(outFolder, 'registration.json'), `\uFEFF${JSON.stringify(ids)}`);
  await run({});
  expect(JSON.parse(await read('site/isv/config.json'))).toEqual({
    clientId: ids['client-id'],
    tenant: { mode: 'single', id: ids['tenant-id'] },
  });
  const zip = unzipSync(await readFile(join(outFolder, 'isv-licenses.zip')));
  expect(Buffer.from(zip['manifest.json'] ?? []).toString()).toContain(
    'https://apps.example.com/isv/index.html',
  );
});

test('with a tenant it registers the app and consents; a second time nothing changes', async () => {
  const { run, read, tenant } = await setup();
  const first = await run({ domain: 'once.example.com', tenant: tenant.id });
  expect(first.lines).toContain('Created the registration ISV Licenses');
  const [app] = tenant.applications
    .all()
    .filter(({ spa }) => spa.redirectUris.includes('brk-multihub://once.example.com'));
  expect(app).toMatchObject({
    signInAudience: 'AzureADMyOrg',
    groupMembershipClaims: 'DirectoryRole',
    identifierUris: [`api://once.example.com/${app?.appId}`],
    spa: {
      redirectUris: [
        'https://once.example.com/redirect.html',
        'https://once.example.com/consent.html',
        'brk-multihub://once.example.com',
      ],
    },
  });
  const principal = tenant.servicePrincipals.all().find(({ appId }) => appId === app?.appId);
  const grants = tenant.permissionGrants.all().filter(({ clientId }) => clientId === principal?.id);
  expect(grants.map(({ scope, consentType }) => [scope, consentType])).toEqual([
    [Object.keys(permissionIds).join(' '), 'AllPrincipals'],
  ]);
  expect(JSON.parse(await read('site/config.json'))).toEqual({
    clientId: app?.appId,
    tenant: { mode: 'single', id: tenant.id },
  });

  const second = await run({ tenant: tenant.id });
  expect(second.lines).toMatch(
    /is as it should be[^]*service principal is there[^]*consent [^]*is there[^]*Everything else is as it should be/,
  );
});

test('what somebody else added stays, in the registration and in config.json; what is missing is added', async () => {
  const { run, read, build, list, outFolder, tenant } = await setup();
  await run({ domain: 'two.example.com', tenant: tenant.id });
  const [app] = tenant.applications.all().slice(-1);
  if (!app) throw new Error('There is no registration.');
  const spa = {
    redirectUris: ['https://other.example.com/redirect.html', 'https://two.example.com/redirect.html'],
  };
  tenant.applications.put({ ...app, displayName: 'Renamed', spa, groupMembershipClaims: 'All' });
  const config = {
    ...(JSON.parse(await read('site/config.json')) as object),
    hostOrigins: ['https://host.example.com'],
  };
  await writeFile(join(outFolder, 'site/config.json'), JSON.stringify(config));
  await writeFile(join(outFolder, 'site/our-catalogue.json'), '[]');
  await build({ 'main.22222222.js': 'walk();'.repeat(300) });

  expect((await run({ tenant: tenant.id })).lines).toContain(`Changed the registration ${app.appId}: spa.`);
  expect(tenant.applications.get(app.id)).toMatchObject({
    displayName: 'Renamed',
    groupMembershipClaims: 'All',
    spa: {
      redirectUris: [
        ...spa.redirectUris,
        'https://two.example.com/consent.html',
        'brk-multihub://two.example.com',
      ],
    },
  });
  expect(JSON.parse(await read('site/config.json'))).toEqual(config);
  expect(await list('site')).toContain('our-catalogue.json');
});

test('own pages stay and are named; pages that only the build changed are replaced', async () => {
  const { run, read, build, outFolder } = await setup();
  await build({ 'privacy.html': 'first', 'terms.html': 'first' });
  await run({ domain: 'five.example.com' });
  await writeFile(join(outFolder, 'site/privacy.html'), 'ours');
  await build({ 'privacy.html': 'second', 'terms.html': 'second' });
  for (let times = 0; times < 2; times += 1) {
    expect((await run({})).lines).toContain("Kept privacy.html, which this command didn't write.");
    expect([await read('site/privacy.html'), await read('site/terms.html')]).toEqual(['ours', 'second']);
  }
});

test('a newer client id stays, and a registration made by an older version is named until it is updated', async () => {
  const { run, read, outFolder } = await setup();
  const [older, newer] = ['6f1d0c8e-7a52-4b0e-9d3f-2f9b6f0a4c11', '6f1d0c8e-7a52-4b0e-9d3f-2f9b6f0a4c13'];
  const ids = { 'client-id': older, 'tenant-id': older };
  await mkdir(outFolder, { recursive: true });
  await writeFile(join(outFolder, 'registration.json'), JSON.stringify(ids));
  await run({ domain: 'six.example.com' });
  await run({ 'client-id': newer });
  expect((await run({})).lines).not.toContain('would differ');
  expect(JSON.parse(await read('site/config.json'))).toMatchObject({ clientId: newer });

  const app = JSON.parse(await read('entra-app.json')) as { spa: { redirectUris: string[] } };
  app.spa.redirectUris = app.spa.redirectUris.filter((uri) => !uri.includes('consent'));
  await writeFile(join(outFolder, 'registered-app.json'), JSON.stringify(app));
  for (let times = 0; times < 2; times += 1)
    expect((await run({})).lines).toContain(`The registration ${newer} would differ in spa.`);
  expect((await run({ 'client-id': newer })).lines).not.toContain('would differ');
});

test('a client id of another organization is left alone', async () => {
  const { run, tenant } = await setup();
  const other = '6f1d0c8e-7a52-4b0e-9d3f-2f9b6f0a4c11';
  await run({ domain: 'seven.example.com', 'client-id': other, 'tenant-id': other });
  expect((await run({ tenant: tenant.id })).lines).toMatch(
    /belongs to the organization 6f1d0c8e[^]*Created the registration/,
  );
});

test('the sentence of the service stops the command: no role, and no consent', async () => {
  const { run, tenant } = await setup();
  await run({ domain: 'three.example.com', tenant: tenant.id });
  await expect(
    run({ domain: 'four.example.com', 'client-id': undefined, tenant: tenant.id }, 'license-admin'),
  ).rejects.toThrow(
    /Microsoft Graph refused PATCH \S+ with 403 Authorization_RequestDenied: Insufficient privileges/,
  );
  expect((await run({ 'client-id': 'x' })).faults).toEqual([expect.stringContaining('client-id "x"')]);
});
