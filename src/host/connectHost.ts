import type { Clock } from '../base/clock';
import { systemClock } from '../base/clock';
import { silentLogger } from '../base/logger';
import type { Logger } from '../base/logger';
import { createBrowserHost } from './createBrowserHost';
import { createTeamsHost } from './createTeamsHost';
import type { Host } from './types';

/** Options for finding a host. */
interface HostOptions {
  /** Origins that may be hosts besides Microsoft's own, exactly as the browser writes them; for local development. Default none. */
  readonly hostOrigins?: readonly string[];
  /** Default is the machine's clock. */
  readonly clock?: Clock;
  /** Logs the handshake. Default writes nothing. */
  readonly logger?: Logger;
}

/**
 * Finds out where the app runs: a frame must be in a host, any other window is a plain browser. Waits for the host for as
 * long as teams-js does: a minute for the first response, without a limit for the second.
 * Rejects with AppError `host-silent` if the surrounding page does not respond as a host.
 */
export async function connectHost(options: HostOptions = {}): Promise<Host> {
  const { hostOrigins = [], clock = systemClock } = options;
  const logger = (options.logger ?? silentLogger).child('host');
  if (window.parent !== window) return createTeamsHost({ hostOrigins, clock, logger });
  logger.info('plain-browser');
  return createBrowserHost();
}
