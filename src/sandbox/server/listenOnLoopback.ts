import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const codeOf = (thrown: unknown): string | undefined => (thrown as NodeJS.ErrnoException).code;

function listen(address: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, address, () => resolve(server));
  });
}

/**
 * Listens on both loopback addresses, since `localhost` means either; a machine without IPv6 has one. Servers are added
 * to `opened` as they open; gives the port. Rejects where it is taken.
 */
export async function listenOnLoopback(port: number, opened: Server[]): Promise<number> {
  const first = await listen('127.0.0.1', port);
  opened.push(first);
  const taken = (first.address() as AddressInfo).port;
  try {
    opened.push(await listen('::1', taken));
  } catch (thrown) {
    if (codeOf(thrown) === 'EADDRINUSE') throw thrown;
  }
  return taken;
}

/** True if another program uses the port. */
export function isPortTaken(thrown: unknown): boolean {
  return codeOf(thrown) === 'EADDRINUSE' || codeOf(thrown) === 'EACCES';
}

/** Ends a server with every connection that it still has. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
