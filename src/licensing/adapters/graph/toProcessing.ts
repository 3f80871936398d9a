import type { GroupProcessing } from '../../types';
import type { ProcessingWire } from './wire';

const processings: Readonly<Record<string, GroupProcessing>> = {
  QueuedForProcessing: 'queued',
  ProcessingInProgress: 'processing',
  ProcessingComplete: 'complete',
};

/** Turns the processing state of a group into the app's word; `unknown` where there is none. */
export function toProcessing(wire: ProcessingWire): GroupProcessing {
  return processings[wire?.state ?? ''] ?? 'unknown';
}
