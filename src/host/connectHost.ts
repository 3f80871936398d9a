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
  /** Milliseconds that the handshake may take. Default is 5,000. */
  readonly silenceInMs?: number;
  /** Told of the handshake. Default writes nothing. */
  readonly logger?: Logger;
}

const defaultSilenceInMs = 5_000;

/**
 * Finds out where the app runs: a frame or a window that another one opened must be in a host, anything else is a plain
 * browser. Rejects with AppError `host-silent` when what surrounds the app does not answer as a host in time.
 */
export async function connectHost(options: HostOptions = {}): Promise<Host> {
  const isSurrounded = window.parent !== window || Boolean(window.opener);
  const { hostOrigins = [], clock = systemClock, silenceInMs = defaultSilenceInMs } = options;
  const logger = (options.logger ?? silentLogger).child('host');
  if (isSurrounded) return createTeamsHost({ hostOrigins, clock, silenceInMs, logger });
  logger.info('plain-browser');
  return createBrowserHost();
}
