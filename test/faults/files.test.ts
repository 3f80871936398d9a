import { seededRandom } from '../../src/base/random';
import type { Random } from '../../src/base/random';
import { createTableParserService } from '../../src/files/createTableParserService';
import { fromTransferable } from '../../src/files/transferEntries';
import type { LineFault } from '../../src/files/types';
import type { Match, MatchEntry } from '../../src/directory/types';
import { choosePeople } from './environment/people';
import { openEnvironment } from './environment/openEnvironment';

const { FAULT_SEED } = process.env;
const seeds = 50;

/** A file with faults, and what has to be said of it. */
interface TroubledFile {
  readonly text: string;
  readonly faults: readonly LineFault[];
  /** By the text of each entry: its lines, and whether a person has to look at it. */
  readonly entries: ReadonlyMap<string, { readonly lines: number[]; readonly isSuspicious: boolean }>;
}

/** Faults of a line, and the address column that each results in. */
const troubles = {
  none: { line: (address: string) => `"Some; one";${address}`, asks: (address: string) => address },
  'lone-quote': { line: (address: string) => `"Some one;${address}`, asks: (address: string) => address },
  'too-many-columns': {
    line: (address: string) => `Some one;${address}${';more'.repeat(600)}`,
    asks: (address: string) => address,
  },
  'control-characters': {
    line: (address: string) => `Some one;${address}\0`,
    asks: (address: string) => `${address}\0`,
  },
  'too-long': {
    line: (address: string) => `${'long '.repeat(8_000)};${address}`,
    asks: (address: string) => address,
  },
  empty: { line: () => '', asks: () => undefined },
  'look-alike': {
    line: (address: string) => `Some one;\u0430${address}`,
    asks: (address: string) => `\u0430${address}`,
  },
} as const;
const kinds = Object.keys(troubles) as readonly (keyof typeof troubles)[];

/** Writes lines about these addresses, some more than once and many with a fault. */
function writeFile(addresses: readonly string[], random: Random): TroubledFile {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const lines = ['Name;E-mail'];
  const faults: LineFault[] = [];
  const entries = new Map<string, { lines: number[]; isSuspicious: boolean }>();
  const add = (kind: keyof typeof troubles, address: string): void => {
    const line = lines.length + 1;
    lines.push(troubles[kind].line(address));
    // The cell that is too long is the first.
    if (kind === 'too-long') faults.push({ line, kind, column: 0 });
    else if (kind !== 'none' && kind !== 'look-alike') faults.push({ line, kind });
    const text = troubles[kind].asks(address);
    if (text === undefined) return;
    const known = entries.get(text) ?? { lines: [], isSuspicious: text !== address };
    known.lines.push(line);
    entries.set(text, known);
  };
  for (let turn = 0; turn < 60; turn += 1) add(pick(kinds), pick(addresses));
  // Lines at the end that are empty are no fault, so the last one is somebody.
  add('none', pick(addresses));
  return { text: lines.join(pick(['\n', '\r\n', '\r'])), faults, entries };
}

const bigEndian = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16();
type Encoding = readonly [name: string, encode: (text: string) => Uint8Array];
const utf8: Encoding = ['utf-8', (text) => Buffer.from(text)];
const encodings: readonly Encoding[] = [
  utf8,
  ['utf-8', (text) => Buffer.from(`\uFEFF${text}`)],
  ['utf-16le', (text) => Buffer.from(text, 'utf16le')],
  ['utf-16le', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['utf-16be', bigEndian],
  ['utf-16be', (text) => bigEndian(`\uFEFF${text}`)],
];

/** Reads a file as the worker does. */
async function read(bytes: Uint8Array, column: number) {
  const tables = createTableParserService();
  const file = new Blob([Uint8Array.from(bytes)]);
  const answer = await tables({ id: 1, kind: 'read', source: { kind: 'file', file } });
  const asked = await tables({ id: 2, kind: 'entries', reading: 1, column });
  if (answer.kind !== 'table' || asked.kind !== 'entries') throw new Error(JSON.stringify(answer));
  return { table: answer.table, entries: fromTransferable(asked.entries) };
}

/** Matches entries in the directory over a network in virtual time. */
function matchAll(
  environment: ReturnType<typeof openEnvironment>,
  entries: readonly MatchEntry[],
): Promise<readonly Match[]> {
  return environment.clock.run(environment.browser.openPage().directory.match(entries));
}

test('row 40: of a file in any encoding with any faults each is told by its line, and exactly those it names are found', async () => {
  const first = FAULT_SEED === undefined ? 1 : Number(FAULT_SEED);
  for (let seed = first; seed <= (FAULT_SEED === undefined ? seeds : first); seed += 1) {
    const random = seededRandom(seed);
    const environment = openEnvironment({ users: 200, seed });
    const people = choosePeople(environment.tenant, 30, random);
    const idOf = new Map(people.map(({ id, userPrincipalName }) => [userPrincipalName, id]));
    const { text, faults, entries } = writeFile([...idOf.keys()], random);
    const [encoding, encode] = encodings[seed % encodings.length] ?? utf8;
    const found = await read(encode(text), 1);
    const matches = await matchAll(environment, found.entries);
    expect({
      seed,
      encoding: found.table.encoding,
      faults: found.table.faults,
      entries: found.entries.map((entry, index) => [
        entry.text,
        entry.lines,
        entry.suspicion !== undefined,
        matches[index]?.kind === 'matched' && matches[index].principal.id,
      ]),
    }).toEqual({
      seed,
      encoding,
      faults,
      entries: [...entries].map(([asked, { lines, isSuspicious }]) => [
        asked,
        lines,
        isSuspicious,
        idOf.get(asked) ?? false,
      ]),
    });
  }
}, 300_000);
