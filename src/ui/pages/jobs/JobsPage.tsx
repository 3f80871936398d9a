import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { AppError } from '../../../base/appError';
import { EmptyState } from '../../parts/EmptyState';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { Loading } from '../../parts/Loading';
import { PageHeader } from '../../parts/PageHeader';
import { useJobKeeping, useJobList } from '../../queries/useJobList';
import { JobGrid } from './JobGrid';
import { UnreadableJobs } from './UnreadableJobs';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
});

/** The page **Jobs**: everything that was done with this browser, newest first. */
export function JobsPage(): ReactNode {
  const styles = useStyles();
  const { jobs: words, shell, common } = useMessages();
  const list = useJobList();
  const keeping = useJobKeeping();
  const isEmpty = list.length === 0 && (keeping === 'device' || keeping === 'memory');
  return (
    <>
      <PageHeader title={shell.jobs} intro={words.intro} />
      <div className={styles.page}>
        {keeping === 'memory' && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{words.onlyWhileOpen}</MessageBarBody>
          </MessageBar>
        )}
        <UnreadableJobs
          otherwise={isEmpty && <EmptyState title={words.emptyTitle} text={words.emptyText} />}
        />
        {keeping === 'newer' ? (
          <ErrorNotice error={new AppError('journal-newer')} />
        ) : list.length > 0 ? (
          <JobGrid list={list} />
        ) : (
          keeping === 'unknown' && <Loading what={common.waits.jobs} />
        )}
      </div>
    </>
  );
}
