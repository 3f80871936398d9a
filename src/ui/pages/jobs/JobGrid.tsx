import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import type { LicenseJobSummary } from '../../../license-jobs/licenseJob';
import { jobTitle, wordKindOf } from '../../parts/JobPanel/jobTitle';
import { countSettled } from '../../parts/JobPanel/countSettled';
import { VirtualGrid } from '../../parts/VirtualGrid/VirtualGrid';
import type { GridColumn } from '../../parts/VirtualGrid/VirtualGrid.types';
import { hrefOf, routes } from '../../routes';
import { DeleteJobButton } from './DeleteJobButton';
import { ProductLinks } from './ProductLinks';
import { jobStatusText } from './stateWords';

/** The height of the page, less what stands above and below the list there: the navigation, the heading, and the margins. */
const maxHeight = 'max(22rem, calc(100dvh - 12.5rem))';

const useStyles = makeStyles({
  // High enough for a finger.
  link: { display: 'inline-block', lineHeight: '24px' },
  below: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: '24px' },
});

/** The history: what each job did, to what, when and by whom, where it stands, and with which outcomes. */
export function JobGrid({ list }: { readonly list: readonly LicenseJobSummary[] }): ReactNode {
  const messages = useMessages();
  const { jobs } = messages;
  const columns = useMemo<readonly GridColumn<LicenseJobSummary>[]>(
    () => [
      {
        id: 'what',
        header: jobs.columnWhat,
        width: 'minmax(0, 2fr)',
        isWideWhenNarrow: true,
        render: ({ header }) => <What header={header} />,
      },
      {
        id: 'products',
        header: jobs.columnProducts,
        width: 'minmax(0, 1fr)',
        render: ({ header }) => <ProductLinks header={header} />,
      },
      {
        id: 'state',
        header: jobs.columnState,
        width: 'minmax(0, 1fr)',
        render: (job) => jobStatusText(job, messages),
      },
      {
        id: 'outcomes',
        header: jobs.columnOutcomes,
        width: 'minmax(0, 1.2fr)',
        isWideWhenNarrow: true,
        render: ({ header, status, counts }) =>
          status === 'finished'
            ? jobs.summary(wordKindOf(header.subject), counts)
            : jobs.settledOf(countSettled(counts), header.size),
      },
      {
        id: 'forget',
        header: jobs.columnActions,
        width: '64px',
        render: (job) => <DeleteJobButton job={job} />,
      },
    ],
    [jobs, messages],
  );
  return (
    <VirtualGrid label={jobs.history} columns={columns} rows={list} keyOf={keyOf} maxHeight={maxHeight} />
  );
}

function What({ header }: Pick<LicenseJobSummary, 'header'>): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const plannedAt = new Date(header.plannedAt).toISOString();
  return (
    <>
      <Link className={styles.link} href={hrefOf(routes.job(header.id))}>
        {jobTitle(header, messages)}
      </Link>
      <div className={styles.below}>{messages.jobs.planned(plannedAt, header.owner.name)}</div>
    </>
  );
}

function keyOf({ header }: LicenseJobSummary): string {
  return header.id;
}
