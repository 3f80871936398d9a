import { readPlace } from '../../src/app/readPlace';
import { routes } from '../../src/ui/routes';

test.each([
  [routes.licenses, { kind: 'licenses' }],
  [routes.myApps, { kind: 'my-apps', installing: undefined }],
  [routes.jobs, { kind: 'jobs', id: undefined }],
  [routes.job('j 1'), { kind: 'jobs', id: 'j 1' }],
  [routes.configure, { kind: 'configure' }],
  [routes.product('a-1'), { kind: 'product', key: 'a-1', view: 'users' }],
  [routes.product('catalogue:x/y', 'about'), { kind: 'product', key: 'catalogue:x/y', view: 'about' }],
  [routes.assign('a-1'), { kind: 'product', key: 'a-1', view: 'assign' }],
  [routes.productInstall('a-1'), { kind: 'product', key: 'a-1', view: 'install' }],
  [routes.install('a 1'), { kind: 'my-apps', installing: 'a 1' }],
  ['/', { kind: 'start' }],
  ['', { kind: 'start' }],
  ['/licenses/', { kind: 'licenses' }],
])('the route %p is read back', (route, place) => {
  expect(readPlace(route)).toEqual(place);
});

test.each([
  '/nowhere',
  '/products',
  '/products/a/colours',
  '/products/a/users/b',
  '/licenses/a',
  '/install',
  '/install/a/b',
  '/jobs/a/b',
])('the route %p leads nowhere', (route) => expect(readPlace(route)).toEqual({ kind: 'nowhere' }));

test('a mistyped escape does not break the app', () => {
  expect(readPlace('/products/100%')).toEqual({ kind: 'product', key: '100%', view: 'users' });
});
