import { makeStyles, tokens } from '@fluentui/react-components';

/** Height of a table's head with its border, in pixels. */
export const tableHeadInPx = 36;

/**
 * Background of a row under the pointer. Not a hover token: in high contrast these need other colors of all text on
 * them.
 */
const hovered = `color-mix(in srgb, ${tokens.colorNeutralForeground1} 4%, ${tokens.colorNeutralBackground1})`;

/** Returns the classes that all tables and grids share. */
export const useTableStyles = makeStyles({
  card: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  head: {
    height: `${tableHeadInPx}px`,
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    textAlign: 'start',
    // No break inside a word.
    overflowWrap: 'normal',
  },
  sorter: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    maxWidth: '100%',
    minHeight: '32px',
    padding: 0,
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusSmall,
    '&:hover': { color: tokens.colorNeutralForeground1 },
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
    // The arrow of a column that isn't sorted by shows that it can be.
    '& > svg': { flexShrink: 0, opacity: 0 },
    '&:hover > svg, &:focus-visible > svg': { opacity: 0.5 },
  },
  sorted: {
    color: tokens.colorNeutralForeground1,
    '& > svg': { opacity: 1 },
    '&:hover > svg, &:focus-visible > svg': { opacity: 1 },
  },
  row: {
    '&:hover': { backgroundColor: hovered },
    // An outline, since forced colors show no shadows.
    '&:has(:focus-visible):focus-within': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
      borderRadius: tokens.borderRadiusMedium,
    },
  },
});
