import { Button } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { useState } from 'react';
import { useCriticalMessages } from '../messages/CriticalMessagesContext';

/** What is copied, and the button's name. */
interface CopyButtonProps {
  /** The text, or what collects it when it is needed. */
  readonly text: string | (() => Promise<string>);
  readonly label: string;
  readonly appearance?: 'secondary' | 'subtle' | 'transparent';
  /** Shows the icon alone; the label stays the name. */
  readonly isIconOnly?: boolean;
  /** Called where the clipboard is withheld; default expects the text on screen. */
  readonly onDenied?: (text: string) => void;
}

/** Copies a text to the clipboard and says that it did. */
export function CopyButton(props: CopyButtonProps) {
  const { text, label, appearance = 'secondary', isIconOnly = false, onDenied } = props;
  const { common } = useCriticalMessages();
  const [isCopied, setIsCopied] = useState(false);
  const copy = async (): Promise<void> => {
    // Nothing is awaited before a text that is there already: browsers allow copying within the click alone.
    const copied = typeof text === 'string' ? text : await text();
    try {
      await navigator.clipboard.writeText(copied);
      setIsCopied(true);
    } catch {
      // A host may withhold the clipboard; the text is selected by hand then.
      setIsCopied(false);
      onDenied?.(copied);
    }
  };
  const name = isCopied ? common.copied : label;
  return (
    <Button
      appearance={appearance}
      icon={isCopied ? <CheckmarkRegular /> : <CopyRegular />}
      onClick={() => void copy()}
      onBlur={() => setIsCopied(false)}
      aria-label={isIconOnly ? name : undefined}
      aria-live="polite"
    >
      {isIconOnly ? undefined : name}
    </Button>
  );
}
