import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { OutcomeFilter } from './selectOutcomes';

const forced = '@media (forced-colors: active)';

/** Stripes, which tell failures from the rest where colors don't. */
const stripes = 'repeating-linear-gradient(45deg, CanvasText 0 2px, Canvas 2px 4px)';

const useStyles = makeStyles({
  bar: { display: 'flex', gap: '2px', height: '8px' },
  segment: {
    position: 'relative',
    // Seen even if it's one of thousands.
    minWidth: '6px',
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    cursor: 'pointer',
    // Easier to hit than it's high.
    '::after': { content: '""', position: 'absolute', inset: '-8px 0' },
    [forced]: { forcedColorAdjust: 'none', border: '1px solid CanvasText' },
  },
  dimmed: { opacity: 0.35, [forced]: { opacity: 1, borderTopStyle: 'none', borderBottomStyle: 'none' } },
  good: { backgroundColor: tokens.colorStatusSuccessBackground3, [forced]: { backgroundColor: 'Highlight' } },
  pending: {
    backgroundColor: tokens.colorCompoundBrandBackground,
    [forced]: { backgroundColor: 'Highlight' },
  },
  neutral: { backgroundColor: tokens.colorNeutralForeground4, [forced]: { backgroundColor: 'Canvas' } },
  warning: { backgroundColor: tokens.colorStatusWarningBackground3, [forced]: { backgroundImage: stripes } },
  danger: { backgroundColor: tokens.colorStatusDangerBackground3, [forced]: { backgroundImage: stripes } },
});

/** Segments in their order along the bar, from what went well to what failed. */
const segments = [
  ['done', 'good'],
  ['pending', 'pending'],
  ['skipped', 'neutral'],
  ['cancelled', 'neutral'],
  ['waiting', 'neutral'],
  ['unsure', 'warning'],
  ['partly', 'warning'],
  ['failed', 'danger'],
  ['halfDone', 'danger'],
] as const satisfies readonly (readonly [OutcomeFilter, string])[];

interface OutcomeBarProps {
  readonly counts: ReadonlyMap<OutcomeFilter, number>;
  /** Filters that are on; none shows all. */
  readonly filters: ReadonlySet<OutcomeFilter>;
  readonly nameOf: (filter: OutcomeFilter, count: number) => string;
  readonly onToggle: (filter: OutcomeFilter) => void;
}

/**
 * The outcomes of a job as shares of a bar. A click on a share filters by it. Hidden from keyboards and screen readers,
 * which have the same filters with their numbers as buttons below.
 */
export function OutcomeBar({ counts, filters, nameOf, onToggle }: OutcomeBarProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.bar} aria-hidden>
      {segments.map(([filter, tone]) => {
        const count = counts.get(filter);
        return (
          count !== undefined && (
            <button
              key={filter}
              type="button"
              tabIndex={-1}
              title={nameOf(filter, count)}
              className={mergeClasses(
                styles.segment,
                styles[tone],
                filters.size > 0 && !filters.has(filter) && styles.dimmed,
              )}
              style={{ flexGrow: count }}
              // A pressed button would take the focus to where screen readers see nothing.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onToggle(filter)}
            />
          )
        );
      })}
    </div>
  );
}
