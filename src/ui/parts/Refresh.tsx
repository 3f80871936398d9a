import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { notifyManager, useIsFetching, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore, type ReactNode } from 'react';
import { useCriticalMessages } from '../messages/CriticalMessagesContext';
import { useServices } from '../services';
import { useWaitLine } from './Loading';

const useStyles = makeStyles({
  whole: {
    position: 'relative',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  time: { '@media (max-width: 639px)': { display: 'none' } },
  icon: { '@media (pointer: coarse)': { minWidth: '44px', minHeight: '44px' } },
});

/** Keys of the queries to refetch, including those that start with them. */
interface RefreshProps {
  readonly of: readonly QueryKey[];
  readonly className?: string;
  /** Shows the icon in place of the button with text, beside the time in a wide window. Default is false. */
  readonly isIcon?: boolean;
  /** Leaves the button out, for the time that a narrow window has no room for beside the icon. Default is false. */
  readonly isTimeOnly?: boolean;
}

/** Refetches a list, and says when the shown one was read. */
export function Refresh({ of, className, isIcon = false, isTimeOnly = false }: RefreshProps): ReactNode {
  const styles = useStyles();
  const { common, format } = useCriticalMessages();
  const { openDoors } = useServices();
  const client = useQueryClient();
  const isOf = ({ queryKey }: { readonly queryKey: QueryKey }): boolean =>
    of.some((key) => key.every((part, index) => queryKey[index] === part));
  const isReading = useIsFetching({ predicate: isOf }) > 0;
  // A list that is read for the first time says so itself.
  const isRereading =
    useIsFetching({ predicate: (query) => isOf(query) && query.state.dataUpdatedAt > 0 }) > 0;
  const subscribe = useCallback(
    // Later, since a query is added to the cache while its component renders.
    (listener: () => void) => client.getQueryCache().subscribe(notifyManager.batchCalls(listener)),
    [client],
  );
  // Time of the oldest active query.
  const readAt = useSyncExternalStore(subscribe, () =>
    client
      .getQueryCache()
      .findAll({ type: 'active', predicate: isOf })
      .reduce<number | undefined>((oldest, { state: { dataUpdatedAt } }) => {
        if (dataUpdatedAt === 0) return oldest;
        return oldest === undefined ? dataUpdatedAt : Math.min(oldest, dataUpdatedAt);
      }, undefined),
  );
  const asOf = readAt === undefined ? undefined : common.asOf(timeOf(readAt, format.locale));
  return (
    <div className={className ?? styles.whole}>
      {isRereading && !isTimeOnly && <StillReading />}
      {asOf !== undefined && <span className={isIcon ? styles.time : undefined}>{asOf}</span>}
      {!isTimeOnly && (
        <Button
          {...(isIcon
            ? { className: styles.icon, 'aria-label': common.refresh, title: common.refresh }
            : { size: 'small' })}
          appearance="subtle"
          icon={<ArrowClockwiseRegular />}
          disabledFocusable={isReading}
          onClick={() => {
            const refetch = () => of.map((queryKey) => client.invalidateQueries({ queryKey }));
            void openDoors()
              .then(({ askAgain }) => askAgain())
              .finally(refetch);
          }}
        >
          {isIcon ? undefined : common.refresh}
        </Button>
      )}
    </div>
  );
}

/** Says that a refetch takes long. */
function StillReading(): ReactNode {
  const { common } = useCriticalMessages();
  return (
    <span className="still-reading" role="status">
      {useWaitLine(common.waits.page)}
    </span>
  );
}

function timeOf(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(at);
}
