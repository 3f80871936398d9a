import { Button, type ButtonProps } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { lazy, Suspense, useState, type ComponentProps, type ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { Loading } from '../Loading';
import { loadWhenOnline } from '../loadWhenOnline';
import type { ExportContent } from './exportContent';

const ExportDialog = lazy(async () => ({
  default: (await loadWhenOnline(() => import('./ExportDialog'))).ExportDialog,
}));

interface ExportButtonProps extends Pick<ButtonProps, 'size' | 'aria-label' | 'className'> {
  readonly label: string;
  /** Shows an icon in place of the label. Default is false. */
  readonly isIcon?: boolean;
  /** Collects the content on click. */
  readonly collect: () => ExportContent;
}

/** Button that exports a table: as a file, to the clipboard, or in a window. */
export function ExportButton({ label, isIcon = false, collect, ...look }: ExportButtonProps): ReactNode {
  const [content, setContent] = useState<ExportContent>();
  return (
    <>
      <Button
        {...(isIcon && {
          appearance: 'subtle',
          icon: <ArrowDownloadRegular />,
          'aria-label': label,
          title: label,
        })}
        {...look}
        onClick={() => setContent(collect())}
      >
        {isIcon ? undefined : label}
      </Button>
      {content && <LazyExportDialog content={content} onClose={() => setContent(undefined)} />}
    </>
  );
}

/** The export dialog, loaded lazily. */
export function LazyExportDialog(props: ComponentProps<typeof ExportDialog>): ReactNode {
  const { common } = useMessages();
  return (
    <Suspense fallback={<Loading rows={0} what={common.waits.dialog} />}>
      <ExportDialog {...props} />
    </Suspense>
  );
}
