import { MessageChannel } from 'node:worker_threads';
import { screen, waitFor } from '@testing-library/react';
import { ExportDialog } from '../../../../src/ui/parts/export/ExportDialog';
import type { ExportContent } from '../../../../src/ui/parts/export/exportContent';
import type { Services } from '../../../../src/ui/services';
import { fakeServices } from '../../support/fakeServices';
import { renderWithServices } from '../../support/renderWithServices';

const table: ExportContent = {
  kind: 'table',
  fileName: 'licenses.csv',
  rows: [
    ['Name', 'Seats'],
    ['=1+1 <b>', 5],
  ],
  count: 1,
};
const json: ExportContent = {
  kind: 'text',
  fileName: 'kept.json',
  text: '{"a":1}',
  mediaType: 'application/json',
};

/** A clipboard item as in browsers; jsdom has none. */
class FakeClipboardItem {
  readonly data: Readonly<Record<string, Blob>>;

  constructor(data: Readonly<Record<string, Blob>>) {
    this.data = data;
  }
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'ClipboardItem');
  Reflect.deleteProperty(globalThis, 'MessageChannel');
  jest.restoreAllMocks();
});

async function setup(content: ExportContent, locale?: string, own: Partial<Services> = {}) {
  const saved: string[][] = [];
  const rendered = await renderWithServices(<ExportDialog content={content} onClose={() => undefined} />, {
    locale,
    services: { saveFile: (...file) => void saved.push(file), ...own },
  });
  const press = (name: string) => rendered.user.click(screen.getByRole('button', { name }));
  return { ...rendered, saved, press };
}

test('the file has semicolons where the decimal mark is a comma, and the dialog says what to do if it is not there', async () => {
  const { saved, press } = await setup(table, 'sv');
  expect(screen.getByText('licenses.csv, 1 rad')).toBeInTheDocument();
  await press('Ladda ned');
  expect(saved).toEqual([['licenses.csv', '\uFEFF"Name";"Seats"\r\n"\'=1+1 <b>";5\r\n', 'text/csv']]);
  expect(screen.getByRole('status')).toHaveTextContent(/^Filen laddas ned/);
});

test('after a second download the other ways are named, since a host may have stopped it without a word', async () => {
  const { saved, press } = await setup(table);
  await press('Download');
  expect(screen.getByRole('status')).toHaveTextContent(/^The file is downloading/);
  await press('Download');
  expect(saved).toHaveLength(2);
  expect(screen.getByRole('status')).toHaveTextContent(/^No file\? .* Copy it or open it in the browser/);
});

test('a table is copied as text with tabs and as a table, and runs in neither', async () => {
  Object.assign(globalThis, { ClipboardItem: FakeClipboardItem });
  const { press } = await setup(table);
  const items: FakeClipboardItem[] = [];
  Object.assign(navigator.clipboard, {
    write: (written: FakeClipboardItem[]) => Promise.resolve(void items.push(...written)),
  });
  await press('Copy as table');
  expect(await screen.findByText('Copied. Paste it into a spreadsheet or a document.')).toBeInTheDocument();
  const read = async (type: string): Promise<string | undefined> => items[0]?.data[type]?.text();
  expect(await read('text/plain')).toBe("Name\tSeats\r\n'=1+1 <b>\t5");
  expect(await read('text/html')).toMatch(/<th[^>]*>Name<\/th>.*<td[^>]*>'=1\+1 &lt;b&gt;<\/td>/);
});

test('where the clipboard is withheld, the text is there to be copied by hand', async () => {
  const { press } = await setup(table);
  jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('', 'NotAllowedError'));
  await press('Copy as table');
  const area = await screen.findByRole<HTMLTextAreaElement>('textbox');
  expect(area).toHaveValue("Name\tSeats\n'=1+1 <b>\t5");
  expect(area).toHaveFocus();
  expect(area.selectionEnd).toBe(area.value.length);
});

test('a table opens in a window of its own, from where it can be saved', async () => {
  const page = document.implementation.createHTMLDocument();
  jest
    .spyOn(window, 'open')
    .mockReturnValue(Object.assign(Object.create(window) as Window, { document: page, closed: false }));
  Object.assign(URL, { createObjectURL: () => 'blob:licenses' });
  const { press } = await setup(table);
  await press('Open in the browser');
  expect(screen.getByRole('status')).toHaveTextContent('Opened in a new window.');
  expect([...page.querySelectorAll('th, td')].map(({ textContent }) => textContent)).toEqual([
    'Name',
    'Seats',
    '=1+1 <b>',
    '5',
  ]);
  expect(page.querySelector('a')?.download).toBe('licenses.csv');
});

test('a host without windows is said, with what to do', async () => {
  jest.spyOn(window, 'open').mockReturnValue(null);
  const { press } = await setup(json);
  await press('Open in the browser');
  expect(screen.getByRole('status')).toHaveTextContent("The window didn't open. Copy it instead.");
});

test('a long table is written while the page answers, and can be taken out once it is', async () => {
  const rows = [['Name', 'Seats'], ...Array.from({ length: 40_000 }, (_none, at) => [`Person, ${at}`, at])];
  // jsdom has no MessageChannel.
  Object.assign(globalThis, { MessageChannel });
  let inMs = 0;
  // Each step takes so long that the event loop gets a turn.
  const clock = { ...fakeServices().clock, monotonic: () => (inMs += 30) };
  const { saved, press } = await setup(
    { kind: 'table', fileName: 'long.csv', rows, count: 40_000 },
    undefined,
    { clock },
  );
  expect(screen.getByText('long.csv, 40,000 rows')).toBeInTheDocument();
  expect(screen.getByRole('status')).toHaveTextContent('Preparing the table…');
  expect(screen.getByRole('button', { name: 'Download' })).toHaveAttribute('aria-disabled', 'true');
  await waitFor(() => expect(screen.getByRole('status')).toBeEmptyDOMElement(), { timeout: 10_000 });
  await press('Download');
  expect(saved[0]?.[1]?.split('\r\n')).toHaveLength(40_002);
});

test('a text that is no table is copied as it is', async () => {
  const { press, saved } = await setup(json);
  const write = jest.spyOn(navigator.clipboard, 'writeText');
  await press('Copy');
  expect(write).toHaveBeenCalledWith('{"a":1}');
  await press('Download');
  expect(saved).toEqual([['kept.json', '{"a":1}', 'application/json']]);
});
