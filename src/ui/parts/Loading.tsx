import { lazy, Suspense, use, useEffect, useState, useSyncExternalStore } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { systemClock } from '../../base/clock';
import type { Clock } from '../../base/clock';
import type { Trouble, TroubleState } from '../../base/createTrouble';
import { announceLoaded } from './announceLoaded';
import { useCriticalMessages } from '../messages/CriticalMessagesContext';
import { ServicesContext } from '../services';
import type { RestartWaitingProps } from './RestartWaiting';
import { useIsOffline } from './useIsOffline';

const drawNothing = () => null;

// Loaded with the first long wait. If it can't be loaded, the wait is shown without it.
const RestartWaiting = lazy<ComponentType<RestartWaitingProps>>(async () => ({
  default: await import('./RestartWaiting').then(
    (loaded) => loaded.RestartWaiting,
    () => drawNothing,
  ),
}));

/** Name of the awaited content, as text after "waiting for", and since when by the wall clock. */
interface Late {
  readonly what: string;
  readonly since: number;
}

/** Outline of what is loading: the start page or its list, a product's page or its list, a table, cards, or the fields of a form. */
export type LoadingVariant = 'start' | 'products' | 'product' | 'table' | 'cards' | 'form';

interface LoadingProps {
  /** Default is `table`. */
  readonly variant?: LoadingVariant;
  /** True in place of a whole page, whose title is then outlined too, if the variant has one. Default is false. */
  readonly isPage?: boolean;
  /** Rows of the outline; 0 draws none. Default is as many as a window shows. */
  readonly rows?: number;
  /** Announced immediately. Default is "Loading…". */
  readonly label?: string;
  /** Named on the screen after three seconds, as text after "waiting for". Default is "this page". */
  readonly what?: string;
  /** Start of the wait by the wall clock, in milliseconds. Default is the first render. */
  readonly since?: number;
  /** Named on the screen immediately, in place of `what`; `not-yet` names nothing. */
  readonly late?: Late | 'not-yet';
  /** Shown in place of the line about the wait until eight seconds have passed. Default is that line. */
  readonly early?: string;
  /** True if what is loading is read from cloud licensing, whose trouble is its own. Default is false. */
  readonly isOfCloud?: boolean;
  /** Begins again; offered after eight seconds. Default reads again what hasn't come. */
  readonly onRetry?: () => void;
}

/**
 * Outline of what is loading, in the sizes of `skeleton.css`. If it takes long, says what is loading, since when, and the
 * reason if known, on top of the outline, so that nothing moves.
 */
export function Loading(props: LoadingProps) {
  const {
    variant = 'table',
    isPage = false,
    rows,
    label,
    what,
    since,
    late,
    early,
    isOfCloud,
    onRetry,
  } = props;
  const { common } = useCriticalMessages();
  const named = typeof late === 'object' ? late : undefined;
  const began = named?.since ?? since;
  const line = useWaitLine(named?.what ?? what ?? common.waits.page, began, isOfCloud);
  const isVeryLate = useIsLate(retryAfterInMs, began);
  const isOffline = useIsOffline();
  const isEarly = early !== undefined && !isVeryLate && !isOffline;
  const shown = late === 'not-yet' || line === undefined ? undefined : isEarly ? early : line;
  const isNamed = shown !== undefined;
  useEffect(() => (isNamed ? () => announceLoaded(common.loaded) : undefined), [isNamed, common]);
  const words = (
    <div className={shown === undefined ? 'skeleton-hidden' : rows === 0 ? undefined : 'skeleton-words'}>
      <span role="status">{shown ?? label ?? common.loading}</span>
      {/* Without a connection, it goes on by itself. */}
      {shown !== undefined && rows !== 0 && isVeryLate && !isOffline && (
        <Suspense>
          <RestartWaiting onRetry={onRetry} />
        </Suspense>
      )}
    </div>
  );
  return rows === 0 ? words : <Outline {...{ variant, isPage, rows }}>{words}</Outline>;
}

interface OutlineProps
  extends Required<Pick<LoadingProps, 'variant' | 'isPage'>>, Pick<LoadingProps, 'rows'> {
  /** Lies on top of the rows. */
  readonly children: ReactNode;
}

/** Draws the outline. The page draws the one of the start before any script has come. */
function Outline({ variant, isPage, rows, children }: OutlineProps) {
  const height = rows === undefined ? undefined : `calc(${rows} * var(--row))`;
  const box = (key?: number) => (
    <div key={key} className="skeleton-card">
      <div className="skeleton-rows" style={{ height: key === undefined ? height : 'var(--row)' }} />
    </div>
  );
  return (
    <div className={`skeleton skeleton-${variant === 'products' ? 'start' : variant}`}>
      {isPage && variant !== 'start' && variant !== 'product' && <div className="skeleton-title" />}
      {variant === 'start' && (
        <div className="skeleton-tools" aria-hidden>
          {[0, 1, 2, 3].map((chip) => (
            <i key={chip} />
          ))}
        </div>
      )}
      {variant === 'product' && isPage && <div className="skeleton-head" />}
      <div className="skeleton-box">
        {children}
        {variant === 'cards' ? (
          <div className="skeleton-grid">{Array.from({ length: rows ?? 6 }, (_, card) => box(card))}</div>
        ) : variant === 'form' ? (
          <div className="skeleton-fields" />
        ) : (
          box()
        )}
      </div>
    </div>
  );
}

const lateAfterInMs = 3_000;
const retryAfterInMs = 8_000;

/** True once `delayInMs` have passed since `since` by the wall clock; default is the first render. */
function useIsLate(delayInMs: number, since?: number): boolean {
  const clock: Clock = use(ServicesContext)?.clock ?? systemClock;
  const [drawnAt] = useState(() => clock.now());
  const dueAt = (since ?? drawnAt) + delayInMs;
  const [isLate, setIsLate] = useState(() => clock.now() >= dueAt);
  useEffect(() => {
    const gone = new AbortController();
    clock.wait(Math.max(0, dueAt - clock.now()), gone.signal).then(
      () => setIsLate(true),
      () => undefined,
    );
    return () => gone.abort();
  }, [clock, dueAt]);
  return isLate;
}

/**
 * Returns a text about a long wait, three seconds after `since` (default: the first render) or immediately when
 * offline; undefined before. `what` follows "waiting for". The first known reason stays, so that the text doesn't
 * change with each response. `isOfCloud` as in `Loading`.
 */
export function useWaitLine(what: string, since?: number, isOfCloud = false): string | undefined {
  const { common, format } = useCriticalMessages();
  const services = use(ServicesContext);
  const clock: Clock = services?.clock ?? systemClock;
  const [drawnAt] = useState(() => clock.now());
  const began = since ?? drawnAt;
  const isLate = useIsLate(lateAfterInMs, began);
  const isOffline = useIsOffline();
  const { subscribe, read } = services?.trouble ?? noTrouble;
  const trouble = useSyncExternalStore(subscribe, () => read(isOfCloud ? 'beta' : 'v1.0'));
  const [reason, setReason] = useState<Trouble>();
  if (isLate && reason === undefined && trouble !== undefined) setReason(trouble);
  if (!isLate && !isOffline) return undefined;
  const line = common.stillWaiting(what, format.time(began));
  const why = isOffline ? common.offline : reason && common.trouble[reason];
  return why === undefined ? line : `${line} ${why}`;
}

const noTrouble: TroubleState = { read: () => undefined, subscribe: () => () => undefined };
