import { get } from 'node:http';
import type { RequestListener } from 'node:http';
import { listenBlock } from '../../../src/sandbox/server/listenBlock';
import type { ListeningBlock } from '../../../src/sandbox/server/listenBlock';

const opened: ListeningBlock[] = [];

async function open(port: number): Promise<ListeningBlock> {
  const block = await listenBlock(port);
  opened.push(block);
  const answerWith =
    (text: string): RequestListener =>
    (_incoming, outgoing) =>
      void outgoing.end(text);
  block.serve({
    host: answerWith('host'),
    tab: answerWith('tab'),
    graph: answerWith('graph'),
    login: answerWith('login'),
  });
  return block;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((block) => block.close()));
});

const read = (port: number): Promise<string> =>
  new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port }, (incoming) => {
      incoming.on('data', (chunk: Buffer) => resolve(chunk.toString()));
    }).on('error', reject);
  });

/** A first port that is very probably free: away from those that people use, and below those that systems hand out. */
const somePort = 20_000 + (process.pid % 1_200) * 10;

test('each site listens on a port of its own', async () => {
  const { ports } = await open(0);
  expect(new Set(Object.values(ports)).size).toBe(4);
  expect(await read(ports.graph)).toBe('graph');
  expect(await read(ports.login)).toBe('login');
});

test('a busy block is stepped over and said', async () => {
  const first = await open(somePort);
  const second = await open(first.ports.host);
  expect(second.steppedOver).toEqual([first.ports.host]);
  expect(second.ports.host).toBe(first.ports.host + 10);
  expect(second.ports.login).toBe(second.ports.host + 3);
});

test('a block of which one port is taken counts as busy, and the rest of it is given back', async () => {
  const other = await open(somePort);
  const block = await open(other.ports.login);
  expect(block.steppedOver).toEqual([other.ports.login]);
  const fits = await open(other.ports.login + 1);
  expect(fits.steppedOver).toEqual([]);
});
