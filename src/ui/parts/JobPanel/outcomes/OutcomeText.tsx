import { Spinner, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { SubtractCircleRegular } from '@fluentui/react-icons/svg/subtract-circle';
import type { ReactNode } from 'react';
import { reachOf } from '../../../../base/outcome';
import type { WordKind } from '../../../messages/en/jobs/jobOutcomes';
import { useMessages } from '../../../messages/MessagesContext';
import type { Messages } from '../../../messages/types';
import type { JobProduct, LicenseJobItem } from '../../../../license-jobs/licenseJob';
import { explainOutcome } from '../../explainOutcome';
import { explainFailure, hasLine } from './explainHalfDone';
import { pathStepsText } from './pathStepsText';
import { stillWhenReduced } from '../../stillWhenReduced';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    alignItems: 'start',
    // In narrow grids it's below the name, to the right of the avatar.
    '@container (max-width: 600px)': { marginInlineStart: '40px' },
  },
  icon: { flexShrink: 0, marginTop: '1px', fontSize: '18px' },
  good: { color: tokens.colorStatusSuccessForeground3 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  unsure: { color: tokens.colorStatusWarningForeground3 },
  quiet: { color: tokens.colorNeutralForeground3 },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  still: stillWhenReduced,
  small: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  id: { userSelect: 'all' },
  // High enough for a finger.
  summary: { width: 'fit-content', lineHeight: '24px', cursor: 'pointer' },
});

interface OutcomeTextProps {
  readonly item: LicenseJobItem;
  readonly kind: WordKind;
  /** Products of the job, with their names. */
  readonly products: readonly JobProduct[];
  /** True if the job isn't running, so that started items don't progress. */
  readonly isAtRest: boolean;
  /** True if what to do about a failure is said above. Default is false. */
  readonly hasRemedyAbove?: boolean;
}

/** The outcome of one user or group: reason, what to do, and the request id of a failure. */
export function OutcomeText(props: OutcomeTextProps): ReactNode {
  const { item, kind, products, isAtRest, hasRemedyAbove } = props;
  const messages = useMessages();
  const { jobs } = messages;
  const { outcome } = item;
  switch (outcome?.kind) {
    case undefined:
      if (item.progress === 'waiting') return <Under words={jobs.waiting} />;
      return isAtRest ? <Under words={jobs.unsettled} /> : <Under words={jobs.started} isBusy />;
    case 'done':
      return (
        <Line
          tone={['part', 'unknown'].includes(reachOf(outcome) ?? 'all') ? 'unsure' : 'good'}
          title={doneTitle(outcome, kind, jobs)}
          action={shortfallText(outcome, products, jobs) ?? pathStepsText(item, messages)}
        />
      );
    case 'skipped':
      return <Line tone="quiet" {...explainOutcome(outcome, messages)} />;
    case 'failed':
      return (
        <Line
          tone="bad"
          {...explainFailure(item, outcome, { kind, products }, messages)}
          {...(hasRemedyAbove && { action: undefined })}
          requestId={outcome.requestId}
          serviceMessage={outcome.serviceMessage}
        />
      );
    case 'cancelled':
      return <Line tone="quiet" title={jobs.cancelled} />;
  }
}

/** Returns the title of a success. For a group, it depends on whether the change reached all members. */
function doneTitle(outcome: LicenseJobItem['outcome'], kind: WordKind, jobs: Messages['jobs']): string {
  switch (reachOf(outcome)) {
    case 'all':
      return jobs.done[kind];
    case 'part':
      return jobs.doneInPart;
    case 'unknown':
      return jobs.doneUnsure;
    case undefined:
      return jobs.pending[kind];
  }
}

/** Describes the group members whom a change didn't reach; undefined if it reached all. */
export function shortfallText(
  outcome: NonNullable<LicenseJobItem['outcome']>,
  products: readonly JobProduct[],
  jobs: Messages['jobs'],
): string | undefined {
  if (outcome.kind !== 'done') return undefined;
  const { shortfall, isShortfallUnknown } = outcome;
  if (!shortfall) return isShortfallUnknown ? jobs.shortfallUnknown : undefined;
  const isWaiting = hasLine(products);
  return isShortfallUnknown
    ? jobs.shortfallAtLeast(shortfall, isWaiting)
    : jobs.shortfall(shortfall, isWaiting);
}

function Under({ words, isBusy }: { readonly words: string; readonly isBusy?: boolean }): ReactNode {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.line, styles.quiet, styles.still)}>
      {isBusy && <Spinner size="extra-tiny" aria-hidden />}
      {words}
    </div>
  );
}

const icons = {
  good: CheckmarkCircleRegular,
  bad: ErrorCircleRegular,
  unsure: WarningRegular,
  quiet: SubtractCircleRegular,
} as const;

interface LineProps {
  readonly tone: keyof typeof icons;
  readonly title: string;
  readonly action?: string | undefined;
  readonly requestId?: string | undefined;
  readonly serviceMessage?: string | undefined;
}

function Line({ tone, title, action, requestId, serviceMessage }: LineProps): ReactNode {
  const styles = useStyles();
  const { common, jobs } = useMessages();
  const Icon = icons[tone];
  return (
    <div className={styles.line}>
      <Icon className={mergeClasses(styles.icon, styles[tone])} aria-hidden />
      <div className={styles.words}>
        {title}
        {/* The service's own text: a quotation in its language. */}
        {serviceMessage && (
          <div className={styles.small}>
            <q lang="en" dir="auto">
              {serviceMessage}
            </q>
          </div>
        )}
        {action && <div className={styles.small}>{action}</div>}
        {requestId && (
          <details className={styles.small}>
            <summary className={styles.summary}>{common.details}</summary>
            <span className={styles.id}>{jobs.requestId(requestId)}</span>
          </details>
        )}
      </div>
    </div>
  );
}
