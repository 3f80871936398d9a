import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useDocumentTitle } from './useDocumentTitle';

const useStyles = makeStyles({
  header: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalL,
  },
  words: { minWidth: 0, flex: '1 1 280px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    // The heading takes the focus after a change of page so that screen readers read it; it is no control.
    ':focus': { outline: 'none' },
  },
  intro: { margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** What a page begins with. */
interface PageHeaderProps {
  /** The page's only first-level heading, and its name in the browser's title. */
  readonly title: string;
  readonly intro?: string;
  /** Buttons that concern the whole page. */
  readonly actions?: ReactNode;
}

/** The heading of a page; takes the focus when a person comes from another page. */
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
