import type { RequestListener, Server } from 'node:http';
import { words } from '../words';
import { closeServer, isPortTaken, listenOnLoopback } from './listenOnLoopback';
import { siteNames } from './origins';
import type { SiteName } from './siteTypes';

/** Four servers that listen on loopback. */
export interface ListeningBlock {
  readonly ports: Readonly<Record<SiteName, number>>;
  /** First ports of the busy blocks. */
  readonly steppedOver: readonly number[];
  /** Begins to answer; until then callers wait. */
  serve(listeners: Readonly<Record<SiteName, RequestListener>>): void;
  close(): Promise<void>;
}

const blocksToTry = 50;
const blockStep = 10;

async function tryBlock(firstPort: number): Promise<Omit<ListeningBlock, 'steppedOver'> | undefined> {
  const servers = { host: [], tab: [], graph: [], login: [] } as Record<SiteName, Server[]>;
  const ports = { host: 0, tab: 0, graph: 0, login: 0 };
  const closeAll = async (): Promise<void> =>
    void (await Promise.all(Object.values(servers).flat().map(closeServer)));
  try {
    for (const [index, site] of siteNames.entries()) {
      ports[site] = await listenOnLoopback(firstPort === 0 ? 0 : firstPort + index, servers[site]);
    }
    const serve: ListeningBlock['serve'] = (listeners) => {
      for (const site of siteNames) for (const server of servers[site]) server.on('request', listeners[site]);
    };
    return { ports, serve, close: closeAll };
  } catch (thrown) {
    await closeAll();
    if (isPortTaken(thrown)) return undefined;
    throw thrown;
  }
}

/**
 * Listens with each site on a port of its own, four in a row from `firstPort` on; skips busy blocks. 0 takes any free
 * ports. Throws if there are no free ports.
 */
export async function listenBlock(firstPort: number): Promise<ListeningBlock> {
  const steppedOver: number[] = [];
  for (let tries = 0; tries < blocksToTry; tries += 1) {
    const first = firstPort === 0 ? 0 : firstPort + tries * blockStep;
    if (first > 65_532) break;
    const block = await tryBlock(first);
    if (block) return { ...block, steppedOver };
    if (first !== 0) steppedOver.push(first);
  }
  throw new Error(words.terminal.noFreePorts(firstPort));
}
