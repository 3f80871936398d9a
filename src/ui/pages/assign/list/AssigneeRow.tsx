import { Button, Spinner, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { SubtractCircleRegular } from '@fluentui/react-icons/svg/subtract-circle';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';
import type { PreflightLine } from '../../../../licensing/preflight/preflight';
import { useMessages } from '../../../messages/MessagesContext';
import { findingTexts } from './findingTexts';
import { PrincipalName } from '../../../parts/PrincipalName';
import { visuallyHidden } from '../../../parts/visuallyHidden';
import { WaitText } from '../../../parts/WaitText';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) fit-content(45%) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
  },
  mark: {
    gridColumn: '1 / -1',
    marginBottom: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalXXS,
    borderBottom: `2px solid ${tokens.colorStatusWarningBorder2}`,
    color: tokens.colorStatusWarningForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  result: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minWidth: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  words: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflow: 'hidden',
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground2,
  },
  // Longer results take lines of their own, aligned with the name.
  details: {
    gridRow: 3,
    gridColumn: '1 / -1',
    alignItems: 'start',
    gap: tokens.spacingHorizontalS,
    marginInlineStart: '40px',
  },
  remove: {
    // The result is read before it.
    gridRow: 2,
    gridColumn: 3,
    '@media (pointer: coarse)': { minWidth: '44px', minHeight: '44px' },
  },
  who: { gridRow: 2, gridColumn: 1, minWidth: 0 },
  whoAlone: { gridColumn: '1 / span 2' },
  icon: { flexShrink: 0, fontSize: '16px' },
  send: { color: tokens.colorStatusSuccessForeground3 },
  risk: { color: tokens.colorStatusWarningForeground3 },
  skip: { color: tokens.colorNeutralForeground3 },
  stop: { color: tokens.colorStatusDangerForeground1 },
  findings: { margin: 0, padding: 0, listStyleType: 'none', overflowWrap: 'anywhere' },
  short: { gridRow: 2, gridColumn: 2 },
  spoken: visuallyHidden,
});

const icons = {
  send: CheckmarkCircleRegular,
  risk: WarningRegular,
  skip: SubtractCircleRegular,
  stop: ErrorCircleRegular,
} as const satisfies Record<PreflightLine['result'], unknown>;

interface AssigneeRowProps {
  readonly line: PreflightLine;
  /** True while the data of the line is loading. */
  readonly isPending: boolean;
  /** Text above the line, e.g. that no license is left from here on. */
  readonly mark: string | undefined;
  readonly onRemove: () => void;
}

/** A user or group to assign to, with its preview. */
export function AssigneeRow({ line, isPending, mark, onRemove }: AssigneeRowProps): ReactNode {
  const styles = useStyles();
  const { assign } = useMessages();
  const { principal } = line;
  const isShort = isPending || isPlain(line) || isOneSkip(line);
  return (
    <div className={styles.line}>
      {mark && <div className={styles.mark}>{mark}</div>}
      <div className={mergeClasses(styles.who, !isShort && styles.whoAlone)}>
        <PrincipalName principal={principal} />
      </div>
      <div className={mergeClasses(styles.result, isShort ? styles.short : styles.details)}>
        <LineResult {...{ line, isPending }} />
      </div>
      <Button
        className={styles.remove}
        appearance="subtle"
        icon={<DismissRegular />}
        aria-label={assign.removeFromList(principal.displayName)}
        onClick={onRemove}
      />
    </div>
  );
}

/** True if nothing is sent for one reason, which a few words say. The groups of a path may be many. */
function isOneSkip({ result, findings }: PreflightLine): boolean {
  return (
    result === 'skip' && findings.length < 2 && findings.every(({ kind }) => kind !== 'has-through-group')
  );
}

/** True if the line gets what the others get, which an icon says. */
function isPlain({ result, findings }: PreflightLine): boolean {
  return result === 'send' && findings.every(({ kind }) => kind === 'gets-seat');
}

function LineResult({ line, isPending }: Pick<AssigneeRowProps, 'line' | 'isPending'>): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const { assign, common } = messages;
  if (isPending) {
    const wait = common.waits.licenses([line.principal.displayName]);
    return <Spinner size="extra-tiny" label={<WaitText early={assign.checking} what={wait} />} />;
  }
  const { result } = line;
  const Icon = icons[result];
  const found = findingTexts(line, messages);
  const texts = found.length > 0 ? found : [assign.result[result]];
  const text = texts.join(' · ');
  const icon = <Icon className={mergeClasses(styles.icon, styles[result])} aria-hidden />;
  if (isPlain(line)) {
    return (
      <span title={text}>
        {icon}
        <span className={styles.spoken}>{text}</span>
      </span>
    );
  }
  if (isOneSkip(line)) {
    return (
      <>
        {icon}
        <span className={styles.words} title={text}>
          {text}
        </span>
      </>
    );
  }
  return (
    <>
      {icon}
      <ul className={styles.findings}>
        {texts.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </>
  );
}
