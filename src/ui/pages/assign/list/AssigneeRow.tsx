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
import { WaitText } from '../../../parts/WaitText';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalS,
  },
  mark: {
    gridColumn: '1 / span 2',
    marginBottom: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalXXS,
    borderBottom: `2px solid ${tokens.colorStatusWarningBorder2}`,
    color: tokens.colorStatusWarningForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  preview: {
    gridColumn: '1 / span 2',
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    // Aligned with the name, to the right of the avatar.
    marginInlineStart: '40px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  icon: { flexShrink: 0, fontSize: '16px' },
  send: { color: tokens.colorStatusSuccessForeground3 },
  risk: { color: tokens.colorStatusWarningForeground3 },
  skip: { color: tokens.colorNeutralForeground3 },
  stop: { color: tokens.colorStatusDangerForeground1 },
  findings: { margin: 0, padding: 0, listStyleType: 'none', overflowWrap: 'anywhere' },
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
  const { assign, common } = useMessages();
  const { principal, result } = line;
  const Icon = icons[result];
  return (
    <div className={styles.line}>
      {mark && <div className={styles.mark}>{mark}</div>}
      <PrincipalName principal={principal} />
      <Button
        appearance="subtle"
        icon={<DismissRegular />}
        aria-label={assign.removeFromList(principal.displayName)}
        onClick={onRemove}
      />
      <div className={styles.preview}>
        {isPending ? (
          <Spinner
            size="extra-tiny"
            label={<WaitText early={assign.checking} what={common.waits.licenses([principal.displayName])} />}
          />
        ) : (
          <>
            <Icon className={mergeClasses(styles.icon, styles[result])} aria-hidden />
            <Findings line={line} />
          </>
        )}
      </div>
    </div>
  );
}

function Findings({ line }: { readonly line: PreflightLine }): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const texts = findingTexts(line, messages);
  if (texts.length === 0) return messages.assign.result[line.result];
  return (
    <ul className={styles.findings}>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
