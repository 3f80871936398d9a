import { existsSync } from 'node:fs';
import { posix, win32 } from 'node:path';

/** Parts of the machine that the search for a browser reads; tests pass their own. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** True if a file exists at this path. */
  readonly exists: (path: string) => boolean;
}

const thisMachine: Machine = { platform: process.platform, env: process.env, exists: existsSync };

const linuxNames = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const macApps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const windowsPrograms = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];

/**
 * The path of an installed Chrome, Chromium or Edge, or undefined where there is none.
 * `CHROME_PATH` goes before everything else; an Error names it when nothing is there.
 */
export function findBrowser(machine: Machine = thisMachine): string | undefined {
  const chosen = machine.env.CHROME_PATH;
  if (chosen === undefined || chosen === '') return usualPlaces(machine).find(machine.exists);
  if (!machine.exists(chosen)) throw new Error(`CHROME_PATH names "${chosen}", and no file is there.`);
  return chosen;
}

function usualPlaces({ platform, env }: Machine): string[] {
  if (platform === 'darwin') {
    return ['/Applications', `${env.HOME ?? ''}/Applications`].flatMap((folder) =>
      macApps.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`),
    );
  }
  if (platform === 'win32') {
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => windowsPrograms.map((program) => win32.join(folder, program)));
  }
  const folders = [
    ...(env.PATH ?? '').split(':'),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
    '/opt/google/chrome',
  ];
  return folders
    .filter((folder) => folder !== '')
    .flatMap((folder) => [...linuxNames, 'chrome'].map((name) => posix.join(folder, name)));
}
