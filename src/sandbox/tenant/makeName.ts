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
  const [givenName, givenLatin] = spellings(choose(table.given, random));
  const [surname, surnameLatin] = spellings(choose(table.family, random));
  return {
    givenName,
    surname,
    displayName: arrange(table, givenName, surname),
    alias: `${aliasPart(givenLatin)}.${aliasPart(surnameLatin)}`,
    country: table.country,
    language: table.language,
  };
}

function spellings(entry: string): [own: string, latin: string] {
  const [own = entry, latin = own] = entry.split('=');
  return [own, latin];
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
