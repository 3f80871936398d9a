import type { PreflightLine } from '../../../licensing/preflight';

/** Whether a line is sent: what needs nothing, or would be refused for sure, is not. */
export function isSent({ verdict }: PreflightLine): boolean {
  return verdict === 'send' || verdict === 'risk';
}
