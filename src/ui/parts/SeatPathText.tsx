import type { ReactNode } from 'react';
import type { SeatPath } from '../../licensing/types';
import { useMessages } from '../messages/MessagesContext';
import type { Messages } from '../messages/types';

/** The assignment paths of a license, e.g. "Direct, via Sales EU". */
export function SeatPathText({ paths }: { readonly paths: readonly SeatPath[] }): ReactNode {
  const messages = useMessages();
  return pathsText(paths, messages);
}

/** Returns assignment paths as text, direct first. */
export function pathsText(paths: readonly SeatPath[], { product }: Messages): string {
  const words = paths.map((path) => {
    if (path.kind === 'direct') return product.pathDirect;
    return path.groupName === undefined ? product.pathUnnamedGroup : product.pathGroup(path.groupName);
  });
  const isDirect = (word: string): boolean => word === product.pathDirect;
  return [...new Set([...words.filter(isDirect), ...words])].join(', ');
}

/** Returns the names of the groups among the paths; `unnamed` for a group whose name can't be read. */
export function groupNames(paths: readonly SeatPath[], unnamed: string): string[] {
  return [...new Set(paths.flatMap((path) => (path.kind === 'group' ? [path.groupName ?? unnamed] : [])))];
}
