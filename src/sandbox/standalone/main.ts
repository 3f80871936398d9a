import path from 'node:path';
import { projectFolder } from '../projectFolder';
import { words } from '../words';
import { parseStandalone } from './parseStandalone';
import { startStandalone } from './startStandalone';

async function main(): Promise<void> {
  const { shouldHelp, ...given } = parseStandalone(process.argv.slice(2));
  if (shouldHelp) {
    console.log(words.standalone.help);
    return;
  }
  const folder = path.join(projectFolder, '.sandbox', 'standalone');
  const running = await startStandalone({ ...given, folder });
  if (running.environment.tenant.note !== undefined) console.log(running.environment.tenant.note);
  console.log(words.standalone.ready(running.address));
  const close = (): void => {
    console.log(`\n${words.terminal.closing}`);
    void running.close().then(() => process.exit(0));
  };
  process.once('SIGINT', close);
  process.once('SIGTERM', close);
}

main().catch((thrown: unknown) => {
  console.error(thrown instanceof Error ? thrown.message : String(thrown));
  process.exitCode = 1;
});
