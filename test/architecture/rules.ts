import { posix } from 'node:path';
import type { Source } from './readSource';
import { budgets, folders, globalOwners, packageOwners, tables } from './table';

/** The folder of the table that holds a path, or undefined where the table has none. */
export function folderOf(path: string): string | undefined {
  const inside = path.replace(/^src\//, '');
  return Object.keys(folders)
    .filter((folder) => inside === folder || inside.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0];
}

/** Each file that stands in no folder of the table. */
export function unknownFolders(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => folderOf(path) === undefined)
    .map(({ path }) => `${path} stands in no known folder`);
}

/** Each import of a folder that the table does not allow. */
export function forbiddenImports(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const own = folderOf(source.path);
    return localImports(source)
      .filter((target) => !isAllowed(own, folderOf(target)))
      .map((target) => `${source.path} imports ${target}: ${own} may not import ${folderOf(target)}`);
  });
}

function isAllowed(own: string | undefined, target: string | undefined): boolean {
  if (own === undefined || target === undefined) return false;
  return own === target || (folders[own]?.mayImport.includes(target) ?? false);
}

/** Each import of a page by something that is neither that page nor `app`. */
export function importsOfPages(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, imports }) =>
    localImports({ path, imports })
      .filter(
        (target) =>
          pageOf(target) !== undefined && pageOf(target) !== pageOf(path) && folderOf(path) !== 'app',
      )
      .map((target) => `${path} imports ${target}: pages meet in app alone`),
  );
}

const pageOf = (path: string): string | undefined => /^src\/ui\/pages\/[^/]+/.exec(path)?.[0];

/** Each import of a package by a folder that does not own it. */
export function importsOfOwnedPackages(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, imports }) =>
    packagesOf(imports).flatMap((specifier) => {
      const [name, owners] = Object.entries(packageOwners).find(([owned]) => isOf(specifier, owned)) ?? [];
      if (name === undefined || isWithin(path, owners ?? [])) return [];
      return [`${path} imports ${specifier}, which only ${owners?.join(', ')} may`];
    }),
  );
}

/** Each import, in code that ships, of a package that an installation for production lacks. */
export function importsOfTools(sources: readonly Source[], dependencies: readonly string[]): string[] {
  return sources
    .filter(({ path }) => folderOf(path) !== 'sandbox')
    .flatMap(({ path, imports }) =>
      packagesOf(imports.filter(({ isTypeOnly }) => !isTypeOnly))
        .filter((specifier) => !dependencies.some((name) => isOf(specifier, name)))
        .map((specifier) => `${path} imports ${specifier}, which is not among the dependencies`),
    );
}

/** Each use of a global outside the paths that own it. */
export function usesOfOwnedGlobals(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, globals }) =>
    globals
      .filter((name) => !isWithin(path, globalOwners[name] ?? []))
      .map((name) => `${path} uses ${name}, which only ${globalOwners[name]?.join(', ')} may`),
  );
}

/** Each ring of files that import one another, once. */
export function importCycles(sources: readonly Source[]): string[] {
  const targets = new Map(sources.map((source) => [source.path, resolvedImports(source, sources)]));
  const isDone = new Set<string>();
  const rings: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) rings.push([...trail.slice(start), path].join(' -> '));
    if (start >= 0 || isDone.has(path)) return;
    for (const target of targets.get(path) ?? []) walk(target, [...trail, path]);
    isDone.add(path);
  };
  for (const path of targets.keys()) walk(path, []);
  return rings;
}

/** Each default export and each `export *`. */
export function badExports(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, badExports }) =>
    badExports.map((what) => `${path} has ${what}; use named exports`),
  );
}

/** Each exported name without a sentence that says what it is. */
export function undocumentedExports(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, undocumentedExports }) =>
    undocumentedExports.map((name) => `${path}: ${name} has no doc comment`),
  );
}

/** Each file that is longer than the budget and no table. */
export function longFiles(sources: readonly Source[]): string[] {
  return sources
    .filter((source) => !isTable(source) && source.lines > budgets.file.max)
    .map(({ path, lines }) => `${path} has ${lines} lines, more than ${budgets.file.max}`);
}

/** Each function that is longer than the budget. */
export function longFunctions(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, functions }) =>
    functions
      .filter(({ lines }) => lines > budgets.function.max)
      .map(
        ({ name, line, lines }) =>
          `${path}:${line} ${name} has ${lines} lines, more than ${budgets.function.max}`,
      ),
  );
}

/** Whether a file is one of the named tables of words or data. */
export function isTable({ path }: Pick<Source, 'path'>): boolean {
  return tables.some((table) => table.path.test(path));
}

function localImports({ path, imports }: Pick<Source, 'path' | 'imports'>): string[] {
  return imports
    .filter(({ specifier }) => specifier.startsWith('.'))
    .map(({ specifier }) => posix.join(posix.dirname(path), specifier.replace(/\?.*$/, '')))
    .map((target) => (['src/index', 'src/redirect'].includes(target) ? `${target}.ts` : target));
}

function resolvedImports(source: Source, sources: readonly Source[]): string[] {
  const paths = new Set(sources.map(({ path }) => path));
  return [...new Set(localImports(source))].flatMap((target) =>
    [target, `${target}.ts`, `${target}.tsx`].filter((path) => paths.has(path)),
  );
}

function packagesOf(imports: Source['imports']): string[] {
  return imports.map(({ specifier }) => specifier).filter((specifier) => !specifier.startsWith('.'));
}

function isOf(specifier: string, name: string): boolean {
  return specifier === name || specifier.startsWith(/[/:]$/.test(name) ? name : `${name}/`);
}

function isWithin(path: string, owners: readonly string[]): boolean {
  return owners.some((owner) => path === `src/${owner}` || path.startsWith(`src/${owner}/`));
}
