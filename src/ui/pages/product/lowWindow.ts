/**
 * Media query of a window so low, such as a small laptop's or one at 200 % zoom, that what stands above the lists is drawn
 * in fewer lines, so that rows are in view.
 */
export const lowWindow = '@media (max-height: 560px)';
