import {
  Button,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  DrawerHeaderTitle,
  Link,
  makeStyles,
  OverlayDrawer,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import type { UserPrincipal } from '../../../base/principal';
import { isOwned } from '../../../licensing/isAssignable';
import { evaluatePermission } from '../../../licensing/policy/evaluatePermission';
import type { Product } from '../../../licensing/product';
import type { Holding } from '../../../licensing/types';
import { useMessages } from '../../messages/MessagesContext';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { HolderNotes } from '../../parts/HolderGrid/HolderNotes';
import { summarizeHolder } from '../../parts/HolderGrid/summarizeHolder';
import { Loading } from '../../parts/Loading';
import { Notice } from '../../parts/Notice';
import { PrincipalAvatar } from '../../parts/PrincipalAvatar';
import { SeatPathText } from '../../parts/SeatPathText';
import { useBackStep } from '../../parts/useBackStep';
import { useIsNarrow } from '../../parts/useIsNarrow';
import { useReturnFocus } from '../../parts/useReturnFocus';
import { batchHoldingsOptions } from '../../queries/holdings';
import { useUpdates } from '../../queries/useUpdates';
import { useProducts } from '../../queries/useProducts';
import { hrefOf, routes } from '../../routes';
import { useServices } from '../../services';
import { canRemove, disabledReasons } from './disabledReasons';
import { ExplainedButton } from '../../parts/ExplainedButton';
import { touch } from './layouts';
import { moveTargets } from './moveTargets';
import { SelectionDialog } from './SelectionDialog';

const useStyles = makeStyles({
  pane: { width: '400px', maxWidth: '100vw' },
  who: { display: 'grid', gap: tokens.spacingVerticalXS, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  title: {
    margin: `${tokens.spacingVerticalL} 0 0`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    paddingBlock: tokens.spacingVerticalS,
    overflowWrap: 'anywhere',
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  footer: {
    flexWrap: 'wrap',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [touch]: { '> button': { minHeight: '44px' } },
  },
  close: { [touch]: { minWidth: '44px', minHeight: '44px' } },
});

interface PersonFlyoutProps {
  readonly person: UserPrincipal;
  /** The product of the list, to which the actions apply. */
  readonly product: Product;
  readonly onClose: () => void;
}

/** The pane of a person: what the person has of all products that are not Microsoft's, and how. */
export function PersonFlyout({ person, product, onClose }: PersonFlyoutProps): ReactNode {
  const { products } = useProducts();
  const [dialog, setDialog] = useState<'unassign' | 'move'>();
  const principals = useMemo(() => [person], [person]);
  const targets = useMemo(() => moveTargets(products ?? [], product.key), [products, product.key]);
  if (dialog && isOwned(product)) {
    return <SelectionDialog {...{ dialog, product, principals, targets, onClose }} />;
  }
  return (
    <PersonPane
      {...{ person, product, products, onClose }}
      hasTargets={targets.length > 0}
      onUnassign={() => setDialog('unassign')}
      onMove={() => setDialog('move')}
    />
  );
}

interface PersonPaneProps extends PersonFlyoutProps {
  readonly products: readonly Product[] | undefined;
  readonly hasTargets: boolean;
  readonly onUnassign: () => void;
  readonly onMove: () => void;
}

function PersonPane(props: PersonPaneProps): ReactNode {
  const { person, product, products, hasTargets, onUnassign, onMove, onClose } = props;
  const styles = useStyles();
  const messages = useMessages();
  const { product: words, people, changes, common } = messages;
  const { me } = useServices();
  const isNarrow = useIsNarrow();
  useReturnFocus();
  useBackStep(onClose);
  const reasons = disabledReasons(
    { me, product, selected: { user: { size: 1 }, group: { size: 0 } }, hasTargets },
    messages,
  );
  const isReader = evaluatePermission(me, { kind: 'change-licenses' }) !== undefined;
  return (
    <OverlayDrawer
      open
      position="end"
      className={isNarrow ? undefined : styles.pane}
      {...(isNarrow && { size: 'full' as const })}
      onOpenChange={(_event, { open }) => {
        if (!open) onClose();
      }}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <Button
              appearance="subtle"
              className={styles.close}
              icon={<DismissRegular />}
              aria-label={common.close}
              onClick={onClose}
            />
          }
        >
          {person.displayName}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        <div className={styles.who}>
          <PrincipalAvatar principal={person} isLarge />
          <PersonFacts person={person} />
          <Link href={hrefOf(routes.person(person.id))}>{people.openPage}</Link>
        </div>
        <h3 className={styles.title}>{words.personLicenses}</h3>
        <PersonLicenses {...{ person, product, products }} />
      </DrawerBody>
      {!isReader && product.owned && canRemove(product) && (
        <DrawerFooter className={styles.footer}>
          <ExplainedButton disabledReason={reasons.unassign} onClick={onUnassign}>
            {words.unassign}
          </ExplainedButton>
          <ExplainedButton disabledReason={reasons.move} onClick={onMove}>
            {changes.move}
          </ExplainedButton>
        </DrawerFooter>
      )}
    </OverlayDrawer>
  );
}

function PersonFacts({ person }: Pick<PersonPaneProps, 'person'>): ReactNode {
  const styles = useStyles();
  const { product: words } = useMessages();
  const { jobTitle, department, address, isGuest, isBlocked } = person;
  const marks = [...(isGuest ? [words.guest] : []), ...(isBlocked ? [words.blocked] : [])];
  return (
    <>
      {(jobTitle ?? department) && <div>{[jobTitle, department].filter(Boolean).join(' · ')}</div>}
      <div className={styles.quiet}>{address}</div>
      {marks.length > 0 && <div className={styles.quiet}>{marks.join(' · ')}</div>}
    </>
  );
}

function PersonLicenses({
  person,
  product,
  products,
}: Pick<PersonPaneProps, 'person' | 'product' | 'products'>): ReactNode {
  const { common } = useMessages();
  const { licensing } = useServices();
  const listed = useMemo(() => ownProducts(products ?? [], product), [products, product]);
  const { data, error, refetch } = useQuery({
    ...batchHoldingsOptions(licensing, {
      id: person.id,
      principals: [person],
      products: listed.map(({ key }) => key),
    }),
    enabled: products !== undefined,
  });
  const [holding] = data ?? [];
  if (holding) return <LicenseList {...{ person, holding }} products={listed} />;
  return error ? (
    <ErrorNotice error={error} onRetry={() => void refetch()} />
  ) : (
    <Loading rows={3} what={common.waits.licenses([person.displayName])} />
  );
}

/** Returns all products that are not Microsoft's, and the one of the list, which the tenant might not list. */
function ownProducts(products: readonly Product[], shown: Product): readonly Product[] {
  const listed = products.filter(({ classification }) => classification.owner !== 'microsoft');
  return listed.some(({ key }) => key === shown.key) ? listed : [shown, ...listed];
}

interface LicenseListProps {
  readonly person: UserPrincipal;
  readonly holding: Holding;
  readonly products: readonly Product[];
}

/** The licenses of a person: the path of each, and what isn't as usual. */
function LicenseList({ person, holding, products }: LicenseListProps): ReactNode {
  const styles = useStyles();
  const { product: words, format } = useMessages();
  const updates = useUpdates();
  // The local day, as in the list.
  const day = new Intl.DateTimeFormat(format.locale, { dateStyle: 'medium' });
  const licenses = products.flatMap((product) => {
    const seats = holding.seats.filter((seat) => seat.product === product.key);
    const holder = {
      user: person,
      seats,
      isIncomplete: seats.some((seat) => seat.isIncomplete),
      isUpdating: holding.isUpdating,
    };
    return seats.length > 0
      ? [{ product, row: { holder, summary: summarizeHolder(holder), searchText: '' } }]
      : [];
  });
  return (
    <>
      {holding.isIncomplete && <Notice intent="warning">{words.personIncomplete}</Notice>}
      {licenses.length === 0 && !holding.isIncomplete && <p className={styles.quiet}>{words.personNone}</p>}
      <ul className={styles.list}>
        {licenses.map(({ product, row }) => (
          <li key={product.key} className={styles.item}>
            <div className={styles.name}>{product.name}</div>
            <div className={styles.quiet}>
              <SeatPathText paths={row.summary.paths} />
              {` · ${words.columnSince}: ${row.summary.since ? day.format(new Date(row.summary.since)) : words.notKnown}`}
            </div>
            <HolderNotes
              row={row}
              productState={product.state}
              isUpdating={updates.some((update) => update.product === product.key && update.isUpdating)}
              planNameOf={(id) =>
                product.planNames[id] ?? product.owned?.plans.find((plan) => plan.id === id)?.partName ?? id
              }
            />
          </li>
        ))}
      </ul>
    </>
  );
}
