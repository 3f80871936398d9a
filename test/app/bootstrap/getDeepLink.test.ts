import { getDeepLink } from '../../../src/app/bootstrap/getDeepLink';
import { fakeHost } from '../support/fakeParts';

test.each([
  ['products/abc/groups', '#/products/abc/groups'],
  ['/my-apps', '#/my-apps'],
  ['#/licenses', '#/licenses'],
  ['', undefined],
  ['//evil.example', '#/evil.example'],
  ['javascript:alert(1)', '#/javascript:alert(1)'],
])('the deep link %p opens %p, which is always a place of this app', (subPageId, hash) => {
  expect(getDeepLink(fakeHost({ subPageId }).context)).toBe(hash);
});

test('the settings frame always opens the settings', () => {
  expect(getDeepLink(fakeHost({ frameContext: 'settings', subPageId: 'licenses' }).context)).toBe(
    '#/configure',
  );
});
