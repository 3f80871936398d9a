import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const narrow = '@media (max-width: 639px)';
const touch = '@media (pointer: coarse)';
const forced = '@media (forced-colors: active)';

const line = {
  flexWrap: 'nowrap',
  overflowX: 'auto',
  scrollSnapType: 'x proximity',
  scrollbarWidth: 'none',
  // Room for the focus ring and the touch targets, which the scroller would cut off.
  padding: '6px',
  scrollPadding: '6px',
  margin: '-6px',
} as const;

const pressed = {
  color: tokens.colorNeutralForeground1Selected,
  backgroundColor: tokens.colorNeutralBackground1Selected,
  borderTopColor: tokens.colorCompoundBrandStroke,
  borderRightColor: tokens.colorCompoundBrandStroke,
  borderBottomColor: tokens.colorCompoundBrandStroke,
  borderLeftColor: tokens.colorCompoundBrandStroke,
} as const;

const pressedForced = {
  color: 'HighlightText',
  backgroundColor: 'Highlight',
  forcedColorAdjust: 'none',
} as const;

const useStyles = makeStyles({
  chips: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minWidth: 0,
    '& > *': { flexShrink: 0 },
    [narrow]: line,
  },
  oneLine: line,
  chip: {
    position: 'relative',
    minWidth: 0,
    height: '32px',
    gap: tokens.spacingHorizontalXS,
    paddingTop: 0,
    paddingBottom: 0,
    paddingLeft: tokens.spacingHorizontalM,
    paddingRight: tokens.spacingHorizontalM,
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: 'nowrap',
    scrollSnapAlign: 'start',
    [touch]: { '::before': { content: '""', position: 'absolute', inset: '-7px -4px' } },
  },
  // Under the pointer too, which stays on a chip that was just pressed.
  pressed: {
    ...pressed,
    ':hover': pressed,
    ':hover:active': pressed,
    [forced]: { ...pressedForced, ':hover': pressedForced, ':hover:active': pressedForced },
  },
  count: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  dot: {
    width: '8px',
    height: '8px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorStatusDangerBackground3,
    [forced]: { backgroundColor: 'currentColor', forcedColorAdjust: 'none' },
  },
});

interface FilterChip<Name extends string> {
  readonly name: Name;
  readonly text: string;
  readonly isOn: boolean;
  /** Written number beside the text, or a word where it isn't known. Default is none. */
  readonly count?: string | undefined;
  /** Text about what the number leaves out, for the pointer and screen readers. Default is nothing. */
  readonly hint?: string | undefined;
  /** Marks what needs attention with a dot. Default is false. */
  readonly isUrgent?: boolean;
}

interface FilterChipsProps<Name extends string> {
  /** Accessible name. */
  readonly label: string;
  readonly chips: readonly FilterChip<Name>[];
  readonly onToggle: (name: Name) => void;
  /** Scrolls sideways at every width, instead of only on a phone. Default is false. */
  readonly isOneLine?: boolean;
  readonly className?: string;
  /** Content after the chips, e.g. a button that clears all. */
  readonly children?: ReactNode;
}

/**
 * Toggle buttons that filter a list. Each is Fluent's plain button with `aria-pressed`: the styles of the toggle
 * button are as large as the start page's own code.
 */
export function FilterChips<Name extends string>(props: FilterChipsProps<Name>): ReactNode {
  const { label, chips, onToggle, isOneLine = false, className, children } = props;
  const styles = useStyles();
  return (
    <div
      role="group"
      aria-label={label}
      className={mergeClasses(styles.chips, isOneLine && styles.oneLine, className)}
    >
      {chips.map(({ name, text, isOn, count, hint, isUrgent = false }) => (
        <Button
          key={name}
          shape="circular"
          className={mergeClasses(styles.chip, isOn && styles.pressed)}
          aria-pressed={isOn}
          title={hint}
          onClick={() => onToggle(name)}
        >
          {isUrgent && <span className={styles.dot} aria-hidden />}
          {text}
          {count !== undefined && <span className={styles.count}> {count}</span>}
        </Button>
      ))}
      {children}
    </div>
  );
}
