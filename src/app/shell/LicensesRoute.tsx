import type { ReactNode } from 'react';
import { DeferredMessagesContext } from '../../ui/messages/DeferredMessagesContext';
import { LicensesPage } from '../../ui/pages/licenses/LicensesPage';
import { ErrorNotice } from '../../ui/parts/ErrorNotice';
import { useServices } from '../../ui/services';
import { MessagesBoundary } from '../deferred/MessagesBoundary';
import type { PageProps } from './pageProps';

const withAllMessages = (children: ReactNode): ReactNode => <MessagesBoundary>{children}</MessagesBoundary>;

/** The list of products, drawn with the critical messages alone; only parts of it wait for the others. */
export function LicensesRoute({ context }: PageProps) {
  const { catalogueError } = useServices();
  return (
    <>
      {catalogueError && <ErrorNotice error={catalogueError} />}
      <DeferredMessagesContext value={withAllMessages}>
        <LicensesPage {...context.licenses} />
      </DeferredMessagesContext>
    </>
  );
}
