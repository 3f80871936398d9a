import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { runInSlices } from '../../../base/async/inSlices';
import { createTimeSlicer } from '../../../base/async/timeSlicer';
import { AppError } from '../../../base/appError';
import type { Match, MatchProgress } from '../../../directory/types';
import type { ReadOptions, Table, TableReader, TableSource } from '../../../files/types';
import { useServices } from '../../services';
import type { GroupedMatches } from './unresolvedRows';
import { groupMatches } from './groupMatches';
import { needsReview, guessColumn, hasSheets, nextColumn } from './tableColumns';

/** Table to review: a person chooses the column with the people, the sheet of a workbook, or the format of a text. */
interface ColumnChoice {
  readonly kind: 'column';
  readonly name: string;
  readonly table: Table;
  readonly guess: number;
  /** Columns without any match. */
  readonly tried?: readonly number[];
  /** Id of the list that was looked up already, and is read in another way. */
  readonly replaces?: string | undefined;
  /** Options with which the table was read. */
  readonly options?: ReadOptions;
  /** Options with which it's being read now; undefined if it isn't. */
  readonly nextOptions?: ReadOptions;
  /** Reason that it couldn't be read with the last options. */
  readonly error?: unknown;
}

/** Step of an import. */
export type ReadingStep =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly name: string }
  | ColumnChoice
  | { readonly kind: 'matching'; readonly name: string; readonly progress: MatchProgress }
  | { readonly kind: 'empty'; readonly name: string }
  | { readonly kind: 'failed'; readonly name: string; readonly error: unknown };

/** An import of a list. */
export interface ListReading {
  readonly step: ReadingStep;
  /** Starts with a list; cancels the current one. */
  readonly take: (source: TableSource, name: string) => void;
  /** The list that was looked up last, and can be read in another way; undefined where there is none. */
  readonly last: LookedUpList | undefined;
  /** Asks again how `last` is read: its people and rows are replaced once it is looked up again. */
  readonly readDifferently: () => void;
  /** Looks up the entries of a column. */
  readonly chooseColumn: (column: number) => void;
  /** Reads another sheet, or the text with another delimiter or encoding. Earlier options stay. */
  readonly chooseOptions: (options: ReadOptions) => void;
  /** Stops what is under way; `last` can still be read in another way. */
  readonly cancel: () => void;
  /** Stops what is under way, and frees the memory of `last`. */
  readonly forget: () => void;
  /** Retries the failed step. */
  readonly retry: () => void;
}

/** A column of a table that is looked up. */
type ChosenColumn = Pick<ColumnChoice, 'name' | 'table' | 'tried' | 'options' | 'replaces'> & {
  readonly column: number;
};

/** A list that was read and looked up. */
interface LookedUpList {
  readonly id: string;
  readonly name: string;
  readonly table: Table;
  readonly column: number;
  readonly options: ReadOptions;
  /** True if `table` was read with other options, which were cancelled. */
  readonly isOutdated: boolean;
}

/** Adds the sheet's name if a workbook has several, since each counts its own rows. */
function withSheet(name: string, table: Table): string {
  const { sheets = [], sheet = 0 } = table.workbook ?? {};
  return hasSheets(table) ? `${name}, ${sheets[sheet] ?? ''}` : name;
}

/** Makes the review step of a table. `error` is the reason that it wasn't read with the chosen options. */
function toColumn(name: string, table: Table, error?: unknown): ColumnChoice {
  const failure = table.workbook?.failure;
  const reason = error ?? (failure && new AppError(failure));
  return { kind: 'column', name, table, guess: guessColumn(table), error: reason };
}

/** Makes the review step of a list that was looked up, to read it in another way. */
function toStepOf({ id, name, column, options }: LookedUpList, table: Table): ReadingStep {
  return { kind: 'column', name, table, guess: column, options, replaces: id };
}

/** Runs one task at a time; a new one cancels it. Keeps the task for `retry`. */
function useLatestRun(setStep: (step: ReadingStep) => void) {
  const running = useRef<AbortController>(undefined);
  const again = useRef<() => void>(undefined);
  const stop = (): void => running.current?.abort();
  useEffect(() => () => running.current?.abort(), []);

  function run(name: string, work: (signal: AbortSignal) => Promise<ReadingStep>): void {
    stop();
    const controller = new AbortController();
    const { signal } = controller;
    running.current = controller;
    again.current = () => run(name, work);
    work(signal).then(
      (next) => !signal.aborted && setStep(next),
      (error: unknown) => !signal.aborted && setStep({ kind: 'failed', name, error }),
    );
  }
  return { run, stop, retry: () => again.current?.() };
}

/** True if nothing in a column matched, unless the column was chosen again. */
function isMissed(matches: readonly Match[], column: number, tried: readonly number[]): boolean {
  const isMiss = (match: Match): boolean =>
    match.kind === 'unknown' || (match.kind === 'ambiguous' && match.similarity === 'beginning');
  return !tried.includes(column) && matches.every(isMiss);
}

function useLatest<Value>(value: Value) {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}

