import type { GriffelStyle } from '@fluentui/react-components';

/** For words that screen readers say and nobody sees. */
export const visuallyHidden: GriffelStyle = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
};
