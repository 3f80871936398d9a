import path from 'node:path';

/** The folder that holds package.json, from which the build and the sandbox's state are found. */
export const projectFolder = path.resolve(__dirname, '..', '..');
