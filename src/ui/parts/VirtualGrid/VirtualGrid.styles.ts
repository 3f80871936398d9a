import { makeStyles, tokens } from '@fluentui/react-components';
import { tableHeadInPx } from '../tableStyles';
import { sectionInPx } from './useGridRows';

const narrow = '@container (max-width: 600px)';

/** Keeps what has the focus clear of the sticky head and of the bars that a page says it has. */
const belowBars = `calc(var(--grid-head, ${tableHeadInPx}px) + var(--grid-head-top, 0px))`;
const aboveBars = 'var(--grid-foot, 0px)';

/** Styles of the grid. Rows are plain elements with one class each, so that scrolling stays smooth. */
export const useVirtualGridStyles = makeStyles({
  grid: {
    containerType: 'inline-size',
    // Clips the rounded corners without breaking the sticky header.
    overflow: 'clip',
  },
  fill: { display: 'flex', flexDirection: 'column', flex: '0 1 auto' },
  head: {
    position: 'sticky',
    // Below the sticky bar of the page.
    top: 'var(--grid-head-top, 0px)',
    zIndex: 1,
  },
  scroller: {
    minHeight: 0,
    overflowY: 'auto',
    overflowX: 'hidden',
    overflowAnchor: 'none',
  },
  body: {
    position: 'relative',
    width: '100%',
    scrollMarginTop: belowBars,
    scrollMarginBottom: aboveBars,
  },
  line: {
    display: 'grid',
    gridTemplateColumns: 'var(--grid-tracks)',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    boxSizing: 'border-box',
    width: '100%',
    paddingInline: tokens.spacingHorizontalM,
    [narrow]: {
      gridTemplateColumns: 'var(--grid-narrow-tracks)',
      columnGap: tokens.spacingHorizontalS,
      rowGap: tokens.spacingVerticalXXS,
      paddingInline: tokens.spacingHorizontalS,
    },
  },
  row: {
    position: 'absolute',
    top: 0,
    left: 0,
    scrollMarginTop: belowBars,
    scrollMarginBottom: aboveBars,
    // Two lines high, so that rows of one and of two lines have the same height and few are measured again.
    minHeight: '44px',
    paddingBlock: '3px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    // Thinner than the ring of the cell that has the focus.
    '&:has(:focus-visible):focus-within': { outlineWidth: '1px', outlineOffset: '-1px' },
  },
  section: {
    minHeight: `${sectionInPx}px`,
    paddingBlock: 0,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    '&:hover': { backgroundColor: tokens.colorNeutralBackground3 },
  },
  // In the flow, unlike all other rows, so that it sticks from the first row on.
  stuck: { position: 'sticky', top: 'var(--grid-head-top, 0px)', zIndex: 1 },
  selected: {
    backgroundColor: tokens.colorBrandBackground2,
    '&:hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    // Not a shadow, which forced colors don't show.
    '&::before': {
      content: '""',
      position: 'absolute',
      insetBlock: 0,
      insetInlineStart: 0,
      width: '3px',
      backgroundColor: tokens.colorCompoundBrandStroke,
      '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
    },
  },
  cell: {
    minWidth: 0,
    // An empty cell shows the focus too.
    minHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
    scrollMarginTop: belowBars,
    scrollMarginBottom: aboveBars,
    borderRadius: tokens.borderRadiusSmall,
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: 0 },
  },
  headCell: { overflowWrap: 'normal' },
  selectCell: { [narrow]: { gridRow: '1 / span 4', alignSelf: 'start' } },
  wideCell: { [narrow]: { gridColumn: 'var(--grid-wide)' } },
  labelledCell: {
    [narrow]: {
      color: tokens.colorNeutralForeground3,
      fontSize: tokens.fontSizeBase200,
      '&::before': { content: 'attr(data-label) ": "' },
    },
  },
  firstHead: { [narrow]: { gridColumn: 'var(--grid-wide)' } },
});
