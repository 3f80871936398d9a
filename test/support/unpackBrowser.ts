import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** A browser's program and the environment that it needs. */
interface BrowserProgram {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

const root = resolve(__dirname, '../..');
const unpackScript = `require('@sparticuz/chromium').executablePath()`;

/**
 * Unpacks the Chromium of the npm package @sparticuz/chromium (Linux on x64 alone) below `.cache`, once, and says how to start it.
 * Throws an Error that says what to install where that package cannot serve.
 */
export async function unpackBrowser(): Promise<BrowserProgram> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'No browser found. Install Google Chrome, Chromium or Microsoft Edge, or set CHROME_PATH to one.',
    );
  }
  const folder = join(root, `.cache/chromium-${packageVersion()}`);
  if (!existsSync(folder)) await unpackInto(folder);
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

function packageVersion(): string {
  const text = readFileSync(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

async function unpackInto(target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  // A folder of its own, renamed when whole: two test runs that start together never see half a browser.
  const staging = await mkdtemp(`${target}-`);
  // The package unpacks to the temporary folder, and its NSS libraries only for a machine that looks like AWS Lambda.
  const env = { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  await promisify(execFile)(process.execPath, ['-e', unpackScript], { cwd: root, env });
  await writeFile(join(staging, 'fonts.conf'), fontConfig(target));
  await rename(staging, target).catch(async (fault: unknown) => {
    await rm(staging, { recursive: true, force: true });
    if (!existsSync(target)) throw fault;
  });
}

/** The package's own font configuration names a fixed folder and leaves out the machine's fonts. */
function fontConfig(target: string): string {
  const folders = [join(target, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...folders.map((path) => `  <dir>${path}</dir>`),
    `  <cachedir>${join(target, 'fonts-cache')}</cachedir>`,
    '</fontconfig>',
    '',
  ].join('\n');
}
