import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { toLocalDay } from '../../../files/writeCsv';
import type { UnreadableJobs as Source } from '../../../jobs/createUnreadableJobs';
import { useMessages } from '../../messages/MessagesContext';
import { ConfirmDialog } from '../../parts/ConfirmDialog';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { LazyExportDialog } from '../../parts/export/ExportButton';
import type { ExportContent } from '../../parts/export/exportContent';
import { useKeptData } from '../../queries/useKeptData';
import { useServices } from '../../services';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalXS },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
  },
  when: { minWidth: '180px' },
  text: { margin: `0 0 ${tokens.spacingVerticalS}` },
});

interface UnreadableJobsProps {
  /** Shown if all jobs can be read. */
  readonly otherwise: ReactNode;
}

/** Jobs that this version of the app can't read. Each can be exported and deleted. */
export function UnreadableJobs({ otherwise }: UnreadableJobsProps): ReactNode {
  const { data, error } = useKeptData();
  if (error) return <ErrorNotice error={error} />;
  return data ? <UnreadableList source={data.unreadableJobs} otherwise={otherwise} /> : otherwise;
}

function UnreadableList({ source, otherwise }: UnreadableJobsProps & { readonly source: Source }): ReactNode {
  const styles = useStyles();
  const { jobs: words, common } = useMessages();
  const services = useServices();
  const [asked, setAsked] = useState<string>();
  const subscribe = useCallback((listener: () => void) => source.subscribe(listener), [source]);
  const list = useSyncExternalStore(subscribe, () => source.list());
  const listed = useSyncExternalStore(
    useCallback((listener: () => void) => services.jobs.subscribe(listener), [services.jobs]),
    () => services.jobs.list(),
  );
  useEffect(() => {
    // The page says so if no jobs can be read at all.
    source.check().catch(() => undefined);
  }, [source, listed]);
  const save = useMutation({
    mutationFn: async (id: string): Promise<ExportContent> => ({
      kind: 'text',
      fileName: words.unreadableFile(toLocalDay(services.clock.now())),
      text: await source.exportText(id),
      mediaType: 'application/json',
    }),
  });
  const remove = useMutation({
    mutationFn: (id: string) => services.jobs.remove(id),
    onSuccess: () => setAsked(undefined),
  });
  if (list.length === 0) return otherwise;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{words.unreadableTitle(list.length)}</MessageBarTitle>
        <p className={styles.text}>{words.unreadableText(list.length)}</p>
        <ul className={styles.list} aria-label={words.unreadableList}>
          {list.map(({ id, plannedAt }) => {
            const when = words.unreadablePlanned(
              plannedAt === undefined ? undefined : new Date(plannedAt).toISOString(),
            );
            return (
              <li key={id} className={styles.line}>
                <span className={styles.when}>{when}</span>
                <Button
                  size="small"
                  disabledFocusable={save.isPending}
                  aria-label={words.unreadableExport(when)}
                  onClick={() => save.mutate(id)}
                >
                  {words.exportReport}
                </Button>
                <Button size="small" aria-label={words.unreadableDelete(when)} onClick={() => setAsked(id)}>
                  {words.forget}
                </Button>
              </li>
            );
          })}
        </ul>
        {save.error && <ErrorNotice error={save.error} />}
        {save.data && <LazyExportDialog content={save.data} onClose={() => save.reset()} />}
      </MessageBarBody>
      {asked !== undefined && (
        <ConfirmDialog
          title={words.unreadableDeleteTitle}
          confirm={words.forget}
          dismiss={common.cancel}
          isDisabled={remove.isPending}
          onConfirm={() => remove.mutate(asked)}
          onDismiss={() => setAsked(undefined)}
        >
          {words.unreadableDeleteText}
          {remove.error && <ErrorNotice error={remove.error} />}
        </ConfirmDialog>
      )}
    </MessageBar>
  );
}
