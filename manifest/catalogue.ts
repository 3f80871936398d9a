// `npm run catalogue -- FILE.csv`: the catalogue that ships, with Microsoft's products and plans from its published table.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { decodeTable, makeCatalogue, type CatalogueFile } from './makeCatalogue';

const root = resolve(__dirname, '..');
const usage = `Usage: npm run catalogue -- FILE.csv [--base FILE.json] [--out FILE.json]
  FILE.csv  Microsoft's table "Product names and service plan identifiers for licensing", as you downloaded it
  --base    catalogue to add to (default: src/licensing/catalogue/catalogue.json)
  --out     file to write (default: dist/catalogue.json)`;

async function main(): Promise<readonly string[]> {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({ options: { base: text, out: text }, allowPositionals: true });
  const [table, ...others] = positionals;
  if (table === undefined || others.length > 0) return [usage];
  const base = resolve(root, values.base ?? 'src/licensing/catalogue/catalogue.json');
  const out = resolve(root, values.out ?? 'dist/catalogue.json');
  const catalogue = JSON.parse(await readFile(base, 'utf8')) as CatalogueFile;
  const made = makeCatalogue(decodeTable(await readFile(table)), catalogue);
  if ('faults' in made) return made.faults;
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, `${JSON.stringify(made.catalogue, null, 1)}\n`);
  console.log(
    `${relative(root, out)}: ${made.products} products and ${made.plans} service plans of Microsoft.\n` +
      'Put it beside the app under the address that catalogueUrl in config.json names (default: catalogue.json).',
  );
  return [];
}

main().then(
  (faults) => {
    if (faults.length === 0) return;
    console.error(faults.join('\n'));
    process.exitCode = 1;
  },
  (fault: unknown) => {
    console.error(fault instanceof Error ? fault.message : fault);
    console.error(usage);
    process.exitCode = 1;
  },
);
