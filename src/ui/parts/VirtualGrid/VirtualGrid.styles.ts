import { makeStyles, tokens } from '@fluentui/react-components';

const narrow = '@container (max-width: 600px)';

/** Styles of the grid. Rows are plain elements with one class each, so that scrolling stays smooth. */
export const useVirtualGridStyles = makeStyles({
  grid: {
    containerType: 'inline-size',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    // Clips the rounded corners without breaking the sticky header.
    overflow: 'clip',
  },
  head: {
    position: 'sticky',
    // Below the sticky bar of the page.
    top: 'var(--grid-head-top, 0px)',
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  scroller: {
    overflowY: 'auto',
    overflowX: 'hidden',
    overflowAnchor: 'none',
  },
  body: { position: 'relative', width: '100%' },
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
    // Two lines high, so that rows of one and of two lines have the same height and few are measured again.
    minHeight: '53px',
    paddingBlock: tokens.spacingVerticalSNudge,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    // Not the hover and selection tokens, which need other text colors in high contrast.
    '&:hover': { backgroundColor: tokens.colorNeutralBackground3 },
  },
  selected: {
    backgroundColor: tokens.colorBrandBackground2,
    '&:hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
  },
  headRow: {
    minHeight: '40px',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  cell: {
    minWidth: 0,
    overflowWrap: 'anywhere',
    outlineStyle: 'none',
    borderRadius: tokens.borderRadiusSmall,
    '&:focus-visible': { boxShadow: `0 0 0 2px ${tokens.colorStrokeFocus2}` },
  },
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
  hiddenHeader: { [narrow]: { display: 'none' } },
  sortButton: {
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
    outlineStyle: 'none',
    '&:hover': { color: tokens.colorNeutralForeground1, textDecorationLine: 'underline' },
    '&:focus-visible': { boxShadow: `0 0 0 2px ${tokens.colorStrokeFocus2}` },
  },
});
