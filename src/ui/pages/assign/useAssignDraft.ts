import { useEffect, useMemo, useRef, useState } from 'react';
import { runToEnd } from '../../../base/async/inSlices';
import type { Match } from '../../../directory/types';
import { detectSpoofing } from '../../../files/detectSpoofing';
import type { LineEntry, Suspicion } from '../../../files/types';
import { parseProductKey, type ProductKey } from '../../../licensing/keys';
import type { AssignDraft, SavedDraft } from '../../../storage/drafts';
import type { LineSource } from '../../../license-jobs/licenseJob';
import { isGroup } from '../../../license-jobs/assign/assignmentMethod';
import { useMessages } from '../../messages/MessagesContext';
import { useConfirmUnload } from '../../parts/useConfirmUnload';
import { useSharedRun } from '../../parts/useSharedRun';
import { useKeptData } from '../../queries/useKeptData';
import { useServices } from '../../services';
import { detectKind } from '../../parts/list-import/detectKind';
import { groupMatches, preferCertain } from '../../parts/list-import/groupMatches';
import type { UnresolvedRows } from '../../parts/list-import/useUnresolvedRows';
import type { Assignees } from './useAssignees';
import { fromDraftOptions, mergeOptions, toDraftOptions, type AssignOptionsState } from './useAssignOptions';

/** The draft in the browser's storage. */
export interface DraftState {
  /** Earlier draft that is neither resumed nor discarded yet. */
  readonly offer: SavedDraft | undefined;
  readonly isResuming: boolean;
  /** Reason that the earlier draft couldn't be resumed. */
  readonly error: unknown;
  /** Adds the earlier draft to the current list, with users and groups read from the directory again. */
  readonly resume: () => void;
  /** Deletes the earlier draft. */
  readonly discard: () => void;
  /** True if the current list isn't empty and couldn't be saved. */
  readonly isUnsaved: boolean;
  /** Deletes the current list and the earlier draft. */
  readonly remove: () => void;
  /** Deletes the current list after it was assigned. Keeps an earlier draft that is neither resumed nor discarded. */
  readonly finish: () => void;
}

/** State to save. `isChoosing` is false once the job is started. */
interface ListParts {
  readonly productKey: ProductKey;
  readonly list: Assignees;
  readonly unresolvedRows: UnresolvedRows;
  readonly edited: AssignOptionsState;
  readonly isChoosing: boolean;
}

/**
 * Saves the list in the browser with every change, so that closing the pane or the page doesn't lose it, and offers
 * an earlier draft. Until that is resumed or discarded, both are saved together.
 */
export function useAssignDraft(parts: ListParts): DraftState {
  const { productKey, isChoosing } = parts;
  const { data: kept } = useKeptData();
  const drafts = kept?.drafts;
  const [found, setFound] = useState<{ readonly offer: SavedDraft | undefined }>();
  if (drafts && !found) setFound({ offer: drafts.read(productKey) });
  const offer = found?.offer;
  const content = useDraftContent(parts);
  const isEmpty = countDraftLines(content) === 0;
  const hasBegun = useRef(false);
  const [isStored, setIsStored] = useState(true);

  useEffect(() => {
    if (!drafts || !isChoosing || (isEmpty && !hasBegun.current)) return;
    hasBegun.current = true;
    const whole = offer ? mergeDrafts(offer, content) : content;
    drafts.write(productKey, countDraftLines(whole) > 0 ? whole : undefined);
    setIsStored(drafts.stored.isStored());
  }, [drafts, productKey, content, isEmpty, offer, isChoosing]);

  const drop = (): void => setFound({ offer: undefined });
  const resuming = useResume(offer, parts, drop);
  const isUnsaved = isChoosing && !isEmpty && !(drafts && isStored);
  useConfirmUnload(isUnsaved);
  return {
    offer,
    ...resuming,
    discard() {
      drafts?.write(productKey, isEmpty ? undefined : content);
      drop();
    },
    isUnsaved,
    remove: () => drafts?.write(productKey, undefined),
    finish: () => drafts?.write(productKey, offer),
  };
}

