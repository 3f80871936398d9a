import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  chips: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** One filter as a person sees it. */
interface FilterChip<Name extends string> {
  readonly name: Name;
  readonly text: string;
  readonly isOn: boolean;
}

/** The filters of a list. */
interface FilterChipsProps<Name extends string> {
  /** What the group is called for screen readers. */
  readonly label: string;
  readonly chips: readonly FilterChip<Name>[];
  readonly onToggle: (name: Name) => void;
  readonly className?: string;
  /** What stands behind the chips, such as the way to switch all off. */
  readonly children?: ReactNode;
}

/**
 * Filters that are switched on and off, in a row that wraps. Each is Fluent's plain button, which says that it is pressed:
 * the styles of the toggle button weigh as much as the start page's own code.
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
