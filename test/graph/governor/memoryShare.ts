import type { GovernorShare } from '../../../src/graph/governor/share';

/** A share that several governors hold, as tabs of one browser do; what is kept outlives them. */
export function memoryShare(): GovernorShare & { kept(): unknown; keep(text: string | undefined): void } {
  let text: string | undefined;
  return {
    // Parsed anew each time, as from a browser's storage.
    read: () => (text === undefined ? undefined : (JSON.parse(text) as unknown)),
    write: (snapshot) => (text = JSON.stringify(snapshot)),
    kept: () => text,
    keep: (other) => (text = other),
  };
}
