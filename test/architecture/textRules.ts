// cspell:ignore registr artifac nexu
/** A file's path from the project's root and its text. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

const suppression =
  /(eslint-disable|@ts-expect-error|@ts-ignore|@ts-nocheck|prettier-ignore|istanbul ignore|c8 ignore)/;
const reason = /--\s+\S+\s+\S+/;

/** Each comment that silences a check and does not say why after `--`. */
export function bareSuppressions(files: readonly TextFile[]): string[] {
  return eachLine(files, (line) => isComment(line) && suppression.test(line) && !reason.test(line)).map(
    (place) => `${place} silences a check without its reason after "--"`,
  );
}

const isComment = (line: string): boolean => /(\/\/|\/\*|^\s*\*)/.test(line);

// Written with gaps, so that this file does not name what it looks for.
const localPaths = /(?<![\w.@-])\/(wor[k]|roo[t]|hom[e]|tm[p])\/[\w.-]+/;
const registries = /registr[y]\.(npmjs|yarnpkg)|\.npm[r]c\b|artifac[t]ory|nexu[s]\.[a-z]+\./i;

/** Each line that names a path of one machine or the host of a package registry. */
export function machineNames(files: readonly TextFile[]): string[] {
  return eachLine(files, (line) => localPaths.test(line) || registries.test(line)).map(
    (place) => `${place} names a path of one machine or a package registry`,
  );
}

/** Each line of a screen that fetches code and neither waits for the connection nor has something else to show. */
export function impatientImports(files: readonly TextFile[]): string[] {
  const screens = files.filter(({ path }) => /^src\/ui\/.*\.tsx$/.test(path));
  return eachLine(
    screens,
    (line) => /\bimport\(/.test(line) && !line.includes('loadWhenOnline(') && !line.includes(').then('),
  ).map((place) => `${place} fetches code without loadWhenOnline`);
}

function eachLine(files: readonly TextFile[], isBad: (line: string) => boolean): string[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (isBad(line) ? [`${path}:${index + 1}`] : [])),
  );
}
