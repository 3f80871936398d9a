import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronLeftRegular } from '@fluentui/react-icons/svg/chevron-left';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { JobPanel } from '../../parts/JobPanel/JobPanel';
import { jobTitle } from '../../parts/JobPanel/jobTitle';
import { useDocumentTitle } from '../../parts/useDocumentTitle';
import { useJobList } from '../../queries/useJobList';
import { DeleteJobButton } from './DeleteJobButton';
import { ProductLinks } from './ProductLinks';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    minHeight: '32px',
    color: tokens.colorNeutralForeground2,
  },
  back: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, flexGrow: 1 },
});

interface JobPageProps {
  readonly jobId: string;
  readonly onBack: () => void;
  readonly onOpen: (jobId: string) => void;
}

/** The page of one job. */
export function JobPage({ jobId, onBack, onOpen }: JobPageProps): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const { jobs: words, shell } = messages;
  const summary = useJobList().find(({ header }) => header.id === jobId);
  useDocumentTitle(summary ? jobTitle(summary.header, messages) : shell.jobs);
  return (
    <div className={styles.page}>
      <div className={styles.bar}>
        <Link as="button" className={styles.back} onClick={onBack}>
          <ChevronLeftRegular aria-hidden />
          {words.backToJobs}
        </Link>
        {summary && (
          <>
            <span>
              {words.planned(new Date(summary.header.plannedAt).toISOString(), summary.header.owner.name)}
            </span>
            <span>
              <ProductLinks header={summary.header} />
            </span>
            <DeleteJobButton job={summary} onDeleted={onBack} />
          </>
        )}
      </div>
      <JobPanel jobId={jobId} headingLevel={1} shouldFocusTitle={false} onOpen={onOpen} />
    </div>
  );
}
