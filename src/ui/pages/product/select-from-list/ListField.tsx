import { Button, Field, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ClipboardEvent, type ReactNode } from 'react';
import { useMessages } from '../../../messages/MessagesContext';
import { isPastedList } from '../../../parts/PrincipalPicker/readPasted';

const useStyles = makeStyles({
  field: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  box: { width: '100%' },
});

/**
 * A box that a list is pasted or typed into. A pasted list is taken at once: drawing 100,000 lines in the box would only hold
 * the page up.
 */
export function ListField({ onList }: { readonly onList: (text: string) => void }): ReactNode {
  const styles = useStyles();
  const { fromList } = useMessages();
  const [text, setText] = useState('');
  const isEmpty = text.trim() === '';

  function paste(event: ClipboardEvent): void {
    const pasted = event.clipboardData.getData('text');
    // What is pasted into a text belongs to it.
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
      <Button size="small" disabledFocusable={isEmpty} onClick={lookUp}>
        {fromList.lookUp}
      </Button>
    </div>
  );
}