/** Keeps one table at a time and releases the one before. */
function useKeptTable(tables: TableReader) {
  const kept = useRef<Table>(undefined);
  const keep = useCallback(
    (table: Table | undefined) => {
      if (kept.current) void tables.forget(kept.current);
      kept.current = table;
    },
    [tables],
  );
  useEffect(() => () => keep(undefined), [keep]);

  async function read(source: TableSource, signal: AbortSignal): Promise<Table> {
    keep(undefined);
    const table = await tables.read(source, signal);
    if (signal.aborted) {
      void tables.forget(table);
      throw new AppError('cancelled');
    }
    keep(table);
    return table;
  }
  return { read, forget: () => keep(undefined) };
}

/** List of principals that matches are added to. */
interface LookupTarget {
  readonly chosenIds: ReadonlySet<string>;
  readonly onSorted: (sorted: GroupedMatches) => void;
  readonly idsOfList: (listId: string) => ReadonlySet<string>;
}

interface LookupState {
  readonly setStep: (step: ReadingStep) => void;
  readonly setLast: (last: LookedUpList) => void;
}

/** Returns a function that looks up the entries of a column and passes on the grouped matches. */
function useColumnLookup(target: LookupTarget, { setStep, setLast }: LookupState) {
  const { tables, directory, clock } = useServices();
  const hookId = useId();
  const listCount = useRef(0);
  const latest = useLatest(target);

  return async function match(choice: ChosenColumn, signal: AbortSignal): Promise<ReadingStep> {
    const { name, table, column, options = {}, replaces } = choice;
    const show = (progress: MatchProgress): void => {
      if (!signal.aborted) setStep({ kind: 'matching', name, progress });
    };
    show({ asked: 0, all: table.rowCount });
    const entries = await tables.entries(table, column, signal);
    if (entries.length === 0) return { kind: 'empty', name };
    const matches = await directory.match(entries, { onProgress: show, signal });
    if (signal.aborted) return { kind: 'idle' };
    const triedBefore = choice.tried ?? [];
    const tried = [...triedBefore, column];
    const guess = isMissed(matches, column, triedBefore) ? nextColumn(table, tried) : undefined;
    if (guess !== undefined) return { kind: 'column', name, table, guess, tried, options, replaces };
    const id = `${hookId}${(listCount.current += 1)}`;
    const list = { id, name: withSheet(name, table), lineCount: table.lineCount, entries, matches };
    const present = latest.current;
    const replaced = replaces === undefined ? new Set() : present.idsOfList(replaces);
    const others = new Set([...present.chosenIds].filter((chosen) => !replaced.has(chosen)));
    const sorted = await runInSlices(groupMatches(list, others), createTimeSlicer(clock), signal);
    setLast({ id, name, table, column, options, isOutdated: false });
    present.onSorted(replaces === undefined ? sorted : { ...sorted, replaces });
    return { kind: 'idle' };
  };
}

/**
 * Imports a list: reads it, lets a person choose the column, looks up its entries, and passes on the grouped matches.
 */
export function useListReading(
  chosenIds: LookupTarget['chosenIds'],
  onSorted: LookupTarget['onSorted'],
  idsOfList: LookupTarget['idsOfList'],
): ListReading {
  const { tables } = useServices();
  const [step, setStep] = useState<ReadingStep>({ kind: 'idle' });
  const { run, stop, retry } = useLatestRun(setStep);
  const kept = useKeptTable(tables);
  const [last, setLast] = useState<LookedUpList>();
  const match = useColumnLookup({ chosenIds, onSorted, idsOfList }, { setStep, setLast });

  function forget(): void {
    stop();
    kept.forget();
    setLast(undefined);
    setStep({ kind: 'idle' });
  }

  return {
    step,
    last,
    take(source, name) {
      setLast(undefined);
      run(name, async (signal) => {
        setStep({ kind: 'reading', name });
        const table = await kept.read(source, signal);
        if (table.rowCount === 0 && !hasSheets(table)) return { kind: 'empty', name };
        if (needsReview(table)) return toColumn(name, table);
        return match({ name, table, column: guessColumn(table) }, signal);
      });
    },
    readDifferently() {
      if (!last) return;
      const { name, table, options, isOutdated } = last;
      stop();
      if (!isOutdated) return setStep(toStepOf(last, table));
      run(name, async (signal) => {
        setStep({ kind: 'reading', name });
        const shown = await tables.readAgain(table, options, signal);
        setLast((before) => before && { ...before, table: shown, isOutdated: false });
        return toStepOf(last, shown);
      });
    },
    chooseColumn(column) {
      if (step.kind !== 'column') return;
      const { name, table, tried, options, replaces } = step;
      run(name, (signal) => match({ name, table, column, tried, options, replaces }, signal));
    },
    chooseOptions(changed) {
      if (step.kind !== 'column') return;
      const { name, table, options = {}, replaces } = step;
      const nextOptions = { ...options, ...step.nextOptions, ...changed };
      run(name, async (signal) => {
        setStep({ ...step, nextOptions, error: undefined });
        const readAs = async (chosen: ReadOptions, error?: unknown): Promise<ReadingStep> => {
          const next = await tables.readAgain(table, chosen, signal);
          const choice = { ...toColumn(name, next, error), options: chosen, replaces };
          // The reading before was forgotten by the worker.
          setLast((before) => before && { ...before, table: next, isOutdated: true });
          return choice;
        };
        // If the bytes aren't valid in the chosen encoding, falls back to the earlier options.
        return readAs(nextOptions).catch((error: unknown) => readAs(options, error));
      });
    },
    cancel() {
      if (!last) return forget();
      stop();
      setStep({ kind: 'idle' });
    },
    forget,
    retry,
  };
}
