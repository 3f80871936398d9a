// `npm run bench -- sandbox`: measures a part of the project and prints a table; without a name, every part.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const known = readdirSync(__dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  .map((file) => file.replace(/\.ts$/, ''));
const wanted = process.argv.slice(2);

for (const name of wanted.length > 0 ? wanted : known) {
  const file = join(__dirname, `${name}.ts`);
  if (!known.includes(name) || !existsSync(file)) {
    console.error(`There is no benchmark "${name}". There are ${known.join(', ')}.`);
    process.exitCode = 1;
    continue;
  }
  const { status } = spawnSync(process.execPath, [...process.execArgv, file], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
