import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { transform } from '@swc/core';
import { projectFolder } from '../projectFolder';

const source = path.join(projectFolder, 'src');
/** Folders and files below `src` whose modules a browser may load; each stands on its own there. */
const forBrowsers =
  /^(sandbox\/(standalone\/page|host-page)\/[A-Za-z]+|sandbox\/(words|faultChoices)|base\/(clock|ids))$/;

/**
 * Makes the function that gives a module of the page as JavaScript, by its path below `src` without its ending, so that
 * nothing has to be built; `undefined` where no such module is meant for browsers. Each is translated once.
 */
export function createPageModules(): (name: string) => Promise<string | undefined> {
  const translated = new Map<string, Promise<string>>();
  return async (name) => {
    if (!forBrowsers.test(name)) return undefined;
    const module = translated.get(name) ?? translate(path.join(source, `${name}.ts`));
    translated.set(name, module);
    return module.catch(() => undefined);
  };
}

async function translate(file: string): Promise<string> {
  const { code } = await transform(await readFile(file, 'utf8'), {
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'es6' },
    sourceMaps: false,
    swcrc: false,
  });
  return code;
}
