import type { CsvRow } from '../../../files/writeCsv';

/** Content to export: a table or a text, with its file name. */
export type ExportContent =
  | {
      readonly kind: 'table';
      readonly fileName: string;
      /** Heading and rows. Can be generated lazily, since there can be 100,000. */
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
