// `npm run bench -- sandbox`: measures a part of the project and prints a table; without a name, every part. Options after
// the name are the part's own: `npm run bench -- engine --people 1000`.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const known = readdirSync(__dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  .map((file) => file.replace(/\.ts$/, ''));
const asked = process.argv.slice(2);
const firstOption = asked.findIndex((word) => word.startsWith('--'));
const wanted = firstOption < 0 ? asked : asked.slice(0, firstOption);
const options = firstOption < 0 ? [] : asked.slice(firstOption);

for (const name of wanted.length > 0 ? wanted : known) {
  const file = join(__dirname, `${name}.ts`);
  if (!known.includes(name) || !existsSync(file)) {
    console.error(`There is no benchmark "${name}". There are ${known.join(', ')}.`);
    process.exitCode = 1;
    continue;
  }
  const { status } = spawnSync(process.execPath, [...process.execArgv, file, ...options], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
