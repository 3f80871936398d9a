import { Button } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { useState } from 'react';
import { useStartMessages } from '../messages/StartMessagesContext';

/** What is copied, and the button's name. */
export interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
  readonly appearance?: 'secondary' | 'subtle' | 'transparent';
  /** Shows the icon alone; the label stays the name. */
  readonly isIconOnly?: boolean;
}

/** Copies a text to the clipboard and says that it did. */
export function CopyButton({ text, label, appearance = 'secondary', isIconOnly = false }: CopyButtonProps) {
  const { common } = useStartMessages();
  const [isCopied, setIsCopied] = useState(false);
  const copy = (): void => {
    // A host may withhold the clipboard; the text is on screen to be selected by hand then.
    navigator.clipboard.writeText(text).then(
      () => setIsCopied(true),
      () => setIsCopied(false),
    );
  };
  const name = isCopied ? common.copied : label;
  return (
    <Button
      appearance={appearance}
      icon={isCopied ? <CheckmarkRegular /> : <CopyRegular />}
      onClick={copy}
      onBlur={() => setIsCopied(false)}
      aria-label={isIconOnly ? name : undefined}
      aria-live="polite"
    >
      {isIconOnly ? undefined : name}
    </Button>
  );
}
