// cspell:ignore adresse konto mejl
/** An address in a cell, and whether the text around it raises a doubt. */
interface FoundAddress {
  readonly text: string;
  readonly suspicion: 'extra-text' | undefined;
}

/** A whole address with nothing around it that would have to be taken away. */
const plainAddress =
  /^[^\s@<>"(),:;[\]\\|{}'‘“*`=+\-•·–—►▪◦‣…\u200B\u2060\u00AD][^\s@<>"(),:;[\]\\|{}*`…\u200B\u2060\u00AD]*@[^\s@<>"(),:;[\]\\|{}?&!=/*`…\u200B\u2060\u00AD]*(?<!['’”._~-])$/;
const piece = /[^\s@<>"(),:;[\]\\|{}]+@[^\s@<>"(),:;[\]\\|{}?&!=/…]+/g;
const leading = /^[*`'‘“”•·–—►▪◦‣>+=-]+/;
const trailing = /[*_`~'’”.-]+$/;
/** Prefixes of Exchange's proxy addresses; the one in capitals is the primary address (Exchange: email addresses). */
const scheme = /(?:^|[\s{,;"'(|<[])(smtp|sip|eum|spo|x400|mailto)\s*:\s*$/i;
const wordBefore = /[\p{L}\p{N}'’.-]*[\p{L}\p{N}] $/u;
const wordAfter = /^ [\p{L}\p{N}-]+(?![^\s]*@)/u;
const label = /(?:^|\s)(?:e-?mail|mail|upn|user|e-?post|mejl|adresse?|address|konto|account|login)\s$/iu;

interface Piece extends FoundAddress {
  readonly scheme: string | undefined;
}

/** Takes quotes, bullets, and Markdown's marks from an address; undefined where it was cut off. */
function peel(text: string): string | undefined {
  if (text.endsWith('..')) return undefined;
  const end = trailing.exec(text)?.[0] ?? '';
  const start = leading.exec(text)?.[0] ?? '';
  const inner = text.slice(start.length, end === '' ? undefined : -end.length);
  const bare = end.includes('_') ? inner.replace(/^_+/, '') : inner;
  return /^[^@]+@[^@]+$/.test(bare) ? bare : undefined;
}

const foldWord = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * True if words stand right before an address that it doesn't repeat. `anna lind@contoso.com` may be an address with a slip in
 * it, and then lind is somebody else, while `Anna Lind anna.lind@contoso.com` is a name with its address.
 */
function hasStrayWord(before: string, address: string): boolean {
  if (!wordBefore.test(before) || label.test(before) || /^\s*\d+[.)]?\s$/.test(before)) return false;
  const local = foldWord(address.slice(0, address.indexOf('@')));
  const words = foldWord(before).match(/\p{L}{3,}/gu) ?? [];
  return !words.some((word) => local.includes(word));
}

function readPieces(text: string): Piece[] | undefined {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(piece)) {
    const before = text.slice(end, match.index);
    end = match.index + match[0].length;
    const address = text[end] === '…' ? undefined : peel(match[0]);
    const after = text.slice(end, end + 80);
    // A blank within the domain, or an address that was cut off: it may be somebody else's.
    if (address === undefined || (!/@.*\./.test(address) && wordAfter.test(after))) return undefined;
    pieces.push({
      text: address,
      scheme: schemeOf(before, after),
      suspicion: hasStrayWord(before, address) ? 'extra-text' : undefined,
    });
  }
  return pieces;
}

/**
 * Leaves of the proxy addresses of a mailbox the primary ones. Addresses without a prefix are somebody's own, and where one stands
 * among the others, or no alias does, they are not those of one mailbox. Names of sites and the like are for programs.
 */
function withoutAliases(pieces: readonly Piece[]): readonly Piece[] {
  const has = (wanted: string | undefined): boolean => pieces.some(({ scheme: own }) => own === wanted);
  if (!has(undefined) && has('SMTP') && has('smtp')) return pieces.filter((each) => each.scheme === 'SMTP');
  const people = pieces.filter((each) => !/^(?:eum|spo|x400)$/i.test(each.scheme ?? ''));
  return people.length > 0 ? people : pieces;
}

/** Reads the prefix of an address; one in a bracket of its own, beside a name, is a recipient like any other. */
function schemeOf(before: string, after: string): string | undefined {
  const found = scheme.exec(before);
  const [whole = '', name = ''] = found ?? [];
  const isRecipient = /^[[<(]/.test(whole) && /^[\])>]/.test(after);
  return !found || isRecipient || /^mailto$/i.test(name) ? undefined : name;
}

/** True if a cell is an address and nothing else, as most are. */
export function isPlainAddress(cell: string): boolean {
  return plainAddress.test(cell) && !cell.endsWith('@');
}

/**
 * Takes the addresses out of a cell: `Name <a@b>`, `Name (a@b)`, `- a@b`, `[a@b](mailto:a@b)`, `i:0#.f|membership|a@b`,
 * `SMTP:a@b smtp:c@d`. Empty where there is none, or where one seems to be cut off or to have a blank in it.
 */
export function findAddresses(text: string): readonly FoundAddress[] {
  if (isPlainAddress(text)) return [{ text, suspicion: undefined }];
  const found = new Map<string, FoundAddress>();
  for (const { text: address, suspicion } of withoutAliases(readPieces(text) ?? [])) {
    const key = address.toLowerCase();
    if (!found.has(key)) found.set(key, { text: address, suspicion });
  }
  return [...found.values()];
}