/** Counts the users, groups and unresolved rows of a draft. */
export function countDraftLines({ principals, unresolved }: AssignDraft): number {
  return principals.length + unresolved.length;
}

function useDraftContent({ list, unresolvedRows, edited: { options } }: ListParts): AssignDraft {
  const { rows, sources } = unresolvedRows;
  const { principals, products } = list;
  return useMemo(() => {
    const chosen = toDraftOptions(options);
    return {
      alsoProducts: products.slice(1).map(({ key }) => key),
      principals: principals.map(({ kind, id, displayName, address }) => ({
        kind,
        id,
        displayName,
        address,
      })),
      ...toPrincipalLines(principals, sources),
      ...toUnresolved(
        rows
          .filter(({ reason }) => reason.kind !== 'duplicate')
          .map(({ text, source: list, lines: [line = 1], suspicion }) => ({
            text,
            source: { list, line, ...(suspicion && { suspicion }) },
          })),
      ),
      ...(chosen && { options: chosen }),
    };
  }, [principals, products, rows, sources, options]);
}

/**
 * Stores the source lines of principals as one array for each list: a list name at each principal would fill the
 * storage.
 */
function toPrincipalLines(
  principals: readonly { readonly id: string }[],
  sources: ReadonlyMap<string, LineSource>,
): Pick<AssignDraft, 'principalLines'> {
  const found = principals.map(({ id }) => sources.get(id.toLowerCase()));
  const lists = [...new Set(found.flatMap((source) => source?.list ?? []))];
  if (lists.length === 0) return {};
  return {
    principalLines: Object.fromEntries(
      lists.map((list) => [list, found.map((source) => (source?.list === list ? source.line : null))]),
    ),
  };
}

/** Returns the source lines of the draft's principals, by id in lower case. */
function toSources({ principals, principalLines = {} }: AssignDraft): ReadonlyMap<string, LineSource> {
  return new Map(
    Object.entries(principalLines).flatMap(([list, lines]) =>
      principals.flatMap(({ id }, index) => {
        const line = lines[index] ?? undefined;
        return line === undefined ? [] : [[id.toLowerCase(), { list, line }] as const];
      }),
    ),
  );
}

/** Row of a list that isn't resolved yet. */
interface DraftRow {
  readonly text: string;
  readonly source: {
    readonly list: string;
    readonly line: number;
    readonly suspicion?: Suspicion | undefined;
  } | null;
}

function toRows({ unresolved, unresolvedSources = [] }: AssignDraft): readonly DraftRow[] {
  return unresolved.map((text, index) => ({ text, source: unresolvedSources[index] ?? null }));
}

function toUnresolved(rows: readonly DraftRow[]): Pick<AssignDraft, 'unresolved' | 'unresolvedSources'> {
  const unresolved = rows.map(({ text }) => text);
  return rows.some(({ source }) => source)
    ? { unresolved, unresolvedSources: rows.map(({ source }) => source) }
    : { unresolved };
}

function mergeDrafts(earlier: AssignDraft, now: AssignDraft): AssignDraft {
  const ids = new Set(now.principals.map(({ id }) => id));
  const principals = [...earlier.principals.filter(({ id }) => !ids.has(id)), ...now.principals];
  return {
    alsoProducts: [...new Set([...earlier.alsoProducts, ...now.alsoProducts])],
    principals,
    ...toPrincipalLines(principals, new Map([...toSources(earlier), ...toSources(now)])),
    ...toUnresolved([
      ...new Map(
        [...toRows(earlier), ...toRows(now)].map((row) => [
          `${row.source?.suspicion ?? ''} ${row.text}`,
          row,
        ]),
      ).values(),
    ]),
    ...((earlier.options ?? now.options) && {
      options:
        earlier.options && now.options
          ? mergeOptions(earlier.options, now.options)
          : (earlier.options ?? now.options),
    }),
  };
}

/**
 * Resumes the earlier draft. Reads its users and groups again: a draft has only their ids and names, and accounts
 * change.
 */
