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
    // Takes no room, and no gap of a grid, while there is nothing to say.
    ':empty': { position: 'absolute' },
  },
  icon: { flexShrink: 0, fontSize: '16px' },
});

/** Number of people who are named; the others are counted. */
const maxNames = 10;

/** Says that Microsoft 365 may not show all changes of a product yet, and later what it still doesn't show. */
export function ProductUpdates({ product }: { readonly product: ProductKey }): ReactNode {
  const { updates: words } = useMessages();
  const update = useUpdates().find((each) => each.product === product);
  return (
    <>
      <UpdatingLine text={update?.isUpdating ? words.updating : undefined} />
      {update && <Differences update={update} />}
    </>
  );
}

/** The same for one job: the people whose change Microsoft 365 answered with success and doesn't show. */
export function JobDifferences({ jobId }: { readonly jobId: string }): ReactNode {
  const missing = useUpdates().flatMap((update) => update.missing.filter((each) => each.jobId === jobId));
  return <Differences update={{ missing, seats: undefined }} />;
}

/** A quiet line about what is being updated, read out when it appears; empty without a text. */
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
