import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  chips: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface FilterChip<Name extends string> {
  readonly name: Name;
  readonly text: string;
  readonly isOn: boolean;
}

interface FilterChipsProps<Name extends string> {
  /** Accessible name. */
  readonly label: string;
  readonly chips: readonly FilterChip<Name>[];
  readonly onToggle: (name: Name) => void;
  readonly className?: string;
  /** Content after the chips, e.g. a button that clears all. */
  readonly children?: ReactNode;
}

/**
 * Toggle buttons that filter a list. Each is Fluent's plain button with `aria-pressed`: the styles of the toggle
 * button are as large as the start page's own code.
 */
export function FilterChips<Name extends string>(props: FilterChipsProps<Name>): ReactNode {
  const { label, chips, onToggle, className, children } = props;
  const styles = useStyles();
  return (
    <div role="group" aria-label={label} className={mergeClasses(styles.chips, className)}>
      {chips.map(({ name, text, isOn }) => (
        <Button
          key={name}
          size="small"
          shape="circular"
          appearance={isOn ? 'primary' : 'secondary'}
          aria-pressed={isOn}
          onClick={() => onToggle(name)}
        >
          {text}
        </Button>
      ))}
      {children}
    </div>
  );
}
