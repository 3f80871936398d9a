import { isGivenByVendor } from '../../../licensing/isAssignable';
import { isRenewalUnread } from '../../../licensing/catalogue/productState';
import type { Product } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import type { ExportContent } from '../../parts/export/exportContent';
import { exportTable } from '../../parts/export/exportTable';
import { useDoors } from '../../queries/useDoors';
import { useProducts } from '../../queries/useProducts';
import { useUnlistedProducts } from '../../queries/useUnlistedProduct';
import { useServices } from '../../services';
import type { Messages } from '../../messages/types';
import { narrowBy, narrowingOf, type LicensesView } from './licensesView';
import { selectProducts } from './selectProducts';

/** The products of the list, to export. */
interface ProductExport {
  /** Products that search and filters leave, in the order on the screen. */
  readonly shown: readonly Product[];
  /** All products that the view can show, without search and filters. */
  readonly all: readonly Product[];
  readonly collect: (products: readonly Product[]) => ExportContent;
}

/** Returns the products of a view, to export; undefined until they are read. */
export function useProductExport(view: LicensesView): ProductExport | undefined {
  const messages = useMessages();
  const { lists, licenses, products: words, format } = messages;
  const { clock } = useServices();
  const { products } = useProducts();
  const unlisted = useUnlistedProducts();
  const isCloudUnread = useIsCloudUnread();
  if (!products) return undefined;
  const missing = [
    ...(unlisted.isUnread ? [lists.unlistedUnread] : []),
    ...(isCloudUnread ? [lists.cloudUnread] : []),
  ].join(' ');
  const select = (of: LicensesView): readonly Product[] => {
    const own = selectProducts(products, of, format.locale, clock.now());
    // A filter looks for none that is no longer listed, as in the list.
    const others = selectProducts(
      unlisted.isUnread || narrowingOf(of).length > 0 ? [] : unlisted.products,
      of,
      format.locale,
      clock.now(),
    );
    return [own, others].flatMap(({ listed, undecided, unassignable }) => [
      ...listed,
      ...undecided,
      ...unassignable,
    ]);
  };
  const stateOf = ({ coverage, state, owned }: Product): string =>
    coverage.kind === 'assignable'
      ? owned
        ? words.capabilities[owned.capability]
        : ''
      : state.kind === 'disabled'
        ? words.capabilities[state.because]
        : words.coverage[coverage.because];
  const collect = (of: readonly Product[]): ExportContent =>
    exportTable<Product>({
      name: [lists.fileWords.products],
      columns: [
        { header: licenses.columns.name, valueOf: ({ name }) => name },
        { header: lists.heads.publisher, valueOf: ({ publisher }) => publisher ?? words.unknownPublisher },
        { header: lists.heads.state, valueOf: stateOf },
        {
          header: licenses.columns.assigned,
          valueOf: ({ owned }) => owned?.seats.assigned ?? words.notKnown,
        },
        { header: lists.heads.total, valueOf: ({ owned }) => owned?.seats.total ?? words.notKnown },
        {
          header: licenses.columns.available,
          valueOf: (product) =>
            isGivenByVendor(product)
              ? licenses.notCounted
              : (product.owned?.seats.available ?? words.notKnown),
        },
        {
          header: licenses.columns.renewal,
          valueOf: (product) => renewalOf(product, messages),
        },
        {
          header: lists.heads.skuPartNumber,
          valueOf: ({ owned }) => owned?.identifiers.partNumber ?? '',
        },
        { header: lists.heads.productKey, valueOf: ({ key }) => key },
      ],
      rows: of,
      ...(missing !== '' && { missing }),
      now: clock.now(),
    });
  return {
    shown: select(view),
    all: select({ ...narrowBy(view, undefined), search: '' }),
    collect,
  };
}

/** True unless it is known that all products of cloud licensing are listed, or that there are none. */
function useIsCloudUnread(): boolean {
  const doors = useDoors();
  const cloud = doors?.states.get('cloud-licensing')?.kind;
  return (
    !doors ||
    cloud === 'unknown' ||
    cloud === 'needs-consent' ||
    (cloud === 'closed' && doors.wasCloudKnown())
  );
}

/** Returns the calendar date in UTC of what is planned next, as far as known. */
function renewalOf(product: Product, { licenses, products }: Messages): string {
  const day = product.nextLifecycleAt?.slice(0, 10);
  if (!isRenewalUnread(product)) return day ?? '';
  return day === undefined ? products.notKnown : licenses.orEarlier(day);
}
