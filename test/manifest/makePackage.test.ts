// cspell:ignore nmae
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AppManifestUtils, type TeamsManifestV1D30 } from '@microsoft/app-manifest';
import { strFromU8, unzipSync } from 'fflate';
import { makePackage, type PackageSources } from '../../manifest/makePackage';
import { readDeployment } from '../../manifest/deployment';
import { makeEntraApp } from '../../manifest/entraApp';
import { graphAppId, permissionIds } from '../../manifest/permissions';
import { storeFaults } from '../../manifest/storeFaults';
import type { StoreManifest } from '../../manifest/storeFaults';
import { zipPackage } from '../../manifest/zipPackage';
import { requestedName } from '../../src/auth/scopes';
import { routes } from '../../src/ui/routes';

const folder = resolve(__dirname, '../../manifest');
const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
const clientId = '6f1d0c8e-7a52-4b0e-9d3f-2f9b6f0a4c11';

function deploymentOf(options: Record<string, string> = {}) {
  const read = readDeployment({ domain: 'app.example.com', version: '1.2.3', ...options }, '0.0.0');
  if ('faults' in read) throw new Error(read.faults.join());
  return { ...read.deployment, clientId };
}

function setup(over: Partial<PackageSources> = {}): PackageSources {
  return {
    manifestTemplate: text('manifest.template.json'),
    swedish: text('sv.json'),
    color: readFileSync(join(folder, 'color.png')),
    outline: readFileSync(join(folder, 'outline.png')),
    color32x32: readFileSync(join(folder, 'color32x32.png')),
    ...over,
  };
}

async function make(options: Record<string, string> = {}) {
  const made = await makePackage(deploymentOf(options), setup());
  if ('faults' in made) throw new Error(made.faults.join('\n'));
  return made;
}

test('the zip holds a valid manifest, its translation and both icons, and nothing else', async () => {
  const unzipped = unzipSync(zipPackage((await make()).files));
  expect(Object.keys(unzipped)).toEqual([
    'manifest.json',
    'sv.json',
    'color.png',
    'outline.png',
    'color32x32.png',
  ]);
  const manifest = JSON.parse(
    strFromU8(unzipped['manifest.json'] ?? new Uint8Array()),
  ) as TeamsManifestV1D30.TeamsManifestV1D30;
  expect(await AppManifestUtils.validateAgainstSchema(manifest)).toEqual([]);
  const named = [
    manifest.icons.color,
    manifest.icons.outline,
    manifest.icons.color32x32,
    manifest.localizationInfo?.additionalLanguages?.[0]?.file,
  ];
  expect(named.every((name) => name !== undefined && name in unzipped)).toBe(true);
});

test('the manifest names the domain, the client id and the version, and leaves no placeholder', async () => {
  const { files } = await make();
  const manifest = strFromU8(files['manifest.json'] ?? new Uint8Array());
  expect(manifest).not.toContain('{{');
  expect(JSON.parse(manifest)).toMatchObject({
    version: '1.2.3',
    validDomains: ['app.example.com'],
    webApplicationInfo: {
      id: clientId,
      nestedAppAuthInfo: [{ redirectUri: 'brk-multihub://app.example.com' }],
    },
  });
});

