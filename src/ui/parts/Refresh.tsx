import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { useIsFetching, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore, type ReactNode } from 'react';
import { useCriticalMessages } from '../messages/CriticalMessagesContext';
import { useWaitLine } from './Loading';

const useStyles = makeStyles({
  whole: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
});

/** Names of what is read again; what begins with one of them counts too. */
interface RefreshProps {
  readonly of: readonly QueryKey[];
  readonly className?: string;
}

/** Reads a list again, and says from when the one on screen is. */
export function Refresh({ of, className }: RefreshProps): ReactNode {
  const styles = useStyles();
  const { common, format } = useCriticalMessages();
  const client = useQueryClient();
  const isOf = ({ queryKey }: { readonly queryKey: QueryKey }): boolean =>
    of.some((key) => key.every((part, index) => queryKey[index] === part));
  const isReading = useIsFetching({ predicate: isOf }) > 0;
  const subscribe = useCallback(
    (listener: () => void) => client.getQueryCache().subscribe(listener),
    [client],
  );
  // The oldest of what is on screen: no part of the list is older.
  const readAt = useSyncExternalStore(subscribe, () =>
    client
      .getQueryCache()
      .findAll({ type: 'active', predicate: isOf })
      .reduce<number | undefined>((oldest, { state: { dataUpdatedAt } }) => {
        if (dataUpdatedAt === 0) return oldest;
        return oldest === undefined ? dataUpdatedAt : Math.min(oldest, dataUpdatedAt);
      }, undefined),
  );
  return (
    <div className={className ?? styles.whole}>
      {isReading && readAt !== undefined && <StillReading />}
      {readAt !== undefined && <span>{common.asOf(timeOf(readAt, format.locale))}</span>}
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowClockwiseRegular />}
        disabledFocusable={isReading}
        onClick={() => void Promise.all(of.map((queryKey) => client.invalidateQueries({ queryKey })))}
      >
        {common.refresh}
      </Button>
    </div>
  );
}

/** Says that a list on screen is long in being read again. */
function StillReading(): ReactNode {
  const { common } = useCriticalMessages();
  return <span role="status">{useWaitLine(common.waits.page)}</span>;
}

function timeOf(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(at);
}
