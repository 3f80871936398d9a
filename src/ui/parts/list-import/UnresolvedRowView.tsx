import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useState, type ReactNode } from 'react';
import type { Principal } from '../../../base/principal';
import { useMessages } from '../../messages/MessagesContext';
import { Candidates } from './Candidates';
import { CorrectionForm } from './CorrectionForm';
import { explainRow } from './rowTable';
import type { UnresolvedRow } from './unresolvedRows';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
    alignItems: 'start',
  },
  text: { overflowWrap: 'anywhere', fontWeight: tokens.fontWeightSemibold },
  buttons: { display: 'flex' },
  wide: { gridColumn: '1 / span 2' },
  why: { gridColumn: '1 / span 2', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  place: { color: tokens.colorNeutralForeground3 },
});

/** One open line, and what a person can do about it. */
interface UnresolvedRowViewProps {
  readonly line: UnresolvedRow;
  readonly isLooking: boolean;
  readonly onChoose: (principal: Principal) => void;
  readonly onRetryLookup: (text: string) => void;
  readonly onDrop: () => void;
}

/** A line as it was written, why it did not lead to somebody, and the ways to correct it: choose, correct, drop. */
export function UnresolvedRowView(props: UnresolvedRowViewProps): ReactNode {
  const { line, isLooking, onChoose, onRetryLookup, onDrop } = props;
  const styles = useStyles();
  const messages = useMessages();
  const { assign } = messages;
  const [isCorrecting, setIsCorrecting] = useState(false);
  const { text, reason } = line;
  const isDuplicate = reason.kind === 'duplicate';
  return (
    <div className={styles.line}>
      {/* The text is of any script and direction, and must not turn the words around it. */}
      <bdi className={styles.text}>{text}</bdi>
      <div className={styles.buttons}>
        {!isDuplicate && !isCorrecting && (
          <Button
            size="small"
            appearance="subtle"
            aria-label={assign.correctLine(text)}
            onClick={() => setIsCorrecting(true)}
          >
            {assign.correct}
          </Button>
        )}
        <Button
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={assign.dropLine(text)}
          onClick={onDrop}
        />
      </div>
      <div className={styles.why}>
        {explainRow(line, messages)}{' '}
        <span className={styles.place}>{assign.linePlace(line.source, line.lines)}</span>
      </div>
      {isCorrecting && (
        <div className={styles.wide}>
          <CorrectionForm
            text={text}
            isLooking={isLooking}
            onRetryLookup={onRetryLookup}
            onClose={() => setIsCorrecting(false)}
          />
        </div>
      )}
      {'candidates' in reason && (
        <div className={styles.wide}>
          <Candidates candidates={reason.candidates} onChoose={onChoose} />
        </div>
      )}
    </div>
  );
}
