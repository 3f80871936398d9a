import { Button } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { useState } from 'react';
import { useCriticalMessages } from '../messages/CriticalMessagesContext';

interface CopyButtonProps {
  /** Text, or a function that collects it on click. */
  readonly text: string | (() => Promise<string>);
  readonly label: string;
  readonly appearance?: 'secondary' | 'subtle' | 'transparent';
  /** Shows only the icon; the label is the accessible name. */
  readonly isIconOnly?: boolean;
  /** Called if the host denies the clipboard. Default is nothing, for a text that's on screen. */
  readonly onDenied?: (text: string) => void;
}

/** Copies a text to the clipboard and confirms it. */
export function CopyButton(props: CopyButtonProps) {
  const { text, label, appearance = 'secondary', isIconOnly = false, onDenied } = props;
  const { common } = useCriticalMessages();
  const [isCopied, setIsCopied] = useState(false);
  const copy = async (): Promise<void> => {
    // Awaits nothing for a string: browsers allow copying only within the click.
    const copied = typeof text === 'string' ? text : await text();
    try {
      await navigator.clipboard.writeText(copied);
      setIsCopied(true);
    } catch {
      // If a host denies the clipboard, the text can be copied by hand.
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
