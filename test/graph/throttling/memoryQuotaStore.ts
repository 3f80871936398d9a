import type { QuotaStore } from '../../../src/graph/throttling/quotaStore';

/** A store that several controllers hold, as tabs of one browser do; its content outlives them. */
export function memoryQuotaStore(): QuotaStore & { kept(): unknown; keep(text: string | undefined): void } {
  let text: string | undefined;
  return {
    // Parsed again each time, as from a browser's storage.
    read: () => (text === undefined ? undefined : (JSON.parse(text) as unknown)),
    write: (snapshot) => (text = JSON.stringify(snapshot)),
    kept: () => text,
    keep: (other) => (text = other),
  };
}
