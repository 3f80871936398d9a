import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import { forEachInSteps, runInSlices, runToEnd, type Steps } from '../../../base/async/inSlices';
import { createTimeSlicer } from '../../../base/async/timeSlicer';
import { escapeFormula } from '../../../files/escapeFormula';
import { writeCsv, writeTabs, type CsvRow, type CsvTable } from '../../../files/writeCsv';
import { useMessages } from '../../messages/MessagesContext';
import { useServices, type Services } from '../../services';
import { useBackStep } from '../useBackStep';
import { useReturnFocus } from '../useReturnFocus';
import type { ExportContent } from './exportContent';
import { showInWindow } from './showInWindow';

const useStyles = makeStyles({
  content: { display: 'grid', gap: tokens.spacingVerticalM },
  text: { margin: 0, overflowWrap: 'anywhere' },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  // The browser styles it by the color scheme, which follows the theme.
  byHand: { '& textarea': { boxSizing: 'border-box', width: '100%' } },
});

/** Maximum number of rows that the browser renders without blocking. */
const maxShownRows = 5_000;
/** Maximum number of rows that are written at once when the dialog opens; a longer table is written in slices. */
const maxUnslicedRows = 1_000;

/**
 * Services by which a file was saved. They live as long as the page. Browsers don't report whether a file was saved,
 * and some hosts save only one (observed in Teams for the desktop).
 */
const haveSaved = new WeakSet<Services>();

interface ExportDialogProps {
  readonly content: ExportContent;
  readonly onClose: () => void;
}

