import { Link } from '@fluentui/react-components';
import { useMessages } from '../ui/messages/MessagesContext';
import { PageHeader } from '../ui/parts/PageHeader';
import { hrefOf, routes } from '../ui/routes';

/** Stands in for a page that a person without a role was led to by a link. */
export function OffLimits() {
  const { shell } = useMessages();
  return (
    <>
      <PageHeader title={shell.offLimitsTitle} intro={shell.offLimitsText} />
      <Link href={hrefOf(routes.myApps)}>{shell.goToMyApps}</Link>
    </>
  );
}
