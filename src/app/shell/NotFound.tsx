import { Button } from '@fluentui/react-components';
import { useCriticalMessages } from '../../ui/messages/CriticalMessagesContext';
import { Wall } from '../../ui/parts/Wall';
import { hrefOf } from '../../ui/routes';

/** The page for an address that no page has. */
export function NotFound() {
  const { shell } = useCriticalMessages();
  return (
    <Wall title={shell.pageNotFoundTitle} text={shell.pageNotFoundText}>
      <Button as="a" appearance="primary" href={hrefOf('/')}>
        {shell.goToStart}
      </Button>
    </Wall>
  );
}
