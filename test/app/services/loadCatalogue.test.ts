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

test('a catalog that is too large is not read, and one with many faults names a hundred', async () => {
  const large = await loadCatalogue(answering(200, ' '.repeat(5_000_001)), 'catalogue.json');
  expect(large).toMatchObject({
    catalogue: { entries: [] },
    catalogueError: { code: 'catalogue-invalid', faults: ['the file: must have at most 5000000 bytes'] },
  });
  const broken = Array.from({ length: 2_500 }, (_, index) => ({ ...entry, id: `A${index}` }));
  const many = await loadCatalogue(answering(200, JSON.stringify({ entries: broken })), 'catalogue.json');
  expect(many.catalogueError?.faults).toHaveLength(101);
  expect(many.catalogueError?.faults.at(-1)).toBe('and 1901 more');
});
