import { words } from './words';

/** Options of `npm start`. */
export interface StartArguments {
  /** Undefined for as many as a report counts, or 1,000. */
  readonly users: number | undefined;
  /** File of a report; undefined for the tenant that the tests know. */
  readonly like: string | undefined;
  readonly port: number;
  readonly fresh: boolean;
  readonly shouldOpen: boolean;
  readonly shouldHelp: boolean;
  /** True where `npm run dev` builds the app meanwhile, so that no build is needed here. */
  readonly isWatched: boolean;
}

const ranges = { '--users': [200, 300_000], '--port': [1024, 65_532] } as const;

type NumberOption = keyof typeof ranges;

function numberOf(option: NumberOption, text: string | undefined): number {
  const [from, to] = ranges[option];
  const value = /^\d+$/.test(text ?? '') ? Number(text) : NaN;
  if (!(value >= from && value <= to)) {
    throw new RangeError(words.terminal.notInRange(option, from, to, text ?? ''));
  }
  return value;
}

function fileOf(text: string | undefined): string {
  if (text === undefined || text === '' || text.startsWith('--'))
    throw new RangeError(words.terminal.noFile('--like', text ?? ''));
  return text;
}

/** Reads the words after `npm start --`. Throws RangeError with a sentence for the person where one is wrong. */
export function parseArguments(given: readonly string[]): StartArguments {
  const result = {
    users: undefined as number | undefined,
    like: undefined as string | undefined,
    port: 5300,
    fresh: false,
    shouldOpen: true,
    shouldHelp: false,
    isWatched: false,
  };
  const rest = given.flatMap((word) => (/^--(users|port|like)=/.test(word) ? word.split('=', 2) : [word]));
  for (let option = rest.shift(); option !== undefined; option = rest.shift()) {
    if (option === '--users') result.users = numberOf(option, rest.shift());
    else if (option === '--like') result.like = fileOf(rest.shift());
    else if (option === '--port') result.port = numberOf(option, rest.shift());
    else if (option === '--fresh') result.fresh = true;
    else if (option === '--no-open') result.shouldOpen = false;
    else if (option === '--watched') result.isWatched = true;
    else if (option === '--help') result.shouldHelp = true;
    else throw new RangeError(words.terminal.unknownArgument(option));
  }
  return result;
}
