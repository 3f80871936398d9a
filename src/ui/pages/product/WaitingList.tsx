import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState, type ReactNode } from 'react';
import { toLocalDay } from '../../../files/writeCsv';
import { nextChangeOf } from '../../../licensing/pools';
import type { TenantProduct } from '../../../licensing/product';
import type { WaitingMember } from '../../../licensing/types';
import { useMessages } from '../../messages/MessagesContext';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { ExportButton } from '../../parts/export/ExportButton';
import { exportTable } from '../../parts/export/exportTable';
import { PrincipalName } from '../../parts/PrincipalName';
import { useWaitingMembers } from '../../queries/useWaitingMembers';
import { useServices } from '../../services';

/** Maximum number of people who are shown; the others are counted. */
const maxShown = 100;

const useStyles = makeStyles({
  // Keeps its height above the grid, which gets the rest of the window.
  section: {
    flexShrink: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXS,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between' },
  commands: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    maxHeight: 'min(30vh, 13rem)',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  who: { flex: '1 1 12rem', minWidth: 0 },
  place: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/**
 * Number of people who wait for a license of the product, who stand in the list of people, and once opened the line with place and time;
 * nothing where none does.
 */
export function WaitingList({ product }: { readonly product: TenantProduct }): ReactNode {
  const styles = useStyles();
  const { doors: words } = useMessages();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const { data, error, refetch } = useWaitingMembers(product.owned);
  if (error)
    return (
      <>
        <p className={styles.note}>{words.waitingUnread}</p>
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      </>
    );
  if (!data || data.people.length + (data.unread ?? 0) === 0) return undefined;
  const { people, unread = 0 } = data;
  const more = Math.max(0, people.length - maxShown) + unread;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {words.waitingCount(new Set(people.map(({ user }) => user.id)).size + unread)}
        </h2>
        <div className={styles.commands}>
          <Button
            size="small"
            appearance="subtle"
            aria-expanded={isOpen}
            onClick={() => setIsOpen((wasOpen) => !wasOpen)}
          >
            {isOpen ? words.hideLine : words.showLine}
          </Button>
          <WaitingExport {...{ product, people, unread }} />
        </div>
      </div>
      {isOpen && <Line {...{ product, people, more }} />}
    </section>
  );
}

interface LineProps {
  readonly product: TenantProduct;
  readonly people: readonly WaitingMember[];
  /** Number of people who aren't shown. */
  readonly more: number;
}

function Line({ product, people, more }: LineProps): ReactNode {
  const styles = useStyles();
  const { doors: words } = useMessages();
  return (
    <>
      <p className={styles.note}>{words.waitingNote}</p>
      {/* Scrolls by keyboard too. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above */}
      <ol className={styles.list} aria-label={words.waitingFor(product.name)} tabIndex={0}>
        {people.slice(0, maxShown).map((member) => (
          <li key={`${member.pool} ${member.user.id}`} className={styles.item}>
            <span className={styles.who}>
              <PrincipalName principal={member.user} isLinked />
            </span>
            <WaitingText {...{ member, product }} />
          </li>
        ))}
      </ol>
      {more > 0 && <p className={styles.note}>{words.moreWaiting(more)}</p>}
    </>
  );
}

interface WaitingExportProps {
  readonly product: TenantProduct;
  readonly people: readonly WaitingMember[];
  readonly unread: number;
}

/** The button that exports everyone who waits, also those whom the list only counts. */
function WaitingExport({ product, people, unread }: WaitingExportProps): ReactNode {
  const { lists, product: words, doors } = useMessages();
  const { clock } = useServices();
  const collect = () =>
    exportTable<WaitingMember>({
      name: [product.name, lists.fileWords.waiting],
      columns: [
        { header: lists.heads.place, valueOf: ({ place }) => place },
        { header: words.columnUser, valueOf: ({ user }) => user.displayName },
        {
          header: words.columnSince,
          valueOf: ({ since }) => (since === undefined ? words.notKnown : toLocalDay(Date.parse(since))),
        },
        { header: lists.columns.department, valueOf: ({ user }) => user.department ?? '' },
        { header: lists.columns.signInName, valueOf: ({ user }) => user.userPrincipalName },
        { header: lists.columns.address, valueOf: ({ user }) => user.address },
        { header: lists.columns.id, valueOf: ({ user }) => user.id },
        { header: lists.heads.pool, valueOf: ({ pool }) => pool },
      ],
      rows: people,
      ...(unread > 0 && { missing: lists.missing(unread) }),
      now: clock.now(),
    });
  return (
    <ExportButton size="small" label={lists.export} aria-label={doors.exportWaiting} collect={collect} />
  );
}

interface WaitingTextProps {
  readonly member: WaitingMember;
  readonly product: TenantProduct;
}

function WaitingText({ member: { place, since, pool }, product: { owned } }: WaitingTextProps): ReactNode {
  const styles = useStyles();
  const { doors: words, product, format } = useMessages();
  const at = owned.pools.findIndex(({ key }) => key === pool);
  const found = owned.pools.length > 1 ? owned.pools[at] : undefined;
  const texts = [
    words.placeInLine(place),
    words.waitingSince(since === undefined ? product.notKnown : format.date(since)),
    ...(found ? [words.subscription(at + 1, nextChangeOf(found))] : []),
  ];
  return <span className={styles.place}>{texts.join(' · ')}</span>;
}
