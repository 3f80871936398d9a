import { readDeployment } from '../../manifest/deployment';

const faultsOf = (options: Record<string, string>) => {
  const read = readDeployment({ domain: 'app.example.com', ...options }, '0.1.0');
  return 'faults' in read ? read.faults : [];
};

test('a domain is enough; it is made lower case, and the version is that of the app', () => {
  expect(readDeployment({ domain: 'App.Example.com' }, '0.1.0')).toMatchObject({
    deployment: {
      domain: 'app.example.com',
      path: '',
      version: '0.1.0',
      audience: 'single',
      cloud: 'public',
    },
  });
});

test.each([
  ['https://app.example.com', 'app.example.com'],
  ['app.example.com:8443', 'app.example.com'],
  ['app.example.com/tab/', 'app.example.com'],
  ['*.example.com', 'example.com'],
  ['app.example.com.', 'app.example.com'],
  ['åäö.example', 'xn--4cab6c.example'],
])('the domain %s is refused, and %s proposed', (domain, proposed) => {
  expect(faultsOf({ domain })).toEqual([
    expect.stringContaining(`Leave out scheme, port, and path: ${proposed}.`),
  ]);
});

test.each([
  ['localhost'],
  ['10.0.0.1'],
  ['-a.example'],
  ['a_b.example'],
  ['a b.example'],
  [`${'a'.repeat(64)}.example`],
  ['https://'],
])('the domain %s is refused', (domain) => {
  expect(faultsOf({ domain })).toEqual([expect.stringContaining(`"${domain}"`)]);
});

test('every fault is named at once', () => {
  const given = {
    domain: 'x',
    path: '/a b',
    cloud: 'moon',
    audience: 'all',
    'client-id': 'y',
    version: '1.02.3',
    'privacy-url': 'http://example.com/',
    'accent-color': 'teal',
    developer: 'x'.repeat(33),
  };
  expect(faultsOf(given)).toEqual(
    [
      'domain "x"',
      'path "/a b"',
      'cloud "moon"',
      'audience "all"',
      'client-id "y"',
      'version "1.02.3"',
      'privacy-url "http://example.com/"',
      'accent-color "teal"',
      'developer must',
    ].map((part) => expect.stringContaining(part) as string),
  );
  expect(readDeployment({}, '0.1.0')).toEqual({ faults: ['--domain is missing.'] });
});
