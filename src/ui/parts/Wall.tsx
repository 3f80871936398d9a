import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useDocumentTitle } from './useDocumentTitle';

const useStyles = makeStyles({
  box: {
    // In the middle of what is left of the window.
    margin: 'auto',
    display: 'grid',
    justifyItems: 'center',
    gap: tokens.spacingVerticalM,
    boxSizing: 'border-box',
    width: '400px',
    maxWidth: '100%',
    paddingBlock: tokens.spacingVerticalXXL,
    textAlign: 'center',
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    ':focus': { outline: 'none' },
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface WallProps {
  /** The page's `h1`, and its name in the document title. */
  readonly title: string;
  readonly text?: string;
  /** The way out: a primary button or link, and what it needs beside it. */
  readonly children?: ReactNode;
}

/** A page that has nothing to show: what is missing, and the way out. Its heading gets the focus after navigation. */
export function Wall({ title, text, children }: WallProps) {
  const styles = useStyles();
  useDocumentTitle(title);
  return (
    <div className={styles.box}>
      <img src="icon.svg" alt="" width={64} height={64} />
      <h1 className={styles.title} tabIndex={-1}>
        {title}
      </h1>
      {text && <p className={styles.text}>{text}</p>}
      {children}
    </div>
  );
}
