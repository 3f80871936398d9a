import type { ReactNode } from 'react';
import { useDocumentTitle } from './useDocumentTitle';

interface WallProps {
  /** The page's `h1`, and its name in the document title. */
  readonly title: string;
  readonly text?: string;
  /** The way out: a primary button or link, and what it needs beside it. */
  readonly children?: ReactNode;
}

/** A page that has nothing to show: what is missing, and the way out. Its heading gets the focus after navigation. Styled by `skeleton.css`. */
export function Wall({ title, text, children }: WallProps) {
  useDocumentTitle(title);
  return (
    <div className="wall">
      <img src="icon.svg" alt="" width={64} height={64} />
      <h1 className="wall-title" tabIndex={-1}>
        {title}
      </h1>
      {text && <p className="wall-text">{text}</p>}
      {children}
    </div>
  );
}
