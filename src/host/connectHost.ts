import type { Clock } from '../base/clock';
import { systemClock } from '../base/clock';
import { silentLogger } from '../base/logger';
import type { Logger } from '../base/logger';
import { createBrowserHost } from './createBrowserHost';
import { createTeamsHost } from './createTeamsHost';
import type { Host } from './types';

/** Where to look for a host. */
interface HostOptions {
  /** Origins that may be hosts besides Microsoft's own, exactly as the browser writes them; for local worlds. Default none. */
  readonly hostOrigins?: readonly string[];
  /** Default is the machine's clock. */
  readonly clock?: Clock;
  /** Told of the handshake. Default writes nothing. */
  readonly logger?: Logger;
}

/**
 * Finds out where the app runs: a frame must be in a host, anything else is a plain browser, also a window that another page
 * opened. Waits for the host for as long as teams-js does, which is a minute for its first answer and without a limit for the
 * second. Rejects with AppError `host-silent` when what surrounds the app does not answer as a host.
 */
export async function connectHost(options: HostOptions = {}): Promise<Host> {
  const { hostOrigins = [], clock = systemClock } = options;
  const logger = (options.logger ?? silentLogger).child('host');
  if (window.parent !== window) return createTeamsHost({ hostOrigins, clock, logger });
  logger.info('plain-browser');
  return createBrowserHost();
}
