import { deepLinkOf } from '../../../src/app/bootstrap/deepLinkOf';
import { fakeHost } from '../support/fakeParts';

test.each([
  ['products/abc/groups', '#/products/abc/groups'],
  ['/my-apps', '#/my-apps'],
  ['#/licenses', '#/licenses'],
  ['', undefined],
  ['//evil.example', '#/evil.example'],
  ['javascript:alert(1)', '#/javascript:alert(1)'],
])('the deep link %p opens %p, which is always a place of this app', (subPageId, hash) => {
  expect(deepLinkOf(fakeHost({ subPageId }).context)).toBe(hash);
});

test('the settings frame always opens the settings', () => {
  expect(deepLinkOf(fakeHost({ frameContext: 'settings', subPageId: 'licenses' }).context)).toBe(
    '#/configure',
  );
});
