import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';

const useStyles = makeStyles({
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
export function CorrectionForm({ text, isLooking, onRetryLookup, onClose }: CorrectionFormProps): ReactNode {
  const styles = useStyles();
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
