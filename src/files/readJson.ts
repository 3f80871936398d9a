import { toTable, type ReadText, type TextRecord } from './readText';

/** One element of a list, and the line it begins on. */
interface Element {
  readonly line: number;
  readonly source: string;
}

const isJson = /^\s*(?:\{|\[\s*(?:[{"\]]))/;
const maxDepth = 3;
/** The property that holds the list: Graph's answers, then names that exports use. */
const listStart = /"(?:value|users|members|people|items|data|results|resources|employees)"\s*:\s*\[/i;

/** Finds the end of the value that begins with a bracket or quote at `start`; -1 where nothing closes it. */
function findValueEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') {
      for (at += 1; at < text.length && text[at] !== '"'; at += 1) if (text[at] === '\\') at += 1;
      if (at >= text.length) return -1;
    } else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return -1;
}

const countBreaks = (text: string): number => text.match(/\r\n?|\n/g)?.length ?? 0;

/** Lists the values that stand side by side from `start` on, up to the end of their list; undefined where one is cut off. */
function listElements(text: string, start: number): Element[] | undefined {
  const elements: Element[] = [];
  let line = 1 + countBreaks(text.slice(0, start));
  for (let at = start; at < text.length && text[at] !== ']'; at += 1) {
    const character = text[at];
    if (character === '\n' || (character === '\r' && text[at + 1] !== '\n')) line += 1;
    if (character !== '{' && character !== '"') continue;
    const end = findValueEnd(text, at);
    if (end < 0) return undefined;
    const source = text.slice(at, end);
    elements.push({ line, source });
    line += countBreaks(source);
    at = end - 1;
  }
  return elements;
}

/** Collects the values of an object under the names of their properties, those of inner objects under both names. */
function collect(value: unknown, name: string, values: Map<string, string>, depth = 0): void {
  if (value === null || value === undefined || depth > maxDepth) return;
  if (Array.isArray(value)) {
    const texts = value.filter((each) => typeof each !== 'object').map(String);
    if (texts.length > 0) values.set(name, texts.join(' ; '));
    else value.forEach((each) => collect(each, name, values, depth + 1));
  } else if (typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) {
      collect(inner, name === '' ? key : `${name}.${key}`, values, depth + 1);
    }
  } else {
    const before = values.get(name);
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    values.set(name, before === undefined ? text : `${before} ; ${text}`);
  }
}

/**
 * Reads JSON: a list, the list of an answer of Graph, one object, or an object on each line. Each element is a row; undefined
 * where the text is something else, also where it is cut off.
 */
export function readJson(text: string): ReadText | undefined {
  if (!isJson.test(text)) return undefined;
  const list = /^\s*\{/.test(text) ? listStart.exec(text) : /\[/.exec(text);
  const elements = listElements(text, list ? list.index + list[0].length : 0);
  if (!elements || elements.length === 0) return undefined;
  try {
    const records = elements.map(({ line, source }): TextRecord => {
      const values = new Map<string, string>();
      const value: unknown = JSON.parse(source);
      collect(value, typeof value === 'string' ? 'value' : '', values);
      return { line, values };
    });
    return toTable(records, 'JSON');
  } catch {
    return undefined;
  }
}
