import { Link } from '@fluentui/react-components';
import { useCriticalMessages } from '../../ui/messages/CriticalMessagesContext';
import { PageHeader } from '../../ui/parts/PageHeader';
import { hrefOf } from '../../ui/routes';

/** Stands where a route leads nowhere. */
export function NotFound() {
  const { shell } = useCriticalMessages();
  return (
    <>
      <PageHeader title={shell.pageNotFoundTitle} intro={shell.pageNotFoundText} />
      <Link href={hrefOf('/')}>{shell.goToStart}</Link>
    </>
  );
}