test('every address in the manifest lies in a valid domain', async () => {
  const { files } = await make();
  const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as { $schema?: string };
  delete manifest.$schema;
  const hosts = [...JSON.stringify(manifest).matchAll(/Url":"https?:\/\/([^/"]+)/g)].map(([, host]) => host);
  expect(new Set(hosts)).toEqual(new Set(['app.example.com']));
});

test('the token that the host fetches ahead is the one that the app asks for first, in the same spelling', () => {
  expect(JSON.parse(text('manifest.template.json'))).toMatchObject({
    webApplicationInfo: { nestedAppAuthInfo: [{ scopes: [requestedName('User.Read')] }] },
  });
});

test('the configurable tab opens the page of the app that configures it', () => {
  expect(JSON.parse(text('manifest.template.json'))).toMatchObject({
    configurableTabs: [{ configurationUrl: `{{base}}/index.html#${routes.configure}` }],
  });
});

test('the same input gives the same bytes', async () => {
  const [first, second] = [zipPackage((await make()).files), zipPackage((await make()).files)];
  expect(Buffer.from(first).equals(second)).toBe(true);
});

test('a path, and pages, a publisher and an id of its own stand in the manifest', async () => {
  const { files } = await make({
    path: '/isv',
    'privacy-url': 'https://example.com/privacy',
    developer: 'Example "Apps" AB',
    'app-id': '6F1D0C8E-7A52-4B0E-9D3F-2F9B6F0A4C12',
    'accent-color': '#123456',
  });
  expect(JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()))).toMatchObject({
    id: '6f1d0c8e-7a52-4b0e-9d3f-2f9b6f0a4c12',
    developer: {
      name: 'Example "Apps" AB',
      websiteUrl: 'https://app.example.com/isv/about.html',
      privacyUrl: 'https://example.com/privacy',
      termsOfUseUrl: 'https://app.example.com/isv/terms.html',
    },
    accentColor: '#123456',
    staticTabs: [{ contentUrl: 'https://app.example.com/isv/index.html' }],
    validDomains: ['app.example.com'],
  });
});

test('the app registration has every redirect address and every permission of the app', () => {
  const app = makeEntraApp(
    text('entra-app.template.json'),
    deploymentOf({ path: 'isv/', audience: 'multi' }),
  );
  expect(app).toMatchObject({
    signInAudience: 'AzureADMultipleOrgs',
    spa: {
      redirectUris: [
        'https://app.example.com/isv/redirect.html',
        'https://app.example.com/isv/consent.html',
        'brk-multihub://app.example.com',
      ],
    },
    requiredResourceAccess: [
      {
        resourceAppId: graphAppId,
        resourceAccess: Object.values(permissionIds).map((id) => ({ id, type: 'Scope' })),
      },
    ],
  });
});

test('a manifest that breaks the schema is refused with the place', async () => {
  const manifestTemplate = text('manifest.template.json').replace('{{accentColor}}', 'teal');
  const made = await makePackage(deploymentOf(), setup({ manifestTemplate }));
  expect(made).toEqual({
    faults: [expect.stringContaining("manifest.json doesn't match the official schema: /accentColor")],
  });
});

test('a translation that breaks the schema is refused', async () => {
  const swedish = text('sv.json').replace('{', '{ "nmae.short": "x",');
  const made = await makePackage(deploymentOf(), setup({ swedish }));
  expect(made).toEqual({ faults: [expect.stringContaining("sv.json doesn't match the official schema")] });
});

test('an icon of the wrong size is refused', async () => {
  const made = await makePackage(deploymentOf(), setup({ color: setup().outline }));
  expect(made).toEqual({ faults: ['color.png is 32 by 32 pixels; Teams wants 192 by 192.'] });
});

test('the translation covers each name and description of the manifest', () => {
  const keys = Object.keys(JSON.parse(text('sv.json')) as object);
  expect(keys).toEqual(
    expect.arrayContaining([
      'name.short',
      'name.full',
      'description.short',
      'description.full',
      'staticTabs[0].name',
    ]),
  );
});

test('the rules of the Store name what the defaults leave open, and what a deployment spoils', async () => {
  const faultsOf = async (options?: Record<string, string>) => {
    const { files } = await make(options);
    const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as StoreManifest;
    return storeFaults(manifest, Object.keys(files));
  };
  expect(await faultsOf({ version: '0.1.0' })).toEqual([
    expect.stringContaining('--app-id'),
    expect.stringContaining('--version'),
  ]);
  const own = { 'app-id': '6f1d0c8e-7a52-4b0e-9d3f-2f9b6f0a4c12' };
  expect(await faultsOf(own)).toEqual([]);
  const spoiled = { 'website-url': 'https://app.example.com/index.html', developer: 'Teams fans' };
  expect(await faultsOf({ ...own, ...spoiled })).toHaveLength(2);
});
