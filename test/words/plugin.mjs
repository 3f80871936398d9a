// @ts-check
// An ESLint plugin of this project: it finds the words of list.mjs, and doc comments that begin with a subordinate clause.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, relative, sep } from 'node:path';
import { codes, names, namesOfOthers, partsOfNames, words } from './list.mjs';

/** @typedef {{ text: string; start: number; end: number; isNext: boolean }} Word */
/** @typedef {{ better: string; steps: RegExp[]; isAtStart: boolean; isAtEnd: boolean }} Term */
/** @typedef {{ found: string; better: string; start: number; end: number }} Finding */

/**
 * @param {string} pattern
 * @param {string} better
 * @returns {Term}
 */
function toTerm(pattern, better) {
  const steps = pattern
    .replace(/^\^|\$$/g, '')
    .split(' ')
    .map((step) => new RegExp(`^(?:${step})$`, 'i'));
  return { better, steps, isAtStart: pattern.startsWith('^'), isAtEnd: pattern.endsWith('$') };
}

/** @param {Record<string, string>} list */
const toTerms = (list) => Object.entries(list).map(([pattern, better]) => toTerm(pattern, better));

const proseTerms = toTerms(words);
const nameTerms = [...proseTerms, ...toTerms(partsOfNames)];
const exceptions = namesOfOthers.map((pattern) => toTerm(pattern, ''));
const nameLists = names.map((group) => ({
  path: new RegExp(group.in),
  names: new Map(Object.entries(group.names).map(([name, better]) => [name.toLowerCase(), better])),
}));
const betterCodes = new Map(Object.entries(codes));

/**
 * Splits sentences and names into words: `createKeyRing`, `key-ring` and "key ring" all have `key` before `ring`.
 *
 * @param {string} text
 * @returns {Word[]}
 */
function splitWords(text) {
  let previousEnd = 0;
  return [...text.matchAll(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g)].map((match) => {
    const start = match.index;
    const isNext = /^[\s*_-]*$/.test(text.slice(previousEnd, start));
    previousEnd = start + match[0].length;
    return { text: match[0], start, end: previousEnd, isNext };
  });
}

/** @type {Map<readonly Term[], Map<string, Term[]>>} */
const termsByFirstWord = new Map();

/**
 * The terms whose first word matches, remembered for each word, since most words come again and match nothing.
 *
 * @param {string} word
 * @param {readonly Term[]} terms
 * @returns {readonly Term[]}
 */
function termsOf(word, terms) {
  const known = termsByFirstWord.get(terms) ?? new Map();
  termsByFirstWord.set(terms, known);
  const found = known.get(word) ?? terms.filter(({ steps }) => steps[0]?.test(word));
  known.set(word, found);
  return found;
}

/**
 * @param {string} text
 * @param {readonly Term[]} terms
 * @returns {Finding[]}
 */
function findTerms(text, terms) {
  const all = splitWords(text);
  return all.flatMap((word, at) =>
    termsOf(word.text, terms).flatMap(({ better, steps, isAtStart, isAtEnd }) => {
      const run = all.slice(at, at + steps.length);
      const isFound =
        run.length === steps.length &&
        run.every((next, step) => step === 0 || (next.isNext && steps[step]?.test(next.text))) &&
        (!isAtStart || at === 0) &&
        (!isAtEnd || at + steps.length === all.length);
      const end = run.at(-1)?.end ?? word.end;
      return isFound ? [{ found: text.slice(word.start, end), better, start: word.start, end }] : [];
    }),
  );
}

/**
 * @param {string} text
 * @param {readonly Term[]} terms
 * @returns {Finding[]}
 */
function findWords(text, terms) {
  const found = findTerms(text, terms);
  if (found.length === 0) return found;
  const allowed = findTerms(text, exceptions);
  return found.filter((one) => !allowed.some(({ start, end }) => start <= one.start && one.end <= end));
}

/**
 * @param {string} name
 * @param {string} path
 * @returns {Finding[]}
 */
function findInName(name, path) {
  const better = nameLists.find((list) => list.path.test(path) && list.names.has(name.toLowerCase()));
  if (!better) return findWords(name, nameTerms);
  const use = better.names.get(name.toLowerCase()) ?? '';
  return [{ found: name, better: use, start: 0, end: name.length }];
}

/**
 * The identifiers that a file declares, but not those that it only imports or reads from an object.
 *
 * @param {import('eslint').SourceCode} source
 * @returns {Set<any>}
 */
function declaredVariables(source) {
  const found = new Set();
  for (const scope of source.scopeManager?.scopes ?? []) {
    for (const variable of scope.variables) {
      for (const { type, name, node } of variable.defs) {
        const isImported = type === 'ImportBinding' && node.type === 'ImportSpecifier';
        if (isImported && node.imported.type === 'Identifier' && node.imported.name === name.name) continue;
        if (!isBorrowed(name)) found.add(name);
      }
    }
  }
  return found;
}

