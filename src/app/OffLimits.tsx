import { Link } from '@fluentui/react-components';
import { useStartMessages } from '../ui/messages/StartMessagesContext';
import { PageHeader } from '../ui/parts/PageHeader';
import { hrefOf, routes } from '../ui/routes';

/** Stands in for a page that a person without a role was led to by a link. */
export function OffLimits() {
  const { shell } = useStartMessages();
  return (
    <>
      <PageHeader title={shell.offLimitsTitle} intro={shell.offLimitsText} />
      <Link href={hrefOf(routes.myApps)}>{shell.goToMyApps}</Link>
    </>
  );
}
