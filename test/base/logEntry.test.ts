// cspell:disable -- invented names
import fc from 'fast-check';
import type { LogFields } from '../../src/base/logEntry';
import { redactEntry, redactFields } from '../../src/base/logEntry';

const guid = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

test('known fields of the expected shape pass', () => {
  const fields: LogFields = {
    code: 'sign-in-needed',
    kind: 'popup',
    method: 'PATCH',
    status: 429,
    serviceCode: 'Request_BadRequest',
    scopes: 'User.Read LicenseAssignment.ReadWrite.All User.ReadBasic.All',
    requestId: guid,
    clientRequestId: guid,
    durationInMs: 12,
    isFresh: true,
    version: '2.58.0',
    serviceHost: 'graph.microsoft.com',
    hostName: 'TeamsModern',
    clientType: 'desktop',
    error: 'TypeError',
    place: 'main.1a2b3c4d.js:1:234',
  };
  expect(redactFields(fields)).toEqual(fields);
});

test('numbers are rounded, and what is undefined is left out', () => {
  expect(redactFields({ durationInMs: 1.4, status: undefined })).toEqual({ durationInMs: 1 });
});

test('a value of another shape is replaced, a field of another name left out', () => {
  const fields: Record<string, string | number> = {
    code: 'Ada Lovelace',
    count: NaN,
    name: 'Ada',
    [guid]: 1,
  };
  expect(redactFields(fields)).toEqual({ code: 'redacted', count: 'redacted' });
});

test.each([
  [
    `https://graph.microsoft.com/v1.0/users/${guid}/assignLicense?$select=id`,
    '/v1.0/users/{id}/assignLicense',
  ],
  ['/users/ada@tenant.example/licenseDetails', '/users/{id}/licenseDetails'],
  ['/users/ada', '/users/{id}'],
  ['/users/adaLovelace/licenseDetails', '/users/{id}/licenseDetails'],
  [`/groups/${guid}/members/${guid}/$ref`, '/groups/{id}/members/{id}/$ref'],
  ["/users(userPrincipalName='ada')", '/{id}'],
  ['https://graph.microsoft.com/v1.0/$batch', '/v1.0/$batch'],
  ['/directoryObjects/getByIds', '/directoryObjects/getByIds'],
  [
    '/groups/1/transitiveMembers/microsoft.graph.user/$count',
    '/groups/{id}/transitiveMembers/microsoft.graph.user/$count',
  ],
  ['/auditLogs/directoryAudits?$filter=x', '/auditLogs/directoryAudits'],
  ['https://app.example/config.json', '/config.json'],
  ['/me#ada', '/me'],
  ['', ''],
])('the path of %s is %s', (url, path) => {
  expect(redactFields({ path: url })).toEqual({ path });
});

const base64url = fc
  .uint8Array({ minLength: 8, maxLength: 60 })
  .map((bytes) => Buffer.from(bytes).toString('base64url'));
const token = fc
  .tuple(base64url, base64url, base64url)
  .map(([head, body, signature]) => `eyJ${head}.eyJ${body}.${signature}`);
const names = [
  'Ada',
  'Åsa',
  'Łukasz',
  'Jean-Luc',
  "O'Neill",
  'Lovelace',
  'de Souza',
  'Ng',
  '李小龍',
  'Bergström',
];
const displayName = fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }).map((parts) => {
  const joined = parts.join(' ');
  return joined.charAt(0).toUpperCase() + joined.slice(1);
});
const secret = fc.oneof(token, fc.emailAddress(), displayName);
const wrapped = fc.tuple(
  secret,
  fc.constantFrom('', '/users/', 'https://graph.microsoft.com/v1.0/groups/', 'code '),
);

const texts = [
  ...['code', 'reason', 'kind', 'step', 'method', 'path', 'serviceCode', 'scopes', 'version', 'serviceHost'],
  ...['hostName', 'clientType', 'error', 'place', 'status', 'count', 'durationInMs', 'isFresh', 'attempt'],
];
const requestIds = ['requestId', 'clientRequestId'];
const level = 'info';

test('tokens, addresses and names never come out, wherever they are put', () => {
  const name = fc.oneof(fc.constantFrom(...texts, ...requestIds), fc.string(), secret);
  fc.assert(
    fc.property(wrapped, name, ([value, before], field) => {
      const text = before + value;
      const fields = { [field]: text, [text]: text };
      const out = JSON.stringify(redactEntry({ at: 0, level, area: text, event: text, fields }));
      expect(out).not.toContain(value);
      expect(out).not.toContain(JSON.stringify(value).slice(1, -1));
    }),
    { numRuns: 3_000 },
  );
});

test('GUIDs come out as ids of requests alone', () => {
  fc.assert(
    fc.property(
      fc.uuid(),
      fc.constantFrom(...texts),
      fc.constantFrom('', '/users/', '/'),
      (id, field, before) => {
        const text = before + id;
        const fields = { [field]: text, [id]: 1 };
        const out = JSON.stringify(redactEntry({ at: 0, level, area: text, event: text, fields }));
        expect(out).not.toContain(id);
      },
    ),
    { numRuns: 3_000 },
  );
});

test('objects in place of values never come out', () => {
  fc.assert(
    fc.property(fc.constantFrom(...texts, ...requestIds), fc.object(), (field, value) => {
      // A caller that the compiler did not hold back.
      const fields: LogFields = JSON.parse(JSON.stringify({ [field]: value })) as LogFields;
      expect(redactFields(fields)).toEqual({ [field]: 'redacted' });
    }),
  );
});
