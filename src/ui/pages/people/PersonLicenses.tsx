import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { PersonAvailableRegular } from '@fluentui/react-icons/svg/person-available';
import { Suspense, useCallback, useId, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { UserPrincipal } from '../../../base/principal';
import { describeUnlisted } from '../../../licensing/catalogue/describeUnlisted';
import { isOwned } from '../../../licensing/isAssignable';
import { evaluatePermission } from '../../../licensing/policy/evaluatePermission';
import type { Product } from '../../../licensing/product';
import type { Holding, Seat } from '../../../licensing/types';
import { useMessages } from '../../messages/MessagesContext';
import { ExplainedButton } from '../../parts/ExplainedButton';
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
import { GiveDialog } from './GiveDialog';
import { RemoveDialog } from './RemoveDialog';
import { listPersonSeats, type PersonSeat } from './personSeats';
import type { ProductActions, ProductDialogProps } from './productActions';
import { usePersonColumns } from './usePersonColumns';
import { WhoAssigned } from './WhoAssigned';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  commands: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    '@media (pointer: coarse)': { '& > button': { minHeight: '44px' } },
  },
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
  const removable = own.flatMap((each) =>
    each.isFirst && isOwned(each.product) && actions.canRemove(each.product) ? [each.product] : [],
  );
  const [action, setAction] = useState<PersonAction>();
  const close = useCallback(() => setAction(undefined), []);
  return (
    <div className={styles.page}>
      {holding.isIncomplete && <Notice intent="warning">{product.personIncomplete}</Notice>}
      <PersonCommands canRemove={removable.length > 0} onAction={setAction} />
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
      {action === 'remove' && (
        <RemoveDialog {...{ person, holding, describe, actions }} products={removable} onClose={close} />
      )}
      {(action === 'assign' || action === 'copy') && (
        <GiveDialog {...{ person, holding, products, actions }} mode={action} onClose={close} />
      )}
      {open && (
        <Suspense>
          <Dialog {...open} person={person} onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
    </div>
  );
}

type PersonAction = 'assign' | 'copy' | 'remove';

interface PersonCommandsProps {
  /** True if the person has a license that can be removed. */
  readonly canRemove: boolean;
  readonly onAction: (action: PersonAction) => void;
}

/** Actions that concern the whole person. */
function PersonCommands({ canRemove, onAction }: PersonCommandsProps): ReactNode {
  const styles = useStyles();
  const { people: words, product, common } = useMessages();
  const { me } = useServices();
  const denial = evaluatePermission(me, { kind: 'change-licenses-of', principal: { kind: 'user' } });
  const reason = denial && (denial === 'groups-only' ? common.groupsOnly : common.readerMayNot);
  return (
    <div className={styles.commands}>
      <ExplainedButton appearance="primary" disabledReason={reason} onClick={() => onAction('assign')}>
        {product.assign}
      </ExplainedButton>
      <ExplainedButton disabledReason={reason} onClick={() => onAction('copy')}>
        {words.copy}
      </ExplainedButton>
      <ExplainedButton
        disabledReason={reason ?? (canRemove ? undefined : words.reasonNothing)}
        onClick={() => onAction('remove')}
      >
        {words.removeAll}
      </ExplainedButton>
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
