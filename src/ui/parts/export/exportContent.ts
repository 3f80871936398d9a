import type { CsvTable } from '../../../files/writeCsv';

/** A table, or a text that is none, with the name that a file of it gets. */
export type ExportContent =
  | { readonly kind: 'table'; readonly fileName: string; readonly rows: CsvTable }
  | {
      readonly kind: 'text';
      readonly fileName: string;
      readonly text: string;
      /** Such as `application/json`. */
      readonly mediaType: string;
    };
