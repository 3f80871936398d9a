import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ProductState } from '../../licensing/product';
import type { CriticalMessages } from '../messages/types';
import { useCriticalMessages } from '../messages/CriticalMessagesContext';
import { visuallyHidden } from './visuallyHidden';

const useStyles = makeStyles({
  badge: {
    display: 'inline-block',
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    border: '1px solid',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: 'nowrap',
  },
  silent: visuallyHidden,
  warning: {
    color: tokens.colorStatusWarningForeground1,
    backgroundColor: tokens.colorStatusWarningBackground1,
    borderTopColor: tokens.colorStatusWarningBorder1,
    borderRightColor: tokens.colorStatusWarningBorder1,
    borderBottomColor: tokens.colorStatusWarningBorder1,
    borderLeftColor: tokens.colorStatusWarningBorder1,
  },
  bad: {
    color: tokens.colorStatusDangerForeground1,
    backgroundColor: tokens.colorStatusDangerBackground1,
    borderTopColor: tokens.colorStatusDangerBorder1,
    borderRightColor: tokens.colorStatusDangerBorder1,
    borderBottomColor: tokens.colorStatusDangerBorder1,
    borderLeftColor: tokens.colorStatusDangerBorder1,
  },
  plain: {
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTopColor: tokens.colorNeutralStroke1,
    borderRightColor: tokens.colorNeutralStroke1,
    borderBottomColor: tokens.colorNeutralStroke1,
    borderLeftColor: tokens.colorNeutralStroke1,
  },
});

const tones = {
  unknown: 'plain',
  trial: 'plain',
  expiring: 'warning',
  expired: 'bad',
  'over-allocated': 'bad',
  disabled: 'bad',
} as const satisfies Record<Exclude<ProductState['kind'], 'active'>, keyof ReturnType<typeof useStyles>>;

/** Returns a product's state as a short text. */
function stateText(state: ProductState, { products }: CriticalMessages): string {
  switch (state.kind) {
    case 'active':
      return products.active;
    case 'unknown':
      return products.notKnown;
    case 'trial':
      return state.daysLeft === undefined ? products.trial : products.trialDaysLeft(state.daysLeft);
    case 'expiring':
      return products.expiresIn(state.daysLeft);
    case 'expired':
      return state.endsAt === undefined ? products.capabilities.warning : products.graceUntil(state.endsAt);
    case 'over-allocated':
      return products.overAllocated(state.by);
    case 'disabled':
      return products.capabilities[state.because];
  }
}

/** A product's state as text and color. That it's active is only said to screen readers. */
export function StateBadge({ state }: { readonly state: ProductState }) {
  const styles = useStyles();
  const messages = useCriticalMessages();
  const text = stateText(state, messages);
  return state.kind === 'active' ? (
    <span className={styles.silent}>{text}</span>
  ) : (
    <span className={mergeClasses(styles.badge, styles[tones[state.kind]])}>{text}</span>
  );
}
