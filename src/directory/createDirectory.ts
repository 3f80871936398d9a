import type { Graph } from '../graph/types';
import { createPhotoReader } from './createPhotoReader';
import { readComposition } from './readComposition';
import { readMe } from './readMe';
import { search } from './search';
import type { Directory } from './types';

/** What a directory may be told besides its Graph. */
export interface DirectoryOptions {
  /** Template ids of the roles that the sign-in already named, added to those that Graph tells; default none. */
  readonly tokenRoles?: () => readonly string[];
}

const defaultLimit = 10;

/** Makes the app's directory over Graph. */
export function createDirectory(graph: Graph, { tokenRoles = () => [] }: DirectoryOptions = {}): Directory {
  return {
    readMe: (signal) => readMe(graph, tokenRoles, signal),
    search: (text, { limit = defaultLimit, signal } = {}) => search(graph, text, limit, signal),
    readPhoto: createPhotoReader(graph),
    readComposition: (groupId, signal) => readComposition(graph, groupId, signal),
  };
}
