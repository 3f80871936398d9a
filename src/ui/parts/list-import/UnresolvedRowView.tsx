import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect, useRef, useState, type ReactNode } from 'react';
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

/** So many are offered; where more have a name, an address tells better. */
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

/** Those who may be meant, and what choosing one does. */
interface CandidatesProps {
  readonly candidates: readonly Principal[];
  readonly onChoose: (principal: Principal) => void;
}

/** Those who may be meant, each to be chosen. */
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
});

/** Characters that show nothing, and those that turn the direction of a text. */
const unseen = /\p{Cf}/gu;

/** The text to correct. */
interface CorrectionFormProps {
  readonly text: string;
  readonly isLooking: boolean;
  readonly onRetryLookup: (text: string) => void;
  readonly onClose: () => void;
}

/** Lets a person correct a line, without its invisible characters, and looks it up again. */
function CorrectionForm({ text, isLooking, onRetryLookup, onClose }: CorrectionFormProps): ReactNode {
  const styles = useCorrectionFormStyles();
  const { assign, common } = useMessages();
  const input = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState(() => text.replace(unseen, ''));
  useEffect(() => input.current?.focus(), []);
  const wanted = draft.trim();
  return (
    // The grid around moves by the same keys as the text field.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it handles no key, it keeps them inside
    <form
      className={styles.form}
      onKeyDown={(event) => event.stopPropagation()}
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted && !isLooking) onRetryLookup(wanted);
      }}
    >
      <Input
        input={{ ref: input }}
        className={styles.input}
        aria-label={assign.correctionLabel(text)}
        spellCheck={false}
        value={draft}
        onChange={(_event, { value }) => setDraft(value)}
      />
      <Button type="submit" disabledFocusable={!wanted || isLooking}>
        {isLooking ? assign.searching : assign.lookAgain}
      </Button>
      <Button appearance="subtle" onClick={onClose}>
        {common.cancel}
      </Button>
    </form>
  );
}
