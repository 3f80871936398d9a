import type { ErrorCode } from '../base/appError';
import type { TransferableEntries } from './transferEntries';
import type { ReadOptions, Table, TableSource } from './types';

/** Request of the page to the worker; the answer has the same `id`. */
export type TableRequest =
  | { readonly id: number; readonly kind: 'read'; readonly source: TableSource }
  /** Of the source that this worker read. */
  | { readonly id: number; readonly kind: 'read-again'; readonly options: ReadOptions }
  /** Of the table that the request `reading` gave, which has to be the last. */
  | { readonly id: number; readonly kind: 'entries'; readonly reading: number; readonly column: number };

/** Answer of the worker. */
export type TableAnswer =
  | { readonly id: number; readonly kind: 'table'; readonly table: Table }
  | { readonly id: number; readonly kind: 'entries'; readonly entries: TransferableEntries }
  | {
      readonly id: number;
      readonly kind: 'failed';
      readonly code: ErrorCode;
      readonly faults: readonly string[];
    };
