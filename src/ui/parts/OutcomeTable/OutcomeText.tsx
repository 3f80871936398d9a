import { Spinner, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { SubtractCircleRegular } from '@fluentui/react-icons/svg/subtract-circle';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import type { OutcomeRow, OutcomeWords } from './OutcomeTable.types';

const useStyles = makeStyles({
  line: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'start' },
  icon: { flexShrink: 0, marginTop: '1px', fontSize: '18px' },
  good: { color: tokens.colorStatusSuccessForeground3 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  small: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  id: { userSelect: 'all' },
});

/** A row's outcome, and which words stand for success. */
export interface OutcomeTextProps {
  readonly row: OutcomeRow;
  readonly words: OutcomeWords;
}

/** How the change of one principal ended, why, what to do, and the request id of a failure. */
export function OutcomeText({ row, words }: OutcomeTextProps): ReactNode {
  const { assign, outcomes } = useMessages();
  const { outcome, leftOut } = row;
  if (leftOut) return <Line tone={leftOut.kind === 'not-needed' ? 'quiet' : 'bad'} title={leftOut.reason} />;
  if (!outcome) return <Under isRunning={row.progress === 'running'} />;
  switch (outcome.kind) {
    case 'done':
      return <Line tone="good" title={outcome.pending ? words.pending : words.done} />;
    case 'skipped':
      return <Line tone="quiet" {...outcomes[outcome.reason]} />;
    case 'failed':
      return <Line tone="bad" {...outcomes[outcome.reason]} requestId={outcome.requestId} />;
    case 'cancelled':
      return <Line tone="quiet" title={assign.cancelled} />;
  }
}

function Under({ isRunning }: { readonly isRunning: boolean }): ReactNode {
  const styles = useStyles();
  const words = useMessages().assign;
  return (
    <div className={mergeClasses(styles.line, styles.quiet)}>
      {isRunning && <Spinner size="extra-tiny" aria-hidden />}
      {isRunning ? words.running : words.waiting}
    </div>
  );
}

const icons = {
  good: CheckmarkCircleRegular,
  bad: ErrorCircleRegular,
  quiet: SubtractCircleRegular,
} as const;

interface LineProps {
  readonly tone: keyof typeof icons;
  readonly title: string;
  readonly action?: string;
  readonly requestId?: string | undefined;
}

function Line({ tone, title, action, requestId }: LineProps): ReactNode {
  const styles = useStyles();
  const words = useMessages().assign;
  const Icon = icons[tone];
  return (
    <div className={styles.line}>
      <Icon className={mergeClasses(styles.icon, styles[tone])} aria-hidden />
      <div className={styles.words}>
        {title}
        {action && <div className={styles.small}>{action}</div>}
        {requestId && (
          <div className={mergeClasses(styles.small, styles.id)}>{words.requestId(requestId)}</div>
        )}
      </div>
    </div>
  );
}
