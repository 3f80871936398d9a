import { readKnownHeading } from './headings';
import { shapeOf } from './readCell';
import { toTable, type ReadText, type TextRecord } from './readText';

/** Place of a value in the text, and the name of its property. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

/** One row: a value, or words beside the JSON. */
interface Element extends Place {
  readonly kind: 'value' | 'words';
}

const isJson = /^\s*(?:\{|\[\s*(?:[{"\]]))/;
const maxDepth = 3;
const maxListDepth = 6;
/** Properties that hold a list: Graph's answers, then names that exports use. */
const listName =
  /^(?:value|users|members|people|items|data|results|resources|employees|groups|guests|responses|owners)$/i;
const bare = /[^\s,:[\]{}"]+/y;
const between = /[\s,:]*/y;

/** Finds where the value at `start` ends; throws where nothing closes it. */
function findValueEnd(text: string, start: number): number {
  bare.lastIndex = start;
  if (bare.test(text)) return bare.lastIndex;
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') {
      for (at += 1; at < text.length && text[at] !== '"'; at += 1) if (text[at] === '\\') at += 1;
    } else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    if (depth <= 0 && at < text.length) return at + 1;
  }
  throw new SyntaxError('the value is cut off');
}

function skipBetween(text: string, at: number): number {
  between.lastIndex = at;
  between.test(text);
  return between.lastIndex;
}

/** Lists the values of an array or object. */
function listMembers(text: string, { start, end }: Place): Place[] {
  const hasKeys = text[start] === '{';
  const members: Place[] = [];
  let key: string | undefined;
  for (let at = skipBetween(text, start + 1); at < end - 1; at = skipBetween(text, at)) {
    const valueEnd = findValueEnd(text, at);
    if (hasKeys && key === undefined) key = String(JSON.parse(text.slice(at, valueEnd)));
    else {
      members.push({ start: at, end: valueEnd, key: key ?? '' });
      key = undefined;
    }
    at = valueEnd;
  }
  return members;
}

/** Collects the values of an object under the names of their properties, those of inner objects under both names. */
function collect(value: unknown, name: string, values: Map<string, string>, depth = 0): void {
  if (value === null || value === undefined || depth > maxDepth) return;
  if (Array.isArray(value)) value.forEach((each) => collect(each, name, values, depth + 1));
  else if (typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) {
      collect(inner, name === '' ? key : `${name}.${key}`, values, depth + 1);
    }
  } else {
    const before = values.get(name);
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    values.set(name, before === undefined ? text : `${before} ; ${text}`);
  }
}

/** Finds the lists of a JSON text, also in answers of `$batch`, in pages side by side and within other objects. */
function createElementFinder(text: string) {
  const elements: Element[] = [];
  const beginsWith = ({ start }: Place, character: string): boolean => text[start] === character;
  const add = (place: Place): number => elements.push({ ...place, kind: 'value' });
  const stringAt = ({ start, end }: Place): string => String(JSON.parse(text.slice(start, end)));
  const isSomebody = (members: readonly Place[]): boolean =>
    members.some(
      (each) =>
        beginsWith(each, '"') &&
        !each.key.startsWith('@') &&
        (readKnownHeading(each.key)?.kind === 'display-name' || shapeOf(stringAt(each)) !== undefined),
    );
  /** A list of objects, or of texts that name somebody by their shape or by the name of the list. */
  const isList = (place: Place): boolean => {
    if (!beginsWith(place, '[')) return false;
    const start = skipBetween(text, place.start + 1);
    if (text[start] === '{' || listName.test(place.key)) return true;
    return (
      text[start] === '"' &&
      shapeOf(stringAt({ ...place, start, end: findValueEnd(text, start) })) !== undefined
    );
  };

  const addList = (list: Place, depth: number): void => {
    for (const each of listMembers(text, list)) {
      if (beginsWith(each, '{')) {
        if (!addLists(each, depth + 1, false)) add(each);
      } else if (!/^(?:null|true|false)$/.test(text.slice(each.start, each.end))) add(each);
    }
  };

  /** Adds what the lists of an object hold; false where it has none. `isOuter` is false for an element of a list. */
  function addLists(object: Place, depth: number, isOuter: boolean): boolean {
    if (depth > maxListDepth) return false;
    const members = listMembers(text, object);
    const body = members.find(({ key }) => key === 'body');
    // An answer of $batch has the answer to one of its requests in it.
    if (body && beginsWith(body, '{') && members.some(({ key }) => key === 'status')) {
      if (!addLists(body, depth + 1, true)) add(body);
      return true;
    }
    const keyed = members.filter(({ key }) => /@|-/.test(key) && shapeOf(key) !== undefined);
    if (keyed.length > 0 && keyed.length * 2 > members.length) {
      keyed.forEach(add);
      return true;
    }
    const lists = members.filter((each) => isList(each) && (isOuter || listName.test(each.key)));
    const inner = isOuter ? members.filter((each) => beginsWith(each, '{')) : [];
    if (lists.length === 0 && inner.length === 0) return false;
    const isPerson = isSomebody(members);
    if (isPerson && !isOuter) return false;
    const read = isPerson ? lists.filter(({ key }) => listName.test(key)) : lists;
    read.forEach((list) => addList(list, depth));
    const found = isPerson ? [] : inner.filter((each) => addLists(each, depth + 1, true));
    return read.length + found.length > 0;
  }
  return {
    elements,
    /** Adds a value that stands in no other. */
    addOuter: (place: Place): void => {
      if (beginsWith(place, '[')) addList(place, 0);
      else if (!beginsWith(place, '{') || !addLists(place, 0, true)) add(place);
    },
  };
}

/** Lists the rows of a text of JSON values; words between them are rows too. Throws where it is something else or cut off. */
function listElements(text: string): readonly Element[] {
  const { elements, addOuter } = createElementFinder(text);
  for (let at = skipBetween(text, 0); at < text.length; at = skipBetween(text, at)) {
    if (/[{["]/.test(text.charAt(at))) {
      const end = findValueEnd(text, at);
      addOuter({ start: at, end, key: '' });
      at = end;
    } else {
      const length = text.slice(at).search(/[\r\n]|$/);
      elements.push({ start: at, end: at + length, key: '', kind: 'words' });
      at += length;
    }
  }
  return [...elements].sort((left, right) => left.start - right.start);
}

function toRecord(text: string, { start, end, key, kind }: Element, line: number): TextRecord {
  const source = text.slice(start, end);
  if (kind === 'words') return { line, values: new Map([['text', source]]) };
  const values = new Map<string, string>();
  const value: unknown = JSON.parse(source);
  if (shapeOf(key) !== undefined) values.set('key', key);
  collect(value, typeof value === 'object' && !Array.isArray(value) ? '' : 'value', values);
  return { line, values };
}

function readElements(text: string): TextRecord[] | undefined {
  try {
    let [line, counted] = [1, 0];
    return listElements(text).map((element) => {
      line += text.slice(counted, element.start).match(/\r\n?|\n/g)?.length ?? 0;
      counted = element.start;
      return toRecord(text, element, line);
    });
  } catch {
    return undefined;
  }
}

/**
 * Reads JSON: lists, those of answers of Graph, one object, or an object on each line. Each element is a row; undefined where the
 * text is something else, also where it is cut off. Throws AppError `file-too-long` (over 200,000 elements).
 */
export function readJson(text: string): ReadText | undefined {
  const records = isJson.test(text) ? readElements(text) : undefined;
  return records === undefined || records.length === 0 ? undefined : toTable(records, 'JSON');
}
