import type { CsvRow } from '../../../files/writeCsv';

/** A table, or a text that is none, with the name that a file of it gets. */
export type ExportContent =
  | {
      readonly kind: 'table';
      readonly fileName: string;
      /** The heading and the rows, which may be made as they are gone through, since they may be 100,000. */
      readonly rows: Iterable<CsvRow>;
      /** Number of rows below the heading. */
      readonly count: number;
    }
  | {
      readonly kind: 'text';
      readonly fileName: string;
      readonly text: string;
      /** Such as `application/json`. */
      readonly mediaType: string;
    };
