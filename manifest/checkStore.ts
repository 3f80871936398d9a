// `npm run check-store [-- dist/deploy/isv-licenses.zip]`: holds a package against the rules of the Teams Store that a program can check.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { projectRoot } from './project';
import { storeFaults } from './storeFaults';
import type { StoreManifest } from './storeFaults';
import { words } from './words';

async function main(): Promise<void> {
  const file = process.argv[2] ?? 'dist/deploy/isv-licenses.zip';
  const files = unzipSync(await readFile(resolve(projectRoot, file)));
  const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as StoreManifest;
  const faults = storeFaults(manifest, Object.keys(files));
  for (const fault of faults) console.log(`WRONG ${fault}`);
  console.log(words.store.summary(faults.length));
  if (faults.length > 0) process.exitCode = 1;
}

main().catch((thrown: unknown) => {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 1;
});
