import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { RuleTester } from 'eslint';
import tseslint from 'typescript-eslint';
import { wordsPlugin } from './plugin.mjs';

const root = resolve(__dirname, '../..');
const tester = new RuleTester({
  languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } },
});
const { 'plain-words': plainWords, 'comment-start': commentStart } = { ...wordsPlugin.rules };
if (!plainWords || !commentStart) throw new Error('the plugin lacks a rule');

const at = (path: string) => join(root, path);
const word = (found: string, better: string) => ({ message: `"${found}": use ${better}.` });

tester.run('plain-words', plainWords, {
  valid: [
    {
      name: 'a word that only contains one of the list',
      code: 'const recommended = 1, shallow = 2, health = 3;',
    },
    {
      name: 'a name that another file declares',
      code: "import { judgeTry } from './x'; judgeTry(lane.rivals);",
    },
    { name: 'a name taken from an object', code: 'const { rival, lane = 1, ...rest } = input();' },
    { name: 'the bearer token of HTTP', code: '// The bearer token.\nconst bearer = 1, bearerToken = 2;' },
    { name: 'a property of Graph', code: "const bodies = { isResourceAccount: true, 'Bearer': 1 };" },
    { name: 'most at another place', code: 'const leastAndMostItems = 1, most = 2;' },
    { name: 'an address in a comment', code: '// See https://example.com/judge/bear.' },
    { name: 'words of two sentences', code: '// That can be let. Go on.' },
    {
      name: 'text outside of the messages',
      code: "const text = 'Nobody shall hear';",
      filename: at('src/ui/a.ts'),
    },
    { name: 'the other language', code: "const text = 'bear';", filename: at('src/ui/messages/sv/a.ts') },
    { name: 'a name of another folder', code: 'function peek() {}', filename: at('src/graph/a.ts') },
    { name: 'a module with such a name', code: "import './nowhere'; export * from 'nowhere';" },
  ],
  invalid: [
    ...['const judgeTry = 1', 'function f(judged) {}', 'class A { #judges() {} }', 'enum A { Judgment }'].map(
      (code) => ({ name: code, code, errors: 1 }),
    ),
    ...['interface A { readonly judge: 1 }', 'type A = { judge(): 1 }', 'const a = { judge: 1 }'].map(
      (code) => ({
        name: code,
        code,
        errors: [word('judge', 'evaluate, preview, predict, classify')],
      }),
    ),
    {
      name: 'two words of a name',
      code: 'const createKeyRing = 1;',
      errors: [word('KeyRing', 'mutex, e.g. KeyedMutex')],
    },
    { name: 'a negated word', code: 'const unmendedRows = 1;', errors: [word('unmended', 'fix, repair')] },
    { name: 'another name for an import', code: "import { a as rivals } from './a';", errors: 1 },
    { name: 'another name for a property', code: 'const { a: rivals } = input();', errors: 1 },
    { name: 'a limit', code: 'const mostItems = 1;', errors: [word('mostItems', 'max…, e.g. maxItems')] },
    {
      name: 'a comment over two lines',
      code: '/**\n * Is let\n * go and `turnedAway`, anew.\n */',
      errors: [
        { message: '"let\n * go": use cancel, release.', line: 2, column: 7, endLine: 3, endColumn: 6 },
        word('turnedAway', 'reject'),
        { ...word('anew', 'again'), line: 3, column: 25 },
      ],
    },
    { name: 'a code', code: "type A = 'already-so' | 'done';", errors: [{ messageId: 'word' }] },
    {
      name: 'a message',
      code: "const a = { b: 'Whoever asks', c: (n) => `${n} bear it` };",
      filename: at('src/ui/messages/en/a.ts'),
      errors: [
        word('Whoever', 'the user who, anyone who'),
        word('bear', 'have, carry, match; for a person: candidate'),
      ],
    },
    { name: 'a file', code: '', filename: at('src/jobs/createLanes.ts'), errors: 1 },
    {
      name: 'a name of one folder',
      code: 'function peek() {}',
      filename: at('src/license-jobs/deep/a.ts'),
      errors: [word('peek', 'getCached')],
    },
    {
      name: 'a whole name, once',
      code: 'const runStretch = 1;',
      errors: [word('runStretch', 'runJob')],
    },
  ],
});

tester.run('comment-start', commentStart, {
  valid: [
    { name: 'a verb', code: '/** Returns what is left. */' },
    { name: 'a noun', code: '/** Maximum number of items. */' },
    { name: 'a question', code: '/** Who is meant? */' },
    { name: 'a longer word', code: '/** Whatsapp. */' },
    { name: 'a plain comment', code: '// What is left.\n/* Whether. */' },
  ],
  invalid: ['What', 'Who', 'Whether', 'How many', 'Which'].map((start) => ({
    name: start,
    code: `/** ${start} is left. */`,
    errors: 1,
  })),
});

test('the words of the dictionary are in order', () => {
  const [, ...dictionary] = readFileSync(at('test/words/dictionary.txt'), 'utf8').trimEnd().split('\n');
  expect(dictionary).toEqual([...new Set(dictionary)].sort());
});
