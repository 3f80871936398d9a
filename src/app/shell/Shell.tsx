import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { showAnnouncements } from '../../ui/parts/announceLoaded';
import { useCriticalMessages } from '../../ui/messages/CriticalMessagesContext';

const line = { content: '""', position: 'absolute', inset: 'auto 0 0', height: '3px' } as const;
// Forced colors take the place of other backgrounds.
const ownLine = { '@media (forced-colors: active)': { backgroundColor: 'Highlight' } } as const;

const useStyles = makeStyles({
  link: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    paddingInline: tokens.spacingHorizontalXXS,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    whiteSpace: 'nowrap',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':hover::after': { ...line, backgroundColor: tokens.colorNeutralStroke1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::after': { ...line, backgroundColor: tokens.colorCompoundBrandStroke, ...ownLine },
    ':hover::after': { backgroundColor: tokens.colorCompoundBrandStroke, ...ownLine },
  },
  end: { marginInlineStart: 'auto' },
  main: {
    // A page may fill what is left of the window.
    flex: '1 0 auto',
    display: 'flex',
    flexDirection: 'column',
    width: '100%',
    maxWidth: '1280px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL}`,
    boxSizing: 'border-box',
    ':focus': { outline: 'none' },
    '@media (max-width: 639px)': { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}` },
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
  /** Draws the bar without entries, until it is known whether there are any. Default is false. */
  readonly isOpening?: boolean;
  readonly children: ReactNode;
}

/** The frame around every page: skip link, navigation, main part. */
export function Shell({ entries = [], isOpening = false, children }: ShellProps) {
  const styles = useStyles();
  const { shell } = useCriticalMessages();
  const main = useRef<HTMLElement>(null);
  const [announcement, setAnnouncement] = useState('');
  useEffect(() => showAnnouncements(setAnnouncement), []);
  return (
    <>
      <a
        className="skip-link"
        href="#main"
        onClick={(event) => {
          // The hash is the route; the skip link must not change it.
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {shell.skipToContent}
      </a>
      {isOpening && <div className="skeleton-bar" />}
      {entries.length > 1 && (
        <div className="nav-bar">
          <nav className="nav-list" aria-label={shell.navigation}>
            {entries.map(({ href, text, isCurrent, isAtEnd, mark }) => (
              <a
                key={href}
                href={href}
                className={mergeClasses(styles.link, isCurrent && styles.current, isAtEnd && styles.end)}
                aria-current={isCurrent ? 'page' : undefined}
              >
                {text}
                {mark && (
                  <span className="nav-mark" role="img" aria-label={mark.label}>
                    {mark.count}
                  </span>
                )}
              </a>
            ))}
          </nav>
        </div>
      )}
      <div className="skeleton-hidden" aria-live="polite">
        {announcement}
      </div>
      <main ref={main} id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </>
  );
}
