import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { Loading } from '../../parts/Loading';
import { loadWhenOnline } from '../../parts/loadWhenOnline';
import { useToolStyles } from './ListBar';
import type { ExportedHolders, HolderExportSource } from './HolderExportDialog';

const HolderExportDialog = lazy(async () => ({
  default: (await loadWhenOnline(() => import('./HolderExportDialog'))).HolderExportDialog,
}));

interface HolderExportProps extends HolderExportSource {
  /** True if search or filters leave rows out, so that there is a choice. */
  readonly isNarrowed: boolean;
}

/** The button that exports the users with a product: those that the filters leave, or everyone. */
export function HolderExport({ isNarrowed, ...source }: HolderExportProps): ReactNode {
  const tools = useToolStyles();
  const { lists: words, common } = useMessages();
  const [wanted, setWanted] = useState<ExportedHolders>();
  const { list, shown } = source;
  const button = (
    <Button
      className={tools.tool}
      appearance="subtle"
      icon={<ArrowDownloadRegular />}
      aria-label={words.export}
      title={words.export}
      onClick={isNarrowed ? undefined : () => setWanted('all')}
    />
  );
  return (
    <>
      {isNarrowed ? (
        <Menu positioning="below-end" mountNode={document.querySelector<HTMLElement>('main')}>
          <MenuTrigger disableButtonEnhancement>{button}</MenuTrigger>
          <MenuPopover className={tools.menu}>
            <MenuList>
              <MenuItem onClick={() => setWanted('shown')}>
                {list.isComplete ? words.exportShown(shown.length) : words.exportMatching}
              </MenuItem>
              <MenuItem onClick={() => setWanted('all')}>{words.exportAll(list.total)}</MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
      ) : (
        button
      )}
      {wanted && (
        <Suspense fallback={<Loading rows={0} what={common.waits.dialog} />}>
          <HolderExportDialog {...source} wanted={wanted} onClose={() => setWanted(undefined)} />
        </Suspense>
      )}
    </>
  );
}
