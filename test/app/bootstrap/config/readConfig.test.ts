import { AppError } from '../../../../src/base/appError';
import { getAuthority } from '../../../../src/app/bootstrap/config/authority';
import sample from '../../../../src/app/bootstrap/config/config.sample.json';
import { readConfig } from '../../../../src/app/bootstrap/config/readConfig';

const guid = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const smallest = { clientId: guid, tenant: { mode: 'single', id: guid } };

function faultsOf(json: unknown): readonly string[] {
  try {
    readConfig(json);
    return [];
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'config-invalid') return thrown.faults;
    throw thrown;
  }
}

test('the smallest configuration gets the defaults of the public cloud', () => {
  const config = readConfig(smallest);
  expect(config).toMatchObject({
    graphUrl: 'https://graph.microsoft.com',
    hostOrigins: [],
    catalogueUrl: 'catalogue.json',
  });
  expect(getAuthority(config)).toBe(`https://login.microsoftonline.com/${guid}`);
});

test('a deployment for any organization signs in without naming one', () => {
  const config = readConfig({ clientId: guid, tenant: { mode: 'multi' } });
  expect(getAuthority(config)).toBe('https://login.microsoftonline.com/organizations');
});

test('a sandbox may be on plain http under localhost', () => {
  expect(
    faultsOf({
      ...smallest,
      graphUrl: 'http://graph.localhost:5302',
      hostOrigins: ['http://localhost:5300', 'http://teams.localhost:5300'],
      signIn: {
        authority: `https://login.microsoftonline.com/${guid}`,
        authorityMetadata: { token_endpoint: 'http://login.localhost:5303/token' },
      },
    }),
  ).toEqual([]);
});

test('every fault is named at once, each with its place', () => {
  const faults = faultsOf({
    clientId: 'my-app',
    tenant: { mode: 'single' },
    graphUrl: 'http://graph.example',
    hostOrigins: ['https://host.example/path'],
    catalogueUrl: 'http://elsewhere.example/catalogue.json',
    signIn: { authority: 'ftp://login.example' },
  });
  expect(faults).toEqual([
    'clientId: must be a GUID such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301',
    'tenant.id: is missing',
    'graphUrl: must be an origin such as https://host.example, with no path and no slash at the end',
    'hostOrigins.0: must be an origin such as https://host.example, with no path and no slash at the end',
    'catalogueUrl: must be relative or an https address',
    'signIn.authority: must be an https address',
  ]);
});

test('settings that are not known are named at any depth, and the known ones are used', () => {
  const config = readConfig({
    $schema: 'schema.json',
    ...smallest,
    tenant: { ...smallest.tenant, region: 'eu' },
    graphURL: 'https://graph.microsoft.us',
    hostOrigins: ['https://host.example'],
    signIn: {
      authority: 'https://login.example/t',
      authorityMetadata: { token_endpoint: 'https://login.example/token' },
      prompt: true,
    },
  });
  expect(config.unknownSettings).toEqual(['tenant.region', 'graphURL', 'signIn.prompt']);
  expect(config).toMatchObject({
    hostOrigins: ['https://host.example'],
    tenant: { mode: 'single', id: guid },
  });
  expect(readConfig(smallest).unknownSettings).toEqual([]);
});

test.each([
  ['no object', null, 'config.json: must be an object'],
  ['no client id', { tenant: { mode: 'multi' } }, 'clientId: is missing'],
  ['no tenant', { clientId: guid }, 'tenant: is missing'],
  [
    'an unknown tenant mode',
    { clientId: guid, tenant: { mode: 'all' } },
    'tenant.mode: must be { "mode": "single", "id": "<tenant id>" } or { "mode": "multi" }',
  ],
  [
    'an authority on plain http, which MSAL refuses even on this machine,',
    { ...smallest, signIn: { authority: 'http://login.localhost:5303/tenant' } },
    'signIn.authority: must be an https address',
  ],
  [
    'an address without scheme',
    { ...smallest, catalogueUrl: '//elsewhere.example/c.json' },
    'catalogueUrl: must be relative or an https address',
  ],
])('%s is a fault', (_name, json, fault) => {
  expect(faultsOf(json)).toEqual([fault]);
});

test('the sample has no other faults than its placeholders', () => {
  expect(faultsOf(sample)).toEqual([
    'clientId: is still the placeholder; put your own GUID here',
    'tenant.id: is still the placeholder; put your own GUID here',
  ]);
});

test.each([
  ['\\\\evil.example\\c.json'],
  ['/\\evil.example/c.json'],
  [' https://evil.example/c.json'],
  ['\t//evil.example/c.json'],
  ['/\t/evil.example/c.json'],
  ['\u0001//evil.example/c.json'],
  ['https:\\\\evil.example'],
  ['https:evil.example/c.json'],
  ['javascript:alert(1)'],
  ['http://localhost.evil.example/c.json'],
])('the address %j of a catalog only looks relative, and is refused', (catalogueUrl) => {
  expect(faultsOf({ ...smallest, catalogueUrl })).toEqual([
    'catalogueUrl: must be relative or an https address',
  ]);
});

test.each([['catalogue.json'], ['/data/c.json'], ['../c.json?v=1'], ['https://apps.example.com/c.json']])(
  'the address %s of a catalog is taken',
  (catalogueUrl) => expect(faultsOf({ ...smallest, catalogueUrl })).toEqual([]),
);

test.each([
  ['http://graph.example'],
  ['http://localhost.evil.example'],
  ['http://evil-localhost'],
  ['http://127.0.0.1.evil.example'],
])('a Graph at %s is refused, since plain http is for names of this machine alone', (graphUrl) =>
  expect(faultsOf({ ...smallest, graphUrl })).toHaveLength(1),
);
