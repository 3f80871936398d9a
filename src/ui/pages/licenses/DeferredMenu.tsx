import { Button, type ButtonProps } from '@fluentui/react-components';
import { Suspense, use, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useCriticalMessages } from '../../messages/CriticalMessagesContext';
import { DeferredMessagesContext } from '../../messages/DeferredMessagesContext';
import { Loading } from '../../parts/Loading';

interface DeferredMenuProps {
  /** Accessible name of the button; its text by default. */
  readonly label: string;
  readonly icon: ReactElement;
  readonly text?: string;
  readonly className?: string;
  readonly appearance?: ButtonProps['appearance'];
  /** Loads the code of the menu. A failure shows when the button is pressed. */
  readonly load: () => Promise<unknown>;
  /** Renders the menu, open, around its button. */
  readonly children: (button: ReactElement) => ReactNode;
}

/** Button with a menu that is loaded on hover or focus. */
export function DeferredMenu(props: DeferredMenuProps) {
  const { label, icon, text, className, appearance = 'subtle', load, children } = props;
  const { common } = useCriticalMessages();
  const withDeferredMessages = use(DeferredMessagesContext);
  const [isAsked, setIsAsked] = useState(false);
  const preload = (): void => void load().catch(() => undefined);
  const button = (
    <Button
      className={className}
      appearance={appearance}
      icon={icon}
      iconPosition={text === undefined ? 'before' : 'after'}
      aria-haspopup="menu"
      aria-label={text === undefined ? label : undefined}
      title={text === undefined ? label : undefined}
      onPointerEnter={preload}
      onFocus={preload}
      onClick={() => setIsAsked(true)}
    >
      {text}
    </Button>
  );
  return isAsked ? (
    <Suspense
      fallback={
        <>
          {button}
          <Loading rows={0} what={common.waits.dialog} />
        </>
      }
    >
      {withDeferredMessages(children(button))}
    </Suspense>
  ) : (
    button
  );
}
