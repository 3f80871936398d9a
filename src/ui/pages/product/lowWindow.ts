/**
 * Media query for low windows, e.g. of a small laptop or at 200 % zoom. What is above the lists takes fewer lines
 * there, so that rows are in view.
 */
export const lowWindow = '@media (max-height: 560px)';
