import { AppError } from '../../src/base/appError';
import { checkLink } from '../../src/install/checkLink';

const allowed = new Set(['vendor.example', 'teams.microsoft.com']);

test('an https link to a named host is let through in its normal form', () => {
  expect(checkLink('https://VENDOR.example:443/a b', allowed)).toBe('https://vendor.example/a%20b');
});

test.each([
  ['http', 'http://vendor.example/'],
  ['a script', 'javascript:alert(1)'],
  ['data', 'data:text/html,x'],
  ['another host', 'https://elsewhere.example/'],
  ['a host that ends like a named one', 'https://evilvendor.example/'],
  ['a host below a named one', 'https://www.vendor.example/'],
  ['a named host as the user name', 'https://vendor.example@elsewhere.example/'],
  ['a user name', 'https://someone@vendor.example/'],
  ['another port', 'https://vendor.example:8443/'],
  ['no address', 'vendor.example'],
  ['an empty text', ''],
])('%s is refused', (_name, url) => {
  expect(() => checkLink(url, allowed)).toThrow(new AppError('link-refused'));
});
