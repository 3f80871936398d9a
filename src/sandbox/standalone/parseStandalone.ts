import { words } from '../words';

/** Arguments of `npm run sandbox`. */
interface StandaloneArguments {
  readonly users: number;
  readonly port: number;
  readonly seed: number;
  readonly fresh: boolean;
  readonly hasQuota: boolean;
  readonly shouldHelp: boolean;
}

const ranges = { '--users': [200, 300_000], '--port': [1024, 65_535], '--seed': [0, 4_294_967_295] } as const;

function numberOf(option: keyof typeof ranges, text: string | undefined): number {
  const [from, to] = ranges[option];
  const value = /^\d+$/.test(text ?? '') ? Number(text) : NaN;
  if (!(value >= from && value <= to))
    throw new RangeError(words.terminal.notInRange(option, from, to, text ?? ''));
  return value;
}

function isOn(text: string | undefined): boolean {
  if (text !== 'on' && text !== 'off') throw new RangeError(words.standalone.onOrOff('--quota', text ?? ''));
  return text === 'on';
}

/** Reads the words after `npm run sandbox --`. Throws RangeError with a sentence for the person where one is wrong. */
export function parseStandalone(given: readonly string[]): StandaloneArguments {
  const result = { users: 1000, port: 5320, seed: 1, fresh: false, hasQuota: true, shouldHelp: false };
  const rest = given.flatMap((word) => (/^--\w+=/.test(word) ? word.split('=', 2) : [word]));
  for (let option = rest.shift(); option !== undefined; option = rest.shift()) {
    if (option === '--users') result.users = numberOf(option, rest.shift());
    else if (option === '--port') result.port = numberOf(option, rest.shift());
    else if (option === '--seed') result.seed = numberOf(option, rest.shift());
    else if (option === '--quota') result.hasQuota = isOn(rest.shift());
    else if (option === '--fresh') result.fresh = true;
    else if (option === '--help') result.shouldHelp = true;
    else throw new RangeError(words.standalone.unknownArgument(option));
  }
  return result;
}
