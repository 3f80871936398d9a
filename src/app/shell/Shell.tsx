import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import type { ReactNode } from 'react';
import { useCriticalMessages } from '../../ui/messages/CriticalMessagesContext';

const useStyles = makeStyles({
  skip: {
    position: 'absolute',
    left: tokens.spacingHorizontalM,
    top: '-64px',
    zIndex: 10,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForegroundLink,
    ':focus': { top: tokens.spacingVerticalS, outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  bar: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  nav: {
    display: 'flex',
    gap: tokens.spacingHorizontalL,
    maxWidth: '1280px',
    margin: '0 auto',
    boxSizing: 'border-box',
    padding: `0 ${tokens.spacingHorizontalXXL}`,
    '@media (max-width: 639px)': { padding: `0 ${tokens.spacingHorizontalL}` },
  },
  link: {
    display: 'inline-block',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXS}`,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    borderBottom: '3px solid transparent',
    ':hover': {
      color: tokens.colorNeutralForeground1,
      borderBottomColor: tokens.colorNeutralStroke1,
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
  },
  end: { marginInlineStart: 'auto' },
  mark: {
    display: 'inline-block',
    boxSizing: 'border-box',
    minWidth: '20px',
    marginInlineStart: tokens.spacingHorizontalXS,
    paddingInline: tokens.spacingHorizontalXS,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '20px',
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'center',
  },
  main: {
    maxWidth: '1280px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXL}`,
    boxSizing: 'border-box',
    ':focus': { outline: 'none' },
    '@media (max-width: 639px)': { padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}` },
  },
});

/** One entry of the navigation. */
export interface NavEntry {
  readonly href: string;
  readonly text: string;
  readonly isCurrent: boolean;
  /** Stands apart from those before it, at the other end. Default is false. */
  readonly isAtEnd?: boolean;
  /** A number beside the text, and what it counts, for screen readers. */
  readonly mark?: { readonly count: string; readonly label: string } | undefined;
}

interface ShellProps {
  /** Entries of the navigation; with fewer than two there is none. */
  readonly entries?: readonly NavEntry[];
  readonly children: ReactNode;
}

/** The frame around every page: skip link, navigation, main part. */
export function Shell({ entries = [], children }: ShellProps) {
  const styles = useStyles();
  const { shell } = useCriticalMessages();
  const main = useRef<HTMLElement>(null);
  return (
    <>
      <a
        className={styles.skip}
        href="#main"
        onClick={(event) => {
          // The hash is the route; the skip link must not change it.
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {shell.skipToContent}
      </a>
      {entries.length > 1 && (
        <div className={styles.bar}>
          <nav className={styles.nav} aria-label={shell.navigation}>
            {entries.map(({ href, text, isCurrent, isAtEnd, mark }) => (
              <a
                key={href}
                href={href}
                className={mergeClasses(styles.link, isCurrent && styles.current, isAtEnd && styles.end)}
                aria-current={isCurrent ? 'page' : undefined}
              >
                {text}
                {mark && (
                  <span className={styles.mark} role="img" aria-label={mark.label}>
                    {mark.count}
                  </span>
                )}
              </a>
            ))}
          </nav>
        </div>
      )}
      <main ref={main} id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </>
  );
}
