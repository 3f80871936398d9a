// cspell:ignore domian
import { readArguments } from '../../manifest/readArguments';

const clientId = '6f1d0c8e-7a52-4b0e-9d3f-2f9b6f0a4c11';

function setup(over: Record<string, string> = {}): string[] {
  const given = { domain: 'app.example.com', 'client-id': clientId, ...over };
  return Object.entries(given).map(([name, value]) => `--${name}=${value}`);
}

test('good input is read, with defaults for version and file', () => {
  expect(readArguments(setup(), '0.1.0')).toEqual({
    input: { domain: 'app.example.com', clientId, version: '0.1.0', out: 'dist/isv-licenses.zip' },
  });
});

test('upper case in the domain and the client id is made lower case', () => {
  const read = readArguments(
    setup({ domain: 'App.Example.com', 'client-id': clientId.toUpperCase() }),
    '0.1.0',
  );
  expect(read).toMatchObject({ input: { domain: 'app.example.com', clientId } });
});

test.each([
  ['https://app.example.com', 'app.example.com'],
  ['app.example.com:8443', 'app.example.com'],
  ['app.example.com/tab/', 'app.example.com'],
  ['*.example.com', 'example.com'],
  ['app.example.com.', 'app.example.com'],
  ['åäö.example', 'xn--4cab6c.example'],
])('the domain %s is refused, and %s proposed', (domain, proposed) => {
  const read = readArguments(setup({ domain }), '0.1.0');
  expect(read).toEqual({
    faults: [expect.stringContaining(`Leave out scheme, port, and path: ${proposed}.`)],
  });
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
  expect(readArguments(setup({ domain }), '0.1.0')).toEqual({
    faults: [expect.stringContaining(`"${domain}"`)],
  });
});

test('every fault is named at once', () => {
  const read = readArguments(
    setup({ domain: 'x', 'client-id': 'y', version: '1.02.3', out: 'a.tar' }),
    '0.1.0',
  );
  expect(read).toEqual({
    faults: ['domain "x"', 'client-id "y"', 'version "1.02.3"', 'out "a.tar"'].map(
      (part) => expect.stringContaining(part) as string,
    ),
  });
});

test('what is missing and what is unknown is named', () => {
  expect(readArguments([], '0.1.0')).toEqual({ faults: ['--domain is missing.', '--client-id is missing.'] });
  expect(readArguments(['--domian', 'x'], '0.1.0')).toEqual({
    faults: [expect.stringContaining('--domian')],
  });
});
