import { Button, type ButtonProps } from '@fluentui/react-components';
import { lazy, Suspense, useState, type ComponentProps, type ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { Loading } from '../Loading';
import { loadWhenOnline } from '../loadWhenOnline';
import type { ExportContent } from './exportContent';

const ExportDialog = lazy(async () => ({
  default: (await loadWhenOnline(() => import('./ExportDialog'))).ExportDialog,
}));

/** The button's words and look, and what is exported. */
interface ExportButtonProps extends Pick<ButtonProps, 'size' | 'aria-label'> {
  readonly label: string;
  /** Collects the content when the button is selected, as it is then. */
  readonly collect: () => ExportContent;
}

/** Offers a table as a file, for the clipboard, and in a window of its own. */
export function ExportButton({ label, collect, ...look }: ExportButtonProps): ReactNode {
  const [content, setContent] = useState<ExportContent>();
  return (
    <>
      <Button {...look} onClick={() => setContent(collect())}>
        {label}
      </Button>
      {content && <LazyExportDialog content={content} onClose={() => setContent(undefined)} />}
    </>
  );
}

/** The export dialog, whose code is loaded when it is drawn. */
export function LazyExportDialog(props: ComponentProps<typeof ExportDialog>): ReactNode {
  const { common } = useMessages();
  return (
    <Suspense fallback={<Loading rows={0} what={common.waits.dialog} />}>
      <ExportDialog {...props} />
    </Suspense>
  );
}
