import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { InputHTMLAttributes, ReactNode } from 'react';

const useStyles = makeStyles({
  box: {
    appearance: 'none',
    boxSizing: 'border-box',
    position: 'relative',
    display: 'grid',
    placeContent: 'center',
    flexShrink: 0,
    width: '18px',
    height: '18px',
    margin: 0,
    cursor: 'pointer',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground1,
    // Not a shadow, which forced colors don't show.
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
    '&:checked, &:indeterminate': {
      backgroundColor: tokens.colorCompoundBrandBackground,
      border: `1px solid ${tokens.colorCompoundBrandBackground}`,
    },
    '&:checked::before': {
      content: '""',
      width: '5px',
      height: '9px',
      marginTop: '-2px',
      borderRight: `2px solid ${tokens.colorNeutralForegroundInverted}`,
      borderBottom: `2px solid ${tokens.colorNeutralForegroundInverted}`,
      transform: 'rotate(45deg)',
    },
    '&:indeterminate::before': {
      content: '""',
      width: '8px',
      height: '2px',
      backgroundColor: tokens.colorNeutralForegroundInverted,
    },
    // Touch needs a larger target than the box.
    '&::after': { content: '""', position: 'absolute', inset: '-13px' },
    '&:disabled': { border: `1px solid ${tokens.colorNeutralStrokeDisabled}`, cursor: 'not-allowed' },
    '@media (forced-colors: active)': { appearance: 'auto', '&::before': { content: 'none' } },
  },
});

interface GridCheckboxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> {
  /** Shows the indeterminate state. Default is false. */
  readonly isMixed?: boolean;
}

/** A checkbox of a single element, since a grid renders many. */
export function GridCheckbox({ isMixed = false, className, ...rest }: GridCheckboxProps): ReactNode {
  const styles = useStyles();
  return (
    <input
      type="checkbox"
      className={mergeClasses(styles.box, className)}
      ref={(element) => {
        if (element) element.indeterminate = isMixed;
      }}
      {...rest}
    />
  );
}
