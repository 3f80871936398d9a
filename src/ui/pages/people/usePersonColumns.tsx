import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSwapRegular } from '@fluentui/react-icons/svg/arrow-swap';
import { PersonSubtractRegular } from '@fluentui/react-icons/svg/person-subtract';
import { useMemo, type ReactNode } from 'react';
import type { UserPrincipal } from '../../../base/principal';
import type { LicenseAudits } from '../../../directory/types';
import { isAssignable } from '../../../licensing/isAssignable';
import { evaluatePermission } from '../../../licensing/policy/evaluatePermission';
import type { Holding } from '../../../licensing/types';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { HolderNotes } from '../../parts/HolderGrid/HolderNotes';
import { summarizeHolder } from '../../parts/HolderGrid/summarizeHolder';
import { pathsText } from '../../parts/SeatPathText';
import type { GridColumn } from '../../parts/VirtualGrid/VirtualGrid.types';
import { useIsNarrow } from '../../parts/useIsNarrow';
import { useUpdates } from '../../queries/useUpdates';
import { hrefOf, routes } from '../../routes';
import { useServices } from '../../services';
import { findAuthor, type PersonSeat } from './personSeats';
import type { ProductActions, ProductDialogProps } from './productActions';

const useStyles = makeStyles({
  link: {
    color: 'inherit',
    textDecorationLine: 'none',
    overflowWrap: 'anywhere',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  below: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  actions: { display: 'flex', justifyContent: 'flex-end' },
  card: { display: 'flex', gap: tokens.spacingHorizontalS },
  words: { flexGrow: 1, minWidth: 0 },
  touch: { '@media (pointer: coarse)': { minWidth: '44px', height: '44px' } },
});

interface PersonColumnsOptions {
  readonly person: UserPrincipal;
  readonly holding: Holding;
  /** Undefined while the audit log isn't read, and where it may not be: there is no column then. */
  readonly log: LicenseAudits | undefined;
  readonly canRemove: ProductActions['canRemove'];
  readonly onOpen: (action: Pick<ProductDialogProps, 'dialog' | 'product'>) => void;
}

/** Returns the columns of a person's licenses: product, way, since when, by whom, notes, actions. */
export function usePersonColumns(options: PersonColumnsOptions): readonly GridColumn<PersonSeat>[] {
  const { person, holding, log, canRemove, onOpen } = options;
  const { people: words, product, format } = useMessages();
  const { me } = useServices();
  const isNarrow = useIsNarrow();
  const mayChange = !evaluatePermission(me, { kind: 'change-licenses-of', principal: person });
  return useMemo(() => {
    const day = new Intl.DateTimeFormat(format.locale, { dateStyle: 'medium' });
    const sinceOf = ({ seat: { updatedAt } }: PersonSeat): string =>
      updatedAt === undefined ? product.notKnown : day.format(new Date(updatedAt));
    const renderActions = (row: PersonSeat): ReactNode =>
      row.isFirst && mayChange && canRemove(row.product) && <RowActions row={row} onOpen={onOpen} />;
    if (isNarrow) {
      return [
        {
          id: 'product',
          header: words.columnProduct,
          width: 'minmax(0, 1fr)',
          isWideWhenNarrow: true,
          render: (row) => (
            <SeatCard {...{ row, person, holding, log }} actions={renderActions(row)}>
              {product.columnSince}: {sinceOf(row)}
            </SeatCard>
          ),
        },
      ];
    }
    const by: readonly GridColumn<PersonSeat>[] = log
      ? [
          {
            id: 'by',
            header: words.columnBy,
            width: 'minmax(0, 1.2fr)',
            isLabelledWhenNarrow: true,
            render: (row) => <ByText row={row} log={log} />,
          },
        ]
      : [];
    return [
      {
        id: 'product',
        header: words.columnProduct,
        width: 'minmax(0, 1.6fr)',
        isWideWhenNarrow: true,
        render: (row) => <ProductCell row={row} />,
      },
      {
        id: 'path',
        header: product.columnAssignedVia,
        width: 'minmax(0, 1.2fr)',
        render: (row) => <PathCell row={row} />,
      },
      {
        id: 'since',
        header: product.columnSince,
        width: 'minmax(6.6rem, 0.8fr)',
        isLabelledWhenNarrow: true,
        render: sinceOf,
      },
      ...by,
      {
        id: 'notes',
        header: product.columnNotes,
        width: 'minmax(0, 1.6fr)',
        isWideWhenNarrow: true,
        render: (row) => <NotesCell {...{ row, person, holding }} />,
      },
      {
        id: 'actions',
        header: words.columnActions,
        width: '84px',
        render: renderActions,
      },
    ];
  }, [words, product, format, person, holding, log, isNarrow, mayChange, canRemove, onOpen]);
}

interface SeatCardProps extends Pick<PersonColumnsOptions, 'person' | 'holding' | 'log'> {
  readonly row: PersonSeat;
  readonly actions: ReactNode;
  /** Since when. */
  readonly children: ReactNode;
}

/** A license on a phone: all of it below the product, with the actions at the end. */
function SeatCard({ row, person, holding, log, actions, children }: SeatCardProps): ReactNode {
  const styles = useStyles();
  const { people: words } = useMessages();
  return (
    <div className={styles.card}>
      <div className={styles.words}>
        <ProductCell row={row} />
        <div className={styles.below}>
          <PathCell row={row} /> · {children}
        </div>
        {log && (
          <div className={styles.below}>
            {words.columnBy}: <ByText {...{ row, log }} />
          </div>
        )}
        <NotesCell {...{ row, person, holding }} />
      </div>
      {actions}
    </div>
  );
}

function ProductCell({ row: { product, isFirst, seat } }: { readonly row: PersonSeat }): ReactNode {
  const styles = useStyles();
  const { people: words } = useMessages();
  const pools = product.owned?.pools ?? [];
  const place = pools.findIndex(({ key }) => key === seat.pool);
  return (
    <>
      {isFirst ? (
        <a className={`${styles.link} ${styles.name}`} href={hrefOf(routes.product(product.key))}>
          {product.name}
        </a>
      ) : (
        <span className={styles.below}>{product.name}</span>
      )}
      {isFirst && product.publisher !== undefined && <div className={styles.below}>{product.publisher}</div>}
      {pools.length > 1 && place >= 0 && (
        <div className={styles.below}>{words.subscriptionOf(place + 1, pools.length)}</div>
      )}
    </>
  );
}

function PathCell({ row: { product, seat } }: { readonly row: PersonSeat }): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const text = pathsText([seat.path], messages);
  if (seat.path.kind === 'direct') return text;
  return (
    <a className={styles.link} href={hrefOf(routes.product(product.key, 'groups'))}>
      {text}
    </a>
  );
}