/** Exports a table or text: as a file, to the clipboard, or in a window. */
export function ExportDialog({ content, onClose }: ExportDialogProps): ReactNode {
  const styles = useStyles();
  const { exporting: words, common } = useMessages();
  const { save, copy, open, said, byHand, isReady } = useExport(content);
  useReturnFocus();
  useBackStep(onClose);
  const isTable = content.kind === 'table';
  return (
    <Dialog open onOpenChange={(_event, { open: isOpen }) => !isOpen && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.title}</DialogTitle>
          <DialogContent className={styles.content}>
            <p className={styles.text}>{words.file(content.fileName, isTable ? content.count : undefined)}</p>
            <div className={styles.buttons}>
              <Button appearance="primary" disabledFocusable={!isReady} onClick={save}>
                {words.download}
              </Button>
              <Button disabledFocusable={!isReady} onClick={copy}>
                {isTable ? words.copyTable : words.copyText}
              </Button>
              <Button disabledFocusable={!isReady} onClick={open}>
                {words.open}
              </Button>
            </div>
            <p className={styles.text} role="status">
              {isReady ? said : words.preparing}
            </p>
            {byHand !== undefined && (
              <label className={styles.byHand}>
                {common.copyByHand}
                <textarea readOnly rows={8} value={byHand} ref={selectAll} />
              </label>
            )}
            <p className={styles.hint}>{words.hint}</p>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{common.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** Returns the three export actions, the message of the last one, and the text to copy by hand. */
function useExport(content: ExportContent) {
  const { exporting: words, format } = useMessages();
  const services = useServices();
  const [said, setSaid] = useState('');
  const [byHand, setByHand] = useState<string>();
  const written = useWritten(content, format.locale);
  const isTable = content.kind === 'table';
  const mediaType = isTable ? 'text/csv' : content.mediaType;
  const say = (text: string): void => {
    setByHand(undefined);
    setSaid(text);
  };
  const toBody = ({ file, rows }: WrittenContent): Parameters<typeof showInWindow>[0]['body'] => {
    if (!rows) return { text: file };
    const count = rows.length - 1;
    return {
      rows: rows.slice(0, maxShownRows + 1),
      note: count > maxShownRows ? words.shown(maxShownRows, count) : undefined,
    };
  };
  return {
    said,
    byHand,
    isReady: written !== undefined,
    save: () => {
      if (!written) return;
      services.saveFile(content.fileName, written.file, mediaType);
      say(haveSaved.has(services) ? words.downloadedAgain : words.downloaded);
      haveSaved.add(services);
    },
    copy: () => {
      if (!written) return;
      copyContent(written).then(
        () => say(isTable ? words.copiedTable : words.copiedText),
        () => {
          // If a host denies the clipboard, the text can be copied by hand.
          setSaid('');
          setByHand(written.plain);
        },
      );
    },
    open: () => {
      if (!written) return;
      const isOpen = showInWindow(
        {
          title: content.fileName,
          locale: format.locale,
          body: toBody(written),
          file: {
            name: content.fileName,
            label: words.download,
            content: written.file,
            mediaType: `${mediaType};charset=utf-8`,
          },
        },
        services.clock,
      );
      say(isOpen ? words.opened : words.notOpened);
    },
  };
}

/** Content in all export formats. */
interface WrittenContent {
  readonly file: string;
  readonly plain: string;
  /** The form that documents paste; undefined for a text, and for a table that is too long. */
  readonly html: string | undefined;
  /** Rows of a table. */
  readonly rows: CsvTable | undefined;
}

function* writeContent(content: ExportContent, locale: string): Steps<WrittenContent> {
  if (content.kind === 'text')
    return { file: content.text, plain: content.text, html: undefined, rows: undefined };
  const rows: CsvRow[] = [];
  yield* forEachInSteps(content.rows, (row) => rows.push(row));
  const html = rows.length > maxShownRows ? undefined : yield* writeHtml(rows);
  return { file: yield* writeCsv(rows, locale), plain: yield* writeTabs(rows), html, rows };
}

const htmlEscapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Writes a table as HTML, in steps. Spreadsheets run formulas of pasted tables as well, so they are escaped. */
function* writeHtml(rows: CsvTable): Steps<string> {
  const lines: string[] = [];
  const style = 'padding: 2px 8px; text-align: start';
  yield* forEachInSteps(rows, (row) => {
    const name = lines.length === 0 ? 'th' : 'td';
    const cells = row.map((cell) => {
      const text = typeof cell === 'number' ? String(cell) : escapeFormula(cell);
      return `<${name} style="${style}">${text.replace(/[&<>]/g, (each) => htmlEscapes[each] ?? each)}</${name}>`;
    });
    lines.push(`<tr>${cells.join('')}</tr>`);
  });
  return `<table border="1" style="border-collapse: collapse">${lines.join('')}</table>`;
}

/**
 * Writes the content before the click, since browsers allow windows and the clipboard only within the click. A long
 * table is written in time slices; undefined until then.
 */
function useWritten(content: ExportContent, locale: string): WrittenContent | undefined {
  const { clock } = useServices();
  const isLong = content.kind === 'table' && content.count > maxUnslicedRows;
  const [written, setWritten] = useState(() =>
    isLong ? undefined : runToEnd(writeContent(content, locale)),
  );
  useEffect(() => {
    if (!isLong) return undefined;
    const left = new AbortController();
    const { signal } = left;
    runInSlices(writeContent(content, locale), createTimeSlicer(clock), signal).then(
      (next) => !signal.aborted && setWritten(next),
      (error: unknown) => {
        // Thrown during render for the error boundary.
        if (!signal.aborted)
          setWritten(() => {
            throw error;
          });
      },
    );
    return () => left.abort();
  }, [content, locale, isLong, clock]);
  return written;
}

function selectAll(area: HTMLTextAreaElement | null): void {
  area?.focus();
  area?.select();
}

/**
 * Copies a text, and a table as HTML too. Awaits nothing before: browsers allow it only within the click. Rejects if
 * the host denies the clipboard.
 */
async function copyContent({ plain, html }: WrittenContent): Promise<void> {
  const { clipboard } = navigator;
  if (html === undefined || typeof ClipboardItem === 'undefined') return clipboard.writeText(plain);
  await clipboard.write([
    new ClipboardItem({
      'text/plain': new Blob([plain], { type: 'text/plain' }),
      'text/html': new Blob([html], { type: 'text/html' }),
    }),
  ]);
}
