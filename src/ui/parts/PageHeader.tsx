import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useDocumentTitle } from './useDocumentTitle';
import { visuallyHidden } from './visuallyHidden';

const useStyles = makeStyles({
  header: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    margin: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalL}`,
  },
  words: { minWidth: 0, flex: '1 1 280px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    // Gets the focus after navigation so that screen readers read it; it's no control.
    ':focus': { outline: 'none' },
  },
  hidden: visuallyHidden,
  intro: { margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface PageHeaderProps {
  /** The page's `h1`, and its name in the document title. */
  readonly title: string;
  readonly intro?: string;
  /** Buttons that concern the whole page. */
  readonly actions?: ReactNode;
}

/** The header of a page. Its heading gets the focus after navigation. */
export function PageHeader({ title, intro, actions }: PageHeaderProps) {
  const styles = useStyles();
  useDocumentTitle(title);
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        <h1 className={styles.title} tabIndex={-1}>
          {title}
        </h1>
        {intro && <p className={styles.intro}>{intro}</p>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}

/** The heading of a page whose name is on the screen already: for screen readers and the focus after navigation. */
export function HiddenTitle({ title }: Pick<PageHeaderProps, 'title'>) {
  const styles = useStyles();
  useDocumentTitle(title);
  return (
    <h1 className={styles.hidden} tabIndex={-1}>
      {title}
    </h1>
  );
}
