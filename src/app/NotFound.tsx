import { Link } from '@fluentui/react-components';
import { useMessages } from '../ui/messages/MessagesContext';
import { PageHeader } from '../ui/parts/PageHeader';
import { hrefOf } from '../ui/routes';

/** Stands where a route leads nowhere. */
export function NotFound() {
  const { shell } = useMessages();
  return (
    <>
      <PageHeader title={shell.pageNotFoundTitle} intro={shell.pageNotFoundText} />
      <Link href={hrefOf('/')}>{shell.goToStart}</Link>
    </>
  );
}
