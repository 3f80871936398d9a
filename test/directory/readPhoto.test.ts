import { createDirectory } from '../../src/directory/createDirectory';
import type { HttpResponse } from '../../src/http/types';
import { answer } from '../http/answers';
import { fakeGraph, guid } from './fakeGraph';

const jpeg: HttpResponse = {
  status: 200,
  headers: { 'content-type': 'image/jpeg' },
  body: Uint8Array.from([0xff, 0xd8]),
};

/** Photos of ten people that are answered one by one, when the test says so. */
function setup(respond: (id: string) => HttpResponse = () => jpeg) {
  const held: (() => void)[] = [];
  const routes = Object.fromEntries(
    Array.from({ length: 10 }, (_, index) => guid(index)).map((id) => [
      `/users/${id}/photos/48x48/$value`,
      async () => {
        await new Promise<void>((resolve) => held.push(resolve));
        return respond(id);
      },
    ]),
  );
  const { graph, sent } = fakeGraph(routes);
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  const release = async (): Promise<void> => {
    await settle();
    held.splice(0).forEach((let1go) => let1go());
    await settle();
  };
  const directory = createDirectory(graph);
  const read = (id: string, signal?: AbortSignal) => directory.readPhoto(id, signal);
  return { read, sent, settle, release };
}

test('a photo is a blob of its own type', async () => {
  const { read, release } = setup();
  const reading = read(guid(1));
  await release();
  const photo = await reading;
  expect(photo?.type).toBe('image/jpeg');
  expect(photo?.size).toBe(2);
});

test.each([404, 403])('%d is no photo, and is not asked again', async (status) => {
  const { read, release, sent } = setup(() => answer(status));
  const reading = read(guid(1));
  await release();
  await expect(reading).resolves.toBeUndefined();
  await expect(read(guid(1))).resolves.toBeUndefined();
  expect(sent).toHaveLength(1);
});

test('another failure is told and not kept', async () => {
  let isBroken = true;
  const { read, release, sent } = setup(() => (isBroken ? answer(400) : jpeg));
  const first = read(guid(1));
  first.catch(() => undefined);
  await release();
  await expect(first).rejects.toMatchObject({ code: 'bad-request' });
  isBroken = false;
  const second = read(guid(1));
  await release();
  await expect(second).resolves.toBeInstanceOf(Blob);
  expect(sent).toHaveLength(2);
});

test('two rows of one person share a request', async () => {
  const { read, release, sent } = setup();
  const both = Promise.all([read(guid(1)), read(guid(1))]);
  await release();
  await both;
  expect(sent).toHaveLength(1);
});

test('four photos are read at a time, the others after them', async () => {
  const { read, release, sent, settle } = setup();
  const all = Promise.all(Array.from({ length: 10 }, (_, index) => read(guid(index))));
  await settle();
  expect(sent).toHaveLength(4);
  await release();
  expect(sent).toHaveLength(8);
  await release();
  expect(sent).toHaveLength(10);
  await release();
  await expect(all).resolves.toHaveLength(10);
});

test('a row that went away gives its turn to the next', async () => {
  const { read, release, sent } = setup();
  const busy = [0, 1, 2, 3].map((index) => read(guid(index)));
  const gone = new AbortController();
  const dropped = expect(read(guid(4), gone.signal)).rejects.toMatchObject({ code: 'cancelled' });
  const waiting = read(guid(5));
  gone.abort();
  await release();
  await release();
  await Promise.all(busy);
  await dropped;
  await expect(waiting).resolves.toBeInstanceOf(Blob);
  expect(sent).toHaveLength(5);
});
