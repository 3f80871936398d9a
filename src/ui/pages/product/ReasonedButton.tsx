import { Button, Tooltip, type ButtonProps } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';

/** A button of Fluent, and why it is off. */
export type ReasonedButtonProps = Pick<ButtonProps, 'appearance' | 'icon'> & {
  readonly children: string;
  /** In words; undefined when the button is on. */
  readonly reasonOff: string | undefined;
  readonly onClick: () => void;
};

/** A button that stays reachable when it is off, and says why. */
export function ReasonedButton({ children, reasonOff, onClick, ...looks }: ReasonedButtonProps): ReactNode {
  const isOff = reasonOff !== undefined;
  const [isVisible, setIsVisible] = useState(false);
  // The tooltip stays around the button also when it has nothing to say: otherwise the button would be another
  // element each time that it turns on or off, and lose the focus.
  return (
    <Tooltip
      content={reasonOff ?? ''}
      relationship="description"
      withArrow
      visible={isOff && isVisible}
      onVisibleChange={(_event, { visible }) => setIsVisible(visible)}
    >
      <Button {...looks} disabledFocusable={isOff} onClick={onClick}>
        {children}
      </Button>
    </Tooltip>
  );
}