function useResume(
  offer: SavedDraft | undefined,
  parts: ListParts,
  onDone: () => void,
): Pick<DraftState, 'isResuming' | 'error' | 'resume'> {
  const { directory } = useServices();
  const { assign } = useMessages();
  const [isResuming, setIsResuming] = useState(false);
  const [error, setError] = useState<unknown>();
  const latest = useRef({ ...parts, onDone });
  useEffect(() => {
    latest.current = { ...parts, onDone };
  });
  const ending = useRef<AbortController>(undefined);
  useEffect(() => () => ending.current?.abort(), []);

  const resume = useSharedRun(async () => {
    if (!offer) return;
    const { signal } = (ending.current = new AbortController());
    setIsResuming(true);
    setError(undefined);
    try {
      const ids = offer.principals.map(({ id }) => ({ text: id, kind: 'object-id' as const }));
      const rows = offer.unresolved.map((text) => ({ text, kind: detectKind(text) }));
      const groupId =
        offer.options?.method.kind === 'existing-group' ? offer.options.method.groupId : undefined;
      const [answers, groups] = await Promise.all([
        directory.match([...ids, ...rows], { signal }),
        groupId === undefined ? [] : directory.match([{ text: groupId, kind: 'object-id' }], { signal }),
      ]);
      if (signal.aborted) return;
      const { list: now, unresolvedRows, edited, onDone: done } = latest.current;
      const group = groups
        .flatMap((match) => (match.kind === 'matched' ? match.principal : []))
        .find(isGroup);
      if (offer.options) edited.resume(fromDraftOptions(offer.options, group));
      offer.alsoProducts.forEach((key) => now.addProduct(parseProductKey(key)));
      const sources = toSources(offer);
      const asked = [
        ...offer.principals.map(({ id, displayName, address }) => ({
          text: address || displayName,
          source: sources.get(id.toLowerCase()) ?? null,
        })),
        ...toRows(offer),
      ];
      const matches = runToEnd(preferCertain(asked.map(toEntry), answers));
      const isFound = (index: number): boolean => index < ids.length && matches[index]?.kind === 'matched';
      now.add(
        matches.slice(0, ids.length).flatMap((each) => (each.kind === 'matched' ? each.principal : [])),
      );
      // Skips rows for the same principal as another row.
      const left = asked.flatMap((row, index) => {
        const match = matches[index] ?? notFound;
        return isFound(index) || match.kind === 'duplicate' ? [] : { ...row, match };
      });
      const rest = runToEnd(groupMatches(toMatchedList(offer, assign.unfinishedName, left), now.chosenIds));
      unresolvedRows.addMatches({
        ...rest,
        // People who were typed belong to no line.
        matched: rest.matched + asked.filter(({ source }, index) => source && isFound(index)).length,
        sources: new Map([...sources, ...(rest.sources ?? [])]),
      });
      done();
    } catch (thrown) {
      if (!signal.aborted) setError(thrown);
    } finally {
      setIsResuming(false);
    }
  });
  return { isResuming, error, resume: () => void resume() };
}

const notFound = { kind: 'unknown', why: 'not-found' } as const;

function toEntry({ text, source }: DraftRow, index: number): LineEntry {
  return {
    text,
    kind: detectKind(text),
    lines: [source?.line ?? index + 1],
    // An older draft has no suspicion, so it's detected from the text alone.
    suspicion: source?.suspicion ?? detectSpoofing(text),
  };
}

/** Converts the unresolved rest of a draft to a matched list. */
function toMatchedList(
  { savedAt }: SavedDraft,
  name: string,
  left: readonly (DraftRow & { readonly match: Match })[],
): Parameters<typeof groupMatches>[0] {
  return {
    id: `draft ${savedAt}`,
    name,
    // Only blank lines count here, and a draft has none.
    lineCount: 0,
    entryNames: left.map(({ source }) => source?.list),
    entries: left.map(toEntry),
    matches: left.map(({ match }) => match),
  };
}
