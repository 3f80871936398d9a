// cspell:ignore Futm Dmail Fsku -- addresses that are encoded twice
import { parseRoute } from '../../src/app/parseRoute';
import { parseProductKey } from '../../src/licensing/keys';
import { routes } from '../../src/ui/routes';

test.each([
  [routes.licenses, { kind: 'licenses' }],
  [routes.myApps, { kind: 'my-apps', installing: undefined }],
  [routes.jobs, { kind: 'jobs', id: undefined }],
  [routes.job('j 1'), { kind: 'jobs', id: 'j 1' }],
  [routes.configure, { kind: 'configure' }],
  [routes.about, { kind: 'about' }],
  [routes.product(parseProductKey('a-1')), { kind: 'product', key: 'a-1', view: 'users' }],
  [
    routes.product(parseProductKey('catalogue:x/y'), 'about'),
    { kind: 'product', key: 'catalogue:x/y', view: 'about' },
  ],
  [routes.assign(parseProductKey('a-1')), { kind: 'product', key: 'a-1', view: 'assign' }],
  [routes.productInstall(parseProductKey('a-1')), { kind: 'product', key: 'a-1', view: 'install' }],
  [routes.install(parseProductKey('a 1')), { kind: 'my-apps', installing: 'a 1' }],
  ['/', { kind: 'start' }],
  ['', { kind: 'start' }],
  ['/licenses/', { kind: 'licenses' }],
])('the route %p is read back', (address, route) => {
  expect(parseRoute(address)).toEqual(route);
});

test.each([
  '/nowhere',
  '/products',
  '/products/a/colors',
  '/products/a/users/b',
  '/licenses/a',
  '/about/a',
  '/install',
  '/install/a/b',
  '/jobs/a/b',
])('the route %p leads nowhere', (route) => expect(parseRoute(route)).toEqual({ kind: 'not-found' }));

test('a mistyped escape does not break the app', () => {
  expect(parseRoute('/products/100%')).toEqual({ kind: 'product', key: '100%', view: 'users' });
});

test.each([
  ['/products/0A11CE00-0000-4000-8000-000000000006/groups', 'product', 'groups'],
  ['/products/0a11ce00-0000-4000-8000-000000000006', 'product', 'users'],
])('the link %s of before products had keys still leads to the product', (route, kind, view) => {
  expect(parseRoute(route)).toEqual({ kind, key: 'sku:0a11ce00-0000-4000-8000-000000000006', view });
});

test('an install link of before products had keys still leads to the product', () => {
  expect(parseRoute('/install/0A11CE00-0000-4000-8000-000000000006')).toEqual({
    kind: 'my-apps',
    installing: 'sku:0a11ce00-0000-4000-8000-000000000006',
  });
});

const guid = '0a11ce00-0000-4000-8000-000000000006';

test.each([
  `/products/sku:${guid}?filter=issues`,
  `/products/sku:${guid}/?utm=mail`,
  `/products/sku:${guid}#part`,
  `/products/sku%253A${guid}`,
  `/products/sku%25253A${guid}`,
  `/products/sku%3A${guid.toUpperCase()}%3Futm%3Dmail`,
  `/products/{${guid.toUpperCase()}}`,
  `/products/sku:%7B${guid}%7D`,
  `/products%2Fsku%3A${guid}`,
  `/products%252Fsku%253A${guid}%253Futm`,
  `//products/sku:${guid}//`,
])('the link %p opens the product', (route) => {
  expect(parseRoute(route)).toEqual({ kind: 'product', key: `sku:${guid}`, view: 'users' });
});

test('a query leads to no other page', () => {
  expect(parseRoute('/licenses?filter=noneLeft')).toEqual({ kind: 'licenses' });
  expect(parseRoute('/?filter=noneLeft')).toEqual({ kind: 'start' });
});
