import type { Random } from '../../base/random';
import { asciiFold } from './asciiFold';
import { choose } from './choose';
import type { NameTable } from './names';
import { nameTables } from './names';

/** A made-up person's name and where the name is from. */
export interface MadeName {
  readonly givenName: string;
  readonly surname: string;
  readonly displayName: string;
  /** Lower-case ASCII for addresses, such as `asa.angstrom`. */
  readonly alias: string;
  readonly country: string;
  readonly language: string;
}

const weighted = nameTables.flatMap((table) => Array<NameTable>(table.weight).fill(table));

/** Makes a name of a culture by chance. */
export function makeName(random: Random): MadeName {
  const table = choose(weighted, random);
  const { own: givenName, alias: givenAlias } = spellingOf(choose(table.given, random));
  const { own: surname, alias: surnameAlias } = spellingOf(choose(table.family, random));
  return {
    givenName,
    surname,
    displayName: arrange(table, givenName, surname),
    alias: `${givenAlias}.${surnameAlias}`,
    country: table.country,
    language: table.language,
  };
}

interface Spelling {
  readonly own: string;
  /** Part of an address. */
  readonly alias: string;
}

/** Cached spellings of the few hundred names. */
const known = new Map<string, Spelling>();

function spellingOf(entry: string): Spelling {
  const found = known.get(entry);
  if (found) return found;
  const [own = entry, latin = own] = entry.split('=');
  const spelling = { own, alias: aliasPart(latin) };
  known.set(entry, spelling);
  return spelling;
}

function arrange(table: NameTable, given: string, family: string): string {
  if (table.order === 'joined') return `${family}${given}`;
  return table.order === 'family-first' ? `${family} ${given}` : `${given} ${family}`;
}

function aliasPart(name: string): string {
  return asciiFold(name)
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, '');
}
