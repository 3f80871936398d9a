import type { GriffelStyle } from '@fluentui/react-components';

/** Style around a spinner: it stands still for people who asked the system for less motion. Fluent only slows it down. */
export const stillWhenReduced: GriffelStyle = {
  '@media (prefers-reduced-motion: reduce)': { '& *, & *::before, & *::after': { animationName: 'none' } },
};