function ByText({ row, log }: { readonly row: PersonSeat; readonly log: LicenseAudits }): ReactNode {
  const styles = useStyles();
  const { people: words, product } = useMessages();
  const author = findAuthor(row.seat, log.audits);
  if (!author) return <span className={styles.below}>{words.byNotInLog}</span>;
  const name = author.by.name ?? product.notKnown;
  const text = author.how === 'joined-group' ? words.byGroup(name) : name;
  return author.by.id === undefined ? (
    text
  ) : (
    <a className={styles.link} href={hrefOf(routes.person(author.by.id))}>
      {text}
    </a>
  );
}

type NotesCellProps = Pick<PersonColumnsOptions, 'person' | 'holding'> & { readonly row: PersonSeat };

function NotesCell({ row: { product, seat, mark }, person, holding }: NotesCellProps): ReactNode {
  const styles = useStyles();
  const { people: words } = useMessages();
  const updates = useUpdates();
  const holder = {
    ...{ user: person, seats: [seat] },
    isIncomplete: seat.isIncomplete ?? false,
    isUpdating: holding.isUpdating ?? false,
  };
  return (
    <>
      <HolderNotes
        row={{ holder, summary: summarizeHolder(holder), searchText: '' }}
        productState={product.state}
        isUpdating={updates.some((update) => update.product === product.key && update.isUpdating)}
        planNameOf={(id) =>
          product.planNames[id] ?? product.owned?.plans.find((plan) => plan.id === id)?.partName ?? id
        }
      />
      {mark && <div className={styles.below}>{markText(mark, words)}</div>}
    </>
  );
}

function markText(mark: NonNullable<PersonSeat['mark']>, words: Messages['people']): string {
  return mark === 'same-seat' ? words.sameSeat : words.secondSeat;
}

type RowActionsProps = Pick<PersonColumnsOptions, 'onOpen'> & { readonly row: PersonSeat };

function RowActions({ row: { product, seat }, onOpen }: RowActionsProps): ReactNode {
  const styles = useStyles();
  const { people: words } = useMessages();
  return (
    <div className={styles.actions}>
      <Button
        className={styles.touch}
        appearance="subtle"
        icon={<PersonSubtractRegular />}
        aria-label={words.unassignOf(product.name)}
        title={words.unassignOf(product.name)}
        onClick={() => onOpen({ dialog: 'unassign', product })}
      />
      {isAssignable(product) && seat.path.kind === 'direct' && (
        <Button
          className={styles.touch}
          appearance="subtle"
          icon={<ArrowSwapRegular />}
          aria-label={words.moveOf(product.name)}
          title={words.moveOf(product.name)}
          onClick={() => onOpen({ dialog: 'move', product })}
        />
      )}
    </div>
  );
}
