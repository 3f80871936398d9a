import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { PersonAvailableRegular } from '@fluentui/react-icons/svg/person-available';
import { Suspense, useCallback, useId, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { UserPrincipal } from '../../../base/principal';
import { describeUnlisted } from '../../../licensing/catalogue/describeUnlisted';
import type { Product } from '../../../licensing/product';
import type { Holding, Seat } from '../../../licensing/types';
import { useMessages } from '../../messages/MessagesContext';
import { DoorLimits } from '../../parts/DoorLimits';
import { EmptyState } from '../../parts/EmptyState';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { Loading } from '../../parts/Loading';
import { Notice } from '../../parts/Notice';
import { pathsText } from '../../parts/SeatPathText';
import { VirtualGrid } from '../../parts/VirtualGrid/VirtualGrid';
import { useLicenseAudits, usePersonHolding } from '../../queries/usePerson';
import { useProducts } from '../../queries/useProducts';
import { useServices } from '../../services';
import { listPersonSeats, type PersonSeat } from './personSeats';
import type { ProductActions, ProductDialogProps } from './productActions';
import { usePersonColumns } from './usePersonColumns';
import { WhoAssigned } from './WhoAssigned';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  fold: { justifySelf: 'start', marginInlineStart: '-8px' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface PersonLicensesProps {
  readonly person: UserPrincipal;
  readonly actions: ProductActions;
}

/** Every license of a person: those of the products of this app, and Microsoft's apart. */
export function PersonLicenses({ person, actions }: PersonLicensesProps): ReactNode {
  const { common } = useMessages();
  const { products, error: productsError, refresh } = useProducts();
  const { data: holding, error, refetch } = usePersonHolding(person);
  if (products && holding) return <Licenses {...{ person, actions, products, holding }} />;
  const failure = error ?? productsError;
  if (!failure) return <Loading rows={4} what={common.waits.licenses([person.displayName])} />;
  return (
    <ErrorNotice
      error={failure}
      onRetry={() => {
        if (error) void refetch();
        if (productsError) refresh();
      }}
    />
  );
}

interface LicensesProps extends PersonLicensesProps {
  readonly products: readonly Product[];
  readonly holding: Holding;
}

function Licenses({ person, actions, products, holding }: LicensesProps): ReactNode {
  const styles = useStyles();
  const { people: words, product, format } = useMessages();
  const describe = useDescribe(products);
  const all = useMemo(
    () => listPersonSeats(holding.seats, describe, format.locale),
    [holding, describe, format.locale],
  );
  const isMicrosoft = (each: PersonSeat): boolean => each.product.classification.owner === 'microsoft';
  const own = all.filter((each) => !isMicrosoft(each));
  const microsoft = all.filter(isMicrosoft);
  const [open, setOpen] = useState<Pick<ProductDialogProps, 'dialog' | 'product'>>();
  const { data: log } = useLicenseAudits(person.id);
  const columns = usePersonColumns({ person, log, holding, canRemove: actions.canRemove, onOpen: setOpen });
  const { Dialog } = actions;
  return (
    <div className={styles.page}>
      {holding.isIncomplete && <Notice intent="warning">{product.personIncomplete}</Notice>}
      {own.length > 0 && (
        <VirtualGrid
          label={words.gridOf(person.displayName)}
          columns={columns}
          rows={own}
          keyOf={({ key }) => key}
          nameOf={(each) => each.product.name}
        />
      )}
      {own.length === 0 && !holding.isIncomplete && (
        <EmptyState
          title={words.noneLicensesTitle}
          text={words.noneLicensesText}
          icon={<PersonAvailableRegular />}
        />
      )}
      {own
        .filter(({ isFirst }) => isFirst)
        .map((each) => (
          <DoorLimits key={each.key} product={each.product} of={['assignment-dates', 'issues']} />
        ))}
      {own.length > 0 && <WhoAssigned person={person} />}
      {microsoft.length > 0 && <MicrosoftProducts seats={microsoft} />}
      {open && (
        <Suspense>
          <Dialog {...open} person={person} onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
    </div>
  );
}

/** Returns the function that finds the product of a seat, also of one that the tenant doesn't list anymore. */
function useDescribe(products: readonly Product[]): (seat: Seat) => Product | undefined {
  const { catalogue, choices } = useServices();
  const subscribe = useCallback((listener: () => void) => choices.subscribe(listener), [choices]);
  const chosen = useSyncExternalStore(subscribe, () => choices.read());
  return useCallback(
    ({ product: key, pool }) =>
      products.find((each) => each.key === key) ??
      describeUnlisted({ key, pool, assigned: undefined }, catalogue, undefined, chosen),
    [products, catalogue, chosen],
  );
}

/** Microsoft's products of a person, which this app only shows, behind a button. */
function MicrosoftProducts({ seats }: { readonly seats: readonly PersonSeat[] }): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const { people: words } = messages;
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const firsts = seats.filter(({ isFirst }) => isFirst);
  return (
    <div>
      <Button
        className={styles.fold}
        appearance="subtle"
        icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        {isOpen ? words.hideMicrosoft : words.showMicrosoft(firsts.length)}
      </Button>
      {isOpen && (
        <ul id={id} className={styles.list} aria-label={words.microsoftList}>
          {firsts.map(({ key, product }) => (
            <li key={key} className={styles.item}>
              <span>{product.name}</span>
              <span className={styles.quiet}>
                {pathsText(
                  seats.filter((each) => each.product === product).map(({ seat }) => seat.path),
                  messages,
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