/**
 * True for `name` in `const { name } = value`, which another file chose, and for `...rest`.
 *
 * @param {any} identifier
 */
function isBorrowed(identifier) {
  if (identifier.parent?.type === 'RestElement') return true;
  const holder = identifier.parent?.type === 'AssignmentPattern' ? identifier.parent : identifier;
  return holder.parent?.type === 'Property' && holder.parent.shorthand;
}

const members = [
  'ObjectExpression > Property[shorthand=false]',
  'PropertyDefinition',
  'AccessorProperty',
  'MethodDefinition',
  'TSAbstractMethodDefinition',
  'TSAbstractPropertyDefinition',
  'TSPropertySignature',
  'TSMethodSignature',
  'TSEnumMember',
];
const memberNames = members.map((member) => `${member}[computed!=true] > .key`).join(', ');

/** @type {import('eslint').Rule.RuleModule} */
const plainWords = {
  meta: {
    type: 'suggestion',
    docs: { description: 'Use the plain words of the field in names, file names, comments and messages.' },
    messages: { word: '"{{found}}": use {{better}}.' },
    schema: [],
  },
  create(context) {
    const source = context.sourceCode;
    const path = relative(context.cwd, context.filename).split(sep).join('/');
    const isMessages = path.startsWith('src/ui/messages/en/');

    /**
     * @param {Finding} finding
     * @param {import('eslint').AST.SourceLocation} loc
     */
    const report = ({ found, better }, loc) =>
      context.report({ loc, messageId: 'word', data: { found, better } });
    /**
     * @param {readonly Finding[]} findings
     * @param {number} offset
     */
    const reportIn = (findings, offset) => {
      for (const finding of findings) {
        const start = source.getLocFromIndex(offset + finding.start);
        report(finding, { start, end: source.getLocFromIndex(offset + finding.end) });
      }
    };
    /** @param {any} identifier */
    const checkName = (identifier) => {
      for (const finding of findInName(identifier.name, path)) report(finding, identifier.loc);
    };

    return {
      Program() {
        const [fileName = ''] = basename(path).split('.');
        const top = { line: 1, column: 0 };
        for (const finding of findInName(fileName, path)) report(finding, { start: top, end: top });
        for (const comment of source.getAllComments()) {
          const text = comment.value.replace(/https?:\S+/g, (url) => ' '.repeat(url.length));
          reportIn(findWords(text, proseTerms), (comment.range?.[0] ?? 0) + 2);
        }
        for (const identifier of declaredVariables(source)) checkName(identifier);
      },
      [memberNames](/** @type {any} */ key) {
        if (key.type === 'Identifier' || key.type === 'PrivateIdentifier') checkName(key);
      },
      ':not(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration, ImportExpression) > Literal'(
        /** @type {any} */ literal,
      ) {
        if (typeof literal.value !== 'string') return;
        const better = betterCodes.get(literal.value);
        if (better) report({ found: literal.value, better, start: 0, end: 0 }, literal.loc);
        else if (isMessages) reportIn(findWords(literal.value, proseTerms), literal.range[0] + 1);
      },
      TemplateElement(element) {
        if (isMessages) reportIn(findWords(element.value.raw, proseTerms), (element.range?.[0] ?? 0) + 1);
      },
    };
  },
};

const clause = /^(What|Whatever|Who|Whom|Whose|Whoever|Whether|How|Which|Where|When|Why)\b[^.!?]*/;

/** @type {import('eslint').Rule.RuleModule} */
const commentStart = {
  meta: {
    type: 'suggestion',
    docs: { description: 'Begin a doc comment with a verb or a noun.' },
    messages: {
      clause:
        'A doc comment that begins with "{{word}} …": begin with a verb ("Returns …", "True if …") or a noun ("Maximum number of …").',
    },
    schema: [],
  },
  create({ sourceCode, report }) {
    return {
      Program() {
        for (const comment of sourceCode.getAllComments()) {
          if (comment.type !== 'Block' || !comment.value.startsWith('*') || !comment.loc) continue;
          const text = comment.value.replace(/^[\s*]+/, '');
          const found = clause.exec(text);
          if (!found || text.charAt(found[0].length) === '?') continue;
          report({ loc: comment.loc, messageId: 'clause', data: { word: found[1] ?? '' } });
        }
      },
    };
  },
};

/** Distinguishes the plugin's versions, so that ESLint's cache forgets the files linted with another list. */
const version = ['list.mjs', 'plugin.mjs']
  .reduce((hash, file) => hash.update(readFileSync(new URL(file, import.meta.url))), createHash('sha256'))
  .digest('hex');

/** @type {import('eslint').ESLint.Plugin} */
export const wordsPlugin = {
  meta: { name: 'words', version },
  rules: { 'plain-words': plainWords, 'comment-start': commentStart },
};

/** The plugin's part of an ESLint configuration. */
export const wordsConfig = /** @type {const} */ ({
  plugins: { words: wordsPlugin },
  rules: { 'words/plain-words': 'error', 'words/comment-start': 'error' },
});
