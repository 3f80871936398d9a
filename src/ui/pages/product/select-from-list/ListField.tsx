import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useState, type ClipboardEvent, type ReactNode } from 'react';
import { useMessages } from '../../../messages/MessagesContext';
import { isPastedList } from '../../../parts/PrincipalPicker/readPasted';

const useStyles = makeStyles({
  field: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  box: { width: '100%' },
  buttons: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

interface ListFieldProps {
  readonly onList: (text: string) => void;
  /** The button **Add from file**. */
  readonly addFromFile: ReactNode;
}

/**
 * A box to paste or type a list into. A pasted list is read immediately, since rendering 100,000 lines in the box
 * would block the page.
 */
export function ListField({ onList, addFromFile }: ListFieldProps): ReactNode {
  const styles = useStyles();
  const { fromList } = useMessages();
  const [text, setText] = useState('');
  const isEmpty = text.trim() === '';

  function paste(event: ClipboardEvent): void {
    const pasted = event.clipboardData.getData('text');
    // A paste into existing text is part of that text.
    if (!isEmpty || !isPastedList(pasted)) return;
    event.preventDefault();
    onList(pasted);
  }

  function lookUp(): void {
    if (isEmpty) return;
    onList(text);
    setText('');
  }

  return (
    <div className={styles.field}>
      <Field className={styles.box} label={fromList.boxLabel}>
        <Textarea
          rows={3}
          resize="vertical"
          spellCheck={false}
          placeholder={fromList.boxHint}
          value={text}
          onChange={(_event, { value }) => setText(value)}
          onPaste={paste}
        />
      </Field>
      <div className={styles.buttons}>
        <Button size="small" disabledFocusable={isEmpty} onClick={lookUp}>
          {fromList.lookUp}
        </Button>
        {addFromFile}
      </div>
    </div>
  );
}
