import type { Source } from './readSource';

/** Budgets in lines for most files and functions. ESLint holds the maximum of each. */
export const budgets = {
  file: { p90: 200 },
  function: { p90: 40 },
  /** Percentiles of fewer files than this say nothing. */
  filesForPercentiles: 30,
} as const;

/** Tables of words and data, which may be long; eslint.config.mjs names them too. */
const tables = [
  /^src\/ui\/messages\//,
  /^src\/sandbox\/words\.ts$/,
  /^src\/sandbox\/tenant\/(products|names)\.ts$/,
];

const isTable = ({ path }: Source): boolean => tables.some((table) => table.test(path));

/** Sizes in lines, spread over all files or functions. */
interface Spread {
  readonly count: number;
  readonly median: number;
  readonly p90: number;
  readonly max: number;
}

/** The spread of some sizes; all zeros where there are none. */
export function spreadOf(sizes: readonly number[]): Spread {
  const sorted = [...sizes].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return { count: sorted.length, median: at(0.5), p90: at(0.9), max: at(1) };
}

/** The spread of files' lengths, tables of words and data left out. */
export function fileSizes(sources: readonly Source[]): Spread {
  return spreadOf(sources.filter((source) => !isTable(source)).map(({ lines }) => lines));
}

/** The spread of functions' lengths, one-line arrows without a body left out. */
export function functionSizes(sources: readonly Source[]): Spread {
  return spreadOf(sources.flatMap(({ functions }) => functions.map(({ lines }) => lines)));
}

/** One line a folder directly below `src`, and one for the whole. */
export function sizeTable(sources: readonly Source[]): string {
  const names = [...new Set(sources.map(folderName))].sort();
  const rows = names.map((name) =>
    row(
      name,
      sources.filter((source) => folderName(source) === name),
    ),
  );
  return [
    'folder        files  lines  file median/p90/max  function p90/max',
    ...rows,
    row('all', sources),
  ].join('\n');
}

const folderName = ({ path }: Source): string => path.split('/')[1] ?? path;

function row(name: string, sources: readonly Source[]): string {
  const files = fileSizes(sources);
  const functions = functionSizes(sources);
  const lines = sources.reduce((total, source) => total + source.lines, 0);
  const counts = `${String(sources.length).padStart(5)}  ${String(lines).padStart(5)}`;
  const ofFiles = `${files.median}/${files.p90}/${files.max}`.padStart(19);
  return `${name.padEnd(13)} ${counts}  ${ofFiles}  ${`${functions.p90}/${functions.max}`.padStart(16)}`;
}
