import { Link } from '@fluentui/react-components';
import { useCriticalMessages } from '../../ui/messages/CriticalMessagesContext';
import { PageHeader } from '../../ui/parts/PageHeader';
import { hrefOf } from '../../ui/routes';

/** The page for an address that no page has. */
export function NotFound() {
  const { shell } = useCriticalMessages();
  return (
    <>
      <PageHeader title={shell.pageNotFoundTitle} intro={shell.pageNotFoundText} />
      <Link href={hrefOf('/')}>{shell.goToStart}</Link>
    </>
  );
}
