// `npm run words:baseline`: writes for each file how many findings of the words rules it still has (in ESLint's format
// for suppressions). It follows moved and renamed files, but refuses when there would be more findings than before.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import * as v from 'valibot';
import { wordsConfig } from './plugin.mjs';

const root = resolve(__dirname, '../..');
const file = join(root, 'test/words/baseline.json');

const Baseline = v.record(v.string(), v.record(v.string(), v.object({ count: v.number() })));
type Baseline = v.InferOutput<typeof Baseline>;

/** Counts the findings without the rules that need types: seconds in place of minutes. */
async function countFindings(): Promise<Baseline> {
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: [
      {
        files: ['**/*.{ts,tsx}'],
        languageOptions: {
          parser: tseslint.parser,
          parserOptions: { ecmaFeatures: { jsx: true } },
        },
        linterOptions: { reportUnusedDisableDirectives: 'off' },
        ...wordsConfig,
      },
    ],
  });
  const results = await eslint.lintFiles(['src', 'test', 'manifest']);
  const found: Baseline = {};
  for (const { filePath, messages } of results.sort((a, b) => (a.filePath < b.filePath ? -1 : 1))) {
    const path = relative(root, filePath).split(sep).join('/');
    for (const rule of Object.keys(wordsConfig.rules).sort()) {
      const count = messages.filter(({ ruleId }) => ruleId === rule).length;
      if (count > 0) (found[path] ??= {})[rule] = { count };
    }
  }
  return found;
}

function total(baseline: Baseline, rule: string): number {
  return Object.values(baseline).reduce((sum, rules) => sum + (rules[rule]?.count ?? 0), 0);
}

function filesWithMore(before: Baseline, after: Baseline, rule: string): string[] {
  return Object.entries(after).flatMap(([path, rules]) => {
    const [old, now] = [before[path]?.[rule]?.count ?? 0, rules[rule]?.count ?? 0];
    return now > old ? [`  ${path}: ${old} → ${now}`] : [];
  });
}

async function main(): Promise<void> {
  const after = await countFindings();
  // Without a file there is nothing to compare with: a merge that mixed both sides starts over like this.
  const before = existsSync(file) ? v.parse(Baseline, JSON.parse(readFileSync(file, 'utf8'))) : undefined;
  let isMore = false;
  for (const rule of Object.keys(wordsConfig.rules)) {
    const [old, now] = [before && total(before, rule), total(after, rule)];
    console.log(`${rule}: ${old ?? 'none'} → ${now}`);
    if (!before || old === undefined || now <= old) continue;
    isMore = true;
    console.error(['More than before in:', ...filesWithMore(before, after, rule)].join('\n'));
  }
  if (isMore) process.exitCode = 1;
  else writeFileSync(file, JSON.stringify(after, undefined, 2));
}

void main();
