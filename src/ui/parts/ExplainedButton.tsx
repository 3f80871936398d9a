import { Button, Tooltip, type ButtonProps } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';

type ExplainedButtonProps = Pick<ButtonProps, 'appearance' | 'icon'> & {
  readonly children: string;
  /** Accessible name where several buttons have the same text. Default is the text. */
  readonly label?: string;
  /** Text of the tooltip; undefined while the button is enabled. */
  readonly disabledReason: string | undefined;
  readonly onClick: () => void;
};

/** A button that stays focusable while it's disabled, and says why in a tooltip. */
export function ExplainedButton({
  children,
  label,
  disabledReason,
  onClick,
  ...looks
}: ExplainedButtonProps): ReactNode {
  const isDisabled = disabledReason !== undefined;
  const [isVisible, setIsVisible] = useState(false);
  // The tooltip stays around the button also when it has nothing to say: otherwise the button would be another
  // element each time that it is enabled or disabled, and lose the focus.
  return (
    <Tooltip
      content={disabledReason ?? ''}
      relationship="description"
      withArrow
      visible={isDisabled && isVisible}
      onVisibleChange={(_event, { visible }) => setIsVisible(visible)}
    >
      <Button {...looks} aria-label={label} disabledFocusable={isDisabled} onClick={onClick}>
        {children}
      </Button>
    </Tooltip>
  );
}
