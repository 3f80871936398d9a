import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import type { ReactNode } from 'react';
import type { MissingChange, ProductUpdate } from '../../license-jobs/recent-changes/createRecentChanges';
import type { ProductKey } from '../../licensing/keys';
import { useMessages } from '../messages/MessagesContext';
import type { Messages } from '../messages/types';
import { useUpdates } from '../queries/useUpdates';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    // Takes no space or grid gap while empty.
    ':empty': { position: 'absolute' },
  },
  icon: { flexShrink: 0, fontSize: '16px' },
});

/** Maximum number of names; the others are counted. */
const maxNames = 10;

/** Shows the changes of a product that Microsoft 365 should show by now, and doesn't. */
export function ProductDifferences({ product }: { readonly product: ProductKey }): ReactNode {
  const update = useUpdates().find((each) => each.product === product);
  return update && <Differences update={update} />;
}

/** Shows the users of one job whose change succeeded but still doesn't show in Microsoft 365. */
export function JobDifferences({ jobId }: { readonly jobId: string }): ReactNode {
  const missing = useUpdates().flatMap((update) => update.missing.filter((each) => each.jobId === jobId));
  return <Differences update={{ missing, seats: undefined }} />;
}

/** A line about a running update, announced when it appears; empty without a text. */
export function UpdatingLine({ text }: { readonly text: string | undefined }): ReactNode {
  const styles = useStyles();
  return (
    <p className={styles.line} role="status">
      {text !== undefined && (
        <>
          <ArrowClockwiseRegular className={styles.icon} aria-hidden />
          {text}
        </>
      )}
    </p>
  );
}

function Differences({ update }: { readonly update: Pick<ProductUpdate, 'missing' | 'seats'> }): ReactNode {
  const messages = useMessages();
  const { updates: words } = messages;
  const { missing, seats } = update;
  const assigned = missing.filter(({ isAssigned }) => isAssigned);
  const removed = missing.filter(({ isAssigned }) => !isAssigned);
  if (missing.length === 0 && !seats) return undefined;
  const sentences = [
    ...(assigned.length > 0 ? [words.notAssigned(namesOf(assigned, messages))] : []),
    ...(removed.length > 0 ? [words.notRemoved(namesOf(removed, messages))] : []),
    ...(seats ? [words.seatsDiffer(seats.expected, seats.shown)] : []),
    words.differsAction,
  ];
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{words.differsTitle}</MessageBarTitle>
        {sentences.join(' ')}
      </MessageBarBody>
    </MessageBar>
  );
}

function namesOf(changes: readonly MissingChange[], { updates, format }: Messages): string {
  const names = changes.slice(0, maxNames).map(({ principal }) => principal.displayName);
  const more = changes.length - names.length;
  return format.list(more > 0 ? [...names, updates.others(more)] : names);
}
