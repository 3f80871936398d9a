import { SaxesParser } from 'saxes';
import { AppError } from '../../base/appError';

/** Functions that get the parts of a document in their order. */
export interface XmlVisitor {
  /** `name` is without prefix; attributes keep theirs. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Deeper than any part of a workbook. */
const maxDepth = 64;
/** Characters between two tags or in one; a cell has 32,767, each of seven where it is escaped. */
const maxRunLength = 1_000_000;

/** The encoding of a part of a workbook: UTF-8, or UTF-16 by its mark or first character (Office Open XML, part 2, 9.1). */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff || (first === 0x3c && second === 0)) return 'utf-16le';
  return first === 0xfe || first === 0 ? 'utf-16be' : 'utf-8';
}

/**
 * Reads an XML document piece by piece. Only elements with the root's prefix are visited: the others are extensions.
 * Throws AppError `file-unreadable` for what is not well-formed, and for a document type: a workbook has none, and its
 * entities can expand to any size.
 */
export async function readXml(chunks: AsyncIterable<Uint8Array>, visitor: XmlVisitor): Promise<void> {
  const refuse = (cause: unknown): never => {
    throw new AppError('file-unreadable', { cause });
  };
  const parser = new SaxesParser({ position: false, xmlns: false });
  let prefix: string | undefined;
  let depth = 0;
  let runLength = 0;
  const localName = (name: string): string | undefined => {
    prefix ??= name.slice(0, name.indexOf(':') + 1);
    if (prefix === '') return name.includes(':') ? undefined : name;
    return name.startsWith(prefix) ? name.slice(prefix.length) : undefined;
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('opentag', ({ name, attributes }) => {
    runLength = 0;
    depth += 1;
    if (depth > maxDepth) refuse(new Error('nested too deeply'));
    const local = localName(name);
    if (local !== undefined) visitor.open?.(local, attributes);
  });
  parser.on('closetag', ({ name }) => {
    runLength = 0;
    depth -= 1;
    const local = localName(name);
    if (local !== undefined) visitor.close?.(local);
  });
  if (visitor.text) {
    parser.on('text', (text) => visitor.text?.(text));
    parser.on('cdata', (text) => visitor.text?.(text));
  }
  let decoder: TextDecoder | undefined;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    const text = decoder.decode(chunk, { stream: true });
    runLength += text.length;
    parser.write(text);
    if (runLength > maxRunLength) refuse(new Error('a run without tags'));
  }
  parser.close();
}
