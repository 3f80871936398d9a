import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import type { Principal } from '../../../base/principal';
import { useMessages } from '../../messages/MessagesContext';
import { explainRow } from './rowTable';
import type { UnresolvedRow } from './unresolvedRows';
import { principalDetail, PrincipalName } from '../PrincipalName';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
    alignItems: 'center',
  },
  text: { overflowWrap: 'anywhere', fontWeight: tokens.fontWeightSemibold },
  buttons: {
    display: 'flex',
    '& > button': { '@media (pointer: coarse)': { minWidth: '44px', minHeight: '44px' } },
  },
  wide: { gridColumn: '1 / span 2' },
  why: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  source: { color: tokens.colorNeutralForeground3 },
});

interface UnresolvedRowViewProps {
  readonly line: UnresolvedRow;
  readonly isLooking: boolean;
  readonly onChoose: (principal: Principal) => void;
  readonly onRetryLookup: (text: string) => void;
  readonly onDrop: () => void;
}

/** An unresolved row: its text, the reason, and actions to choose a candidate, correct or drop it. */
export function UnresolvedRowView(props: UnresolvedRowViewProps): ReactNode {
  const { line, isLooking, onChoose, onRetryLookup, onDrop } = props;
  const styles = useStyles();
  const messages = useMessages();
  const { assign } = messages;
  const [isCorrecting, setIsCorrecting] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasCorrecting = useRef(false);
  useEffect(() => {
    if (wasCorrecting.current && !isCorrecting) opener.current?.focus();
    wasCorrecting.current = isCorrecting;
  }, [isCorrecting]);
  const { text, reason } = line;
  const isDuplicate = reason.kind === 'duplicate';
  return (
    <div className={styles.line}>
      <div>
        {/* The text can be of any direction and must not affect the text around it. */}
        <bdi className={styles.text}>{text}</bdi>
        <div className={styles.why}>
          {explainRow(line, messages)}{' '}
          <span className={styles.source}>{assign.linePlace(line.source, line.lines)}</span>
        </div>
      </div>
      <div className={styles.buttons}>
        {!isDuplicate && !isCorrecting && (
          <Button
            ref={opener}
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
          aria-label={assign.removeLine(text)}
          onClick={onDrop}
        />
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

/** Maximum number of candidates to show. */
const most = 6;

const useCandidatesStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'grid',
    gap: tokens.spacingVerticalXS,
  },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
  },
  more: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface CandidatesProps {
  readonly candidates: readonly Principal[];
  readonly onChoose: (principal: Principal) => void;
}

/** Candidates for a row, each with a button to choose it. */
function Candidates({ candidates, onChoose }: CandidatesProps): ReactNode {
  const styles = useCandidatesStyles();
  const { assign } = useMessages();
  const shown = candidates.slice(0, most);
  return (
    <ul className={styles.list}>
      {shown.map((principal) => (
        <li key={principal.id} className={styles.item}>
          <PrincipalName principal={principal} detail={principalDetail(principal)} />
          <Button
            size="small"
            aria-label={assign.chooseCandidate(principal.displayName, principalDetail(principal))}
            onClick={() => onChoose(principal)}
          >
            {assign.choose}
          </Button>
        </li>
      ))}
      {candidates.length > shown.length && (
        <li className={styles.more}>{assign.moreCandidates(candidates.length - shown.length)}</li>
      )}
    </ul>
  );
}

const useCorrectionFormStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  input: { flex: '1 1 12rem', minWidth: 0 },
  hint: {
    flexBasis: '100%',
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** Invisible characters and direction marks. */
const unseen = /\p{Cf}/gu;

interface CorrectionFormProps {
  readonly text: string;
  readonly isLooking: boolean;
  readonly onRetryLookup: (text: string) => void;
  readonly onClose: () => void;
}

/**
 * Lets a person correct a row, starting without its invisible characters, and retries the lookup. Escape leads back to the
 * button that opened it.
 */
function CorrectionForm({ text, isLooking, onRetryLookup, onClose }: CorrectionFormProps): ReactNode {
  const styles = useCorrectionFormStyles();
  const { assign, common } = useMessages();
  const input = useRef<HTMLInputElement>(null);
  const hintId = useId();
  const [draft, setDraft] = useState(() => text.replace(unseen, ''));
  useEffect(() => input.current?.focus(), []);
  const wanted = draft.trim();
  return (
    // The grid uses the same keys as the text field.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it keeps the keys inside, and Escape is that of Cancel
    <form
      className={styles.form}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onClose();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted && !isLooking) onRetryLookup(wanted);
      }}
    >
      <Input
        input={{ ref: input }}
        className={styles.input}
        aria-label={assign.correctionLabel(text)}
        aria-describedby={hintId}
        spellCheck={false}
        value={draft}
        onChange={(_event, { value }) => setDraft(value)}
      />
      <Button type="submit" disabledFocusable={!wanted || isLooking}>
        {isLooking ? assign.searching : assign.retryLookup}
      </Button>
      <Button appearance="subtle" onClick={onClose}>
        {common.cancel}
      </Button>
      <p id={hintId} className={styles.hint}>
        {assign.correctionHint}
      </p>
    </form>
  );
}
