// cspell:ignore Futm Dmail Fsku -- addresses that are encoded twice
import { parseRoute } from '../../src/app/routes';
import { parseProductKey } from '../../src/licensing/keys';
import { routes } from '../../src/ui/routes';

/** The kind of page that a route leads to, with its parameters. */
function read(route: string): object {
  const { kind, params } = parseRoute(route);
  return { kind, ...params };
}

test.each([
  [routes.licenses, { kind: 'licenses' }],
  [routes.myApps, { kind: 'my-apps', installing: undefined }],
  [routes.jobs, { kind: 'jobs', jobId: undefined }],
  [routes.job('j 1'), { kind: 'jobs', jobId: 'j 1' }],
  [routes.configure, { kind: 'configure' }],
  [routes.about, { kind: 'about' }],
  [routes.product(parseProductKey('a-1')), { kind: 'product', productKey: 'a-1', view: 'users' }],
  [
    routes.product(parseProductKey('catalogue:x/y'), 'about'),
    { kind: 'product', productKey: 'catalogue:x/y', view: 'about' },
  ],
  [routes.assign(parseProductKey('a-1')), { kind: 'product', productKey: 'a-1', view: 'assign' }],
  [routes.productInstall(parseProductKey('a-1')), { kind: 'product', productKey: 'a-1', view: 'install' }],
  [routes.install(parseProductKey('a 1')), { kind: 'my-apps', installing: 'a 1' }],
  ['/', { kind: 'start' }],
  ['', { kind: 'start' }],
  ['/licenses/', { kind: 'licenses' }],
])('the route %p is read back', (address, route) => {
  expect(read(address)).toEqual(route);
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
])('the route %p leads nowhere', (route) => expect(read(route)).toEqual({ kind: 'not-found' }));

test('a mistyped escape does not break the app', () => {
  expect(read('/products/100%')).toEqual({ kind: 'product', productKey: '100%', view: 'users' });
});

test.each([
  ['/products/0A11CE00-0000-4000-8000-000000000006/groups', 'product', 'groups'],
  ['/products/0a11ce00-0000-4000-8000-000000000006', 'product', 'users'],
])('the link %s of before products had keys still leads to the product', (route, kind, view) => {
  expect(read(route)).toEqual({ kind, productKey: 'sku:0a11ce00-0000-4000-8000-000000000006', view });
});

test('an install link of before products had keys still leads to the product', () => {
  expect(read('/install/0A11CE00-0000-4000-8000-000000000006')).toEqual({
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
  expect(read(route)).toEqual({ kind: 'product', productKey: `sku:${guid}`, view: 'users' });
});

test('a query leads to no other page', () => {
  expect(read('/licenses?filter=noneLeft')).toEqual({ kind: 'licenses' });
  expect(read('/?filter=noneLeft')).toEqual({ kind: 'start' });
});

test.each([
  [routes.licenses, undefined],
  [routes.product(parseProductKey('a-1'), 'groups'), routes.licenses],
  [routes.assign(parseProductKey('a-1')), routes.product(parseProductKey('a-1'))],
  [routes.job('j-1'), routes.jobs],
  [routes.jobs, undefined],
  [routes.install(parseProductKey('a-1')), routes.myApps],
])('from %p, Back leads to %p after a deep link', (route, parent) =>
  expect(parseRoute(route).parent).toBe(parent),
);

test('a tab, a pane or a dialog leaves the page of a product, another product does not', () => {
  const key = parseProductKey('a-1');
  const { pageKey } = parseRoute(routes.product(key));
  for (const route of [routes.product(key, 'groups'), routes.assign(key), routes.productInstall(key)])
    expect(parseRoute(route).pageKey).toBe(pageKey);
  expect(parseRoute(routes.product(parseProductKey('a-2'))).pageKey).not.toBe(pageKey);
  expect(parseRoute(routes.job('1')).pageKey).not.toBe(parseRoute(routes.job('2')).pageKey);
});
