import { loadCatalogue } from '../../../src/app/services/loadCatalogue';
import type { Send } from '../../../src/http/types';
import { manualClock } from '../../base/manualClock';

const entry = {
  id: 'plover-notes',
  name: 'Plover Notes',
  publisher: 'Plover',
  owner: 'isv',
  skuIds: ['3f2504e0-4f89-41d3-9a0c-0305e82c3301'],
};

const answering =
  (status: number, text: string): Send =>
  () =>
    Promise.resolve({ status, headers: {}, body: new TextEncoder().encode(text) });

test('a catalog that is there is read', async () => {
  const { catalogue, catalogueError } = await loadCatalogue(
    answering(200, JSON.stringify({ entries: [entry] })),
    'catalogue.json',
  );
  expect(catalogue.entries.map(({ name }) => name)).toEqual(['Plover Notes']);
  expect(catalogueError).toBeUndefined();
});

test.each([
  ['answers 404', answering(404, 'not here')],
  ['answers 500', answering(500, '')],
  ['is no JSON', answering(200, '<!doctype html>')],
  ['cannot be reached', () => Promise.reject(new TypeError('Failed to fetch'))],
])('the app starts without a catalog that %s, and says so', async (_what, send) => {
  const { catalogue, catalogueError } = await loadCatalogue(send, 'catalogue.json');
  expect(catalogue.entries).toEqual([]);
  expect(catalogueError).toMatchObject({ code: 'catalogue-unreachable' });
});

test('a catalog that does not come holds the start up for five seconds, and no longer', async () => {
  const clock = manualClock();
  let isOver = false;
  const loading = loadCatalogue(() => new Promise(() => undefined), 'catalogue.json', clock).then(
    (loaded) => {
      isOver = true;
      return loaded;
    },
  );
  await clock.advance(4_999);
  expect(isOver).toBe(false);
  await clock.advance(1);
  await expect(loading).resolves.toMatchObject({
    catalogue: { entries: [] },
    catalogueError: { code: 'catalogue-unreachable' },
  });
});

test('the good entries of a catalog with a bad one are used, and the bad one is named', async () => {
  const { catalogue, catalogueError } = await loadCatalogue(
    answering(200, JSON.stringify({ entries: [entry, { id: 'broken' }] })),
    'catalogue.json',
  );
  expect(catalogue.entries.map(({ id }) => id)).toEqual(['plover-notes']);
  expect(catalogueError?.code).toBe('catalogue-invalid');
  expect(catalogueError?.faults.length).toBeGreaterThan(0);
});
