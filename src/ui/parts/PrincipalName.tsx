import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { NamedPrincipal, Principal } from '../../base/principal';
import { useMessages } from '../messages/MessagesContext';
import { hrefOf, routes } from '../routes';
import { PrincipalAvatar } from './PrincipalAvatar';

const useStyles = makeStyles({
  who: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
  words: { minWidth: 0, flexGrow: 1 },
  // What stands at the end takes a line of its own before it would break a name inside a word.
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS },
  name: {
    flex: '1 1 0',
    minWidth: 'min(112px, 100%)',
    overflowWrap: 'anywhere',
    lineHeight: tokens.lineHeightBase300,
  },
  open: {
    padding: 0,
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    overflowWrap: 'anywhere',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
    // High enough for a finger, over the address.
    '@media (pointer: coarse)': {
      position: 'relative',
      '::after': { content: '""', position: 'absolute', inset: '-8px -4px -18px -44px' },
    },
  },
  link: { textDecorationLine: 'none' },
  mark: {
    display: 'inline-block',
    marginInlineStart: tokens.spacingHorizontalS,
    paddingInline: tokens.spacingHorizontalXS,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    verticalAlign: '1px',
  },
  blocked: {
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    color: tokens.colorStatusWarningForeground1,
  },
  address: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
});

interface PrincipalNameProps {
  readonly principal: Principal | NamedPrincipal;
  /** Replaces the address. */
  readonly detail?: ReactNode;
  /** Stands at the end of the name's line. */
  readonly aside?: ReactNode;
  /** Makes the name a button that opens what is known of the user. */
  readonly onOpen?: (() => void) | undefined;
  /** Makes the name of a user a link to their page. Default is false. */
  readonly isLinked?: boolean;
}

/** A user or group with avatar, name and address. Guests and blocked accounts are labeled. */
export function PrincipalName({
  principal,
  detail,
  aside,
  onOpen,
  isLinked = false,
}: PrincipalNameProps): ReactNode {
  const styles = useStyles();
  const words = useMessages().product;
  return (
    <div className={styles.who}>
      <PrincipalAvatar principal={principal} />
      <div className={styles.words}>
        <div className={styles.line}>
          <div className={styles.name}>
            {onOpen ? (
              <button type="button" className={styles.open} aria-haspopup="dialog" onClick={onOpen}>
                {principal.displayName}
              </button>
            ) : isLinked && principal.kind === 'user' ? (
              <a
                className={mergeClasses(styles.open, styles.link)}
                href={hrefOf(routes.person(principal.id))}
              >
                {principal.displayName}
              </a>
            ) : (
              principal.displayName
            )}
            {'isGuest' in principal && principal.isGuest && (
              <span className={styles.mark}>{words.guest}</span>
            )}
            {'isBlocked' in principal && principal.isBlocked && (
              <span className={mergeClasses(styles.mark, styles.blocked)}>{words.blocked}</span>
            )}
          </div>
          {aside}
        </div>
        <div className={styles.address}>{detail ?? (principal.address || groupDetail(principal, words))}</div>
      </div>
    </div>
  );
}

function groupDetail(
  principal: Principal | NamedPrincipal,
  words: ReturnType<typeof useMessages>['product'],
): string {
  return 'groupKind' in principal && principal.groupKind ? words.groupKind[principal.groupKind] : '';
}

/**
 * Returns what distinguishes principals of the same name: address, title and department, or a group's description.
 */
export function principalDetail(principal: Principal): string {
  const facts =
    principal.kind === 'user'
      ? [principal.address, principal.jobTitle, principal.department]
      : [principal.address, principal.description];
  return facts.filter(Boolean).join(' · ');
}
