import { importChunk } from '../../../src/app/deferred/importChunk';
import { lazyProxy } from '../../../src/app/deferred/lazyProxy';
import { loadOnce } from '../../../src/app/deferred/loadOnce';
import { AppError, toAppError } from '../../../src/base/appError';
import { systemClock } from '../../../src/base/clock';

test('a part that failed to load is asked for again, and then told as unreachable', async () => {
  const clock = { ...systemClock, wait: () => Promise.resolve() };
  const lost = new Error('ChunkLoadError');
  let tries = 0;
  const loadAfter = (failures: number) => () => {
    tries += 1;
    return tries > failures ? Promise.resolve('part') : Promise.reject(lost);
  };
  await expect(importChunk(loadAfter(1), clock)).resolves.toBe('part');
  tries = 0;
  await expect(importChunk(loadAfter(2), clock)).rejects.toMatchObject({
    code: 'chunk-load-failed',
    cause: lost,
  });
  expect(tries).toBe(2);
});

test('without a connection, a part is asked for again only once there is one', async () => {
  Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
  const clock = { ...systemClock, wait: () => Promise.resolve() };
  let tries = 0;
  const loading = importChunk(() => {
    tries += 1;
    return tries === 1 ? Promise.reject(new Error('lost')) : Promise.resolve('part');
  }, clock);
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  expect(tries).toBe(1);
  Reflect.deleteProperty(navigator, 'onLine');
  window.dispatchEvent(new Event('online'));
  await expect(loading).resolves.toBe('part');
});

test.each([
  ['names a newer file', '<link href="skeleton.css"><script src="main.2.js"></script>', true],
  ['names the same files', '<link href="skeleton.css"><script src="main.1.js"></script>', false],
  ['is another page', '<script src="portal.js"></script>', false],
  ['cannot be had', undefined, false],
])('a lost part of an app whose page %s is told so', async (_how, page, isOutdated) => {
  const own = document.createElement('script');
  own.setAttribute('src', 'main.1.js');
  own.type = 'text/plain';
  document.head.append(own);
  const clock = { ...systemClock, wait: () => Promise.resolve() };
  const readPage = () =>
    page === undefined ? Promise.reject(new AppError('offline')) : Promise.resolve(page);
  const lost = (): Promise<never> => Promise.reject(new Error('Loading chunk 7 failed'));
  const error = await importChunk(lost, clock, readPage).catch(toAppError);
  expect(error.code === 'app-outdated').toBe(isOutdated);
  own.remove();
});

test('what was loaded is kept, and what failed is loaded again', async () => {
  const answers = [() => Promise.reject(new AppError('chunk-load-failed')), () => Promise.resolve({})];
  const load = loadOnce(() => (answers.shift() ?? fail)());
  const [one, other] = await Promise.allSettled([load(), load()]);
  expect([one.status, other.status]).toEqual(['rejected', 'rejected']);
  expect(await load()).toBe(await load());
});

test('a method waits for its object, hands everything on and answers alike', async () => {
  const received: unknown[] = [];
  const object = {
    greet: (...words: string[]) => {
      received.push(...words);
      return Promise.resolve('greeted');
    },
    refuse: () => Promise.reject(new AppError('forbidden')),
  };
  const { greet, refuse } = lazyProxy(() => Promise.resolve(object), ['greet', 'refuse']);
  await expect(greet('hello', 'there')).resolves.toBe('greeted');
  expect(received).toEqual(['hello', 'there']);
  await expect(refuse()).rejects.toMatchObject({ code: 'forbidden' });
});

test('a method of an object that cannot be had rejects with why', async () => {
  const load = (): Promise<{ go(): Promise<void> }> => Promise.reject(new AppError('chunk-load-failed'));
  await expect(lazyProxy(load, ['go']).go()).rejects.toMatchObject({ code: 'chunk-load-failed' });
});

function fail(): Promise<never> {
  throw new Error('loaded too often');
}
