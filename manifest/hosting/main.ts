// `npm run check-hosting -- https://apps.example.com/isv/`: reads a deployed app and lists what its web server does wrong.
import { parseArgs } from 'node:util';
import { clouds } from '../clouds';
import type { CloudName } from '../clouds';
import { words } from '../words';
import { checkHosting } from './checkHosting';

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { cloud: { type: 'string', default: 'public' } },
    allowPositionals: true,
  });
  const [address = ''] = positionals;
  if (!/^https?:$/.test(URL.canParse(address) ? new URL(address).protocol : '') || !(values.cloud in clouds))
    throw new Error(words.hosting.usage);
  const base = new URL(address.endsWith('/') ? address : `${address}/`).href;
  const findings = await checkHosting(base, values.cloud as CloudName, (page, headers) =>
    fetch(page, { redirect: 'manual', headers }),
  );
  for (const { isRight, text } of findings) console.log(`${isRight ? 'ok   ' : 'WRONG'} ${text}`);
  const wrong = findings.filter(({ isRight }) => !isRight).length;
  console.log(words.hosting.summary(findings.length - wrong, wrong));
  if (wrong > 0) process.exitCode = 1;
}

main().catch((thrown: unknown) => {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 1;
});
