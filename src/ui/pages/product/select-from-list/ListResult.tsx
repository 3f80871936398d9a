import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Spinner,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useMemo, useState, type ReactNode } from 'react';
import type { Principal } from '../../../../base/principal';
import { toFileName, toLocalDay } from '../../../../files/writeCsv';
import type { Product } from '../../../../licensing/product';
import { useMessages } from '../../../messages/MessagesContext';
import { ErrorNotice } from '../../../parts/ErrorNotice';
import { ExportButton } from '../../../parts/export/ExportButton';
import { PrincipalName } from '../../../parts/PrincipalName';
import { VirtualGrid } from '../../../parts/VirtualGrid/VirtualGrid';
import type { GridColumn } from '../../../parts/VirtualGrid/VirtualGrid.types';
import { WaitText } from '../../../parts/WaitText';
import { useServices } from '../../../services';
import type { HoldingPart, ListHoldings } from './splitByHolding';
import type { HoldingsReading } from './useListHoldings';

const useStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  text: { margin: 0 },
  result: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  wait: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  panel: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  // Stays mounted so that screen readers announce it when it's filled, and takes no space until then.
  unused: { position: 'absolute' },
});

const partNames: readonly HoldingPart[] = [
  'direct',
  'throughGroup',
  'unclear',
  'inError',
  'groups',
  'without',
];

/** A product, and how those in a list have it. */
interface ListResultProps {
  readonly product: Product;
  readonly holdings: HoldingsReading;
}

/** Result of a list: how many have the product, grouped by assignment path; until then, what is still loading. */
export function ListResult({ product, holdings: reading }: ListResultProps): ReactNode {
  const styles = useStyles();
  const { fromList: words, product: productWords } = useMessages();
  const { holdings, isWaiting, holders, error, retry } = reading;
  const numbers = holdings && {
    all: partNames.reduce((sum, name) => sum + holdings[name].length, 0),
    direct: holdings.direct.length,
    throughGroup: holdings.throughGroup.length,
    unclear: holdings.unclear.length,
    inError: holdings.inError.length,
    groups: holdings.groups.length,
    without: holdings.without.length,
  };
  const { total, isComplete } = holders;
  const loaded = holders.rows?.length ?? 0;
  return (
    <div className={numbers || isWaiting ? styles.section : styles.unused}>
      <p className={styles.result} role="status">
        {numbers && words.result(product.name, numbers)}
        {isWaiting && !error && <WaitText early={words.waiting} what={words.wait(product.name)} />}
      </p>
      {isWaiting && !error && !isComplete && (
        <span className={styles.wait}>
          <Spinner size="extra-tiny" aria-hidden />
          {total === undefined ? productWords.loadedSoFar(loaded) : productWords.loadedOf(loaded, total)}
        </span>
      )}
      {isWaiting && error && <ErrorNotice error={error} onRetry={retry} />}
      {numbers && holders.isPartial && numbers.without > 0 && (
        <p className={styles.text}>{words.mayBeInError}</p>
      )}
      {numbers && holders.unread > 0 && numbers.without > 0 && (
        <p className={styles.text}>{words.mayHaveIt(holders.unread)}</p>
      )}
      {holdings && (
        <Parts
          holdings={holdings}
          productName={product.name}
          names={holders.unread > 0 ? { ...words.parts, without: words.withoutAsRead } : words.parts}
        />
      )}
    </div>
  );
}

interface PartsProps {
  readonly holdings: ListHoldings;
  readonly productName: string;
  readonly names: Readonly<Record<HoldingPart, string>>;
}

function Parts({ holdings, productName, names }: PartsProps): ReactNode {
  const styles = useStyles();
  const { fromList: words } = useMessages();
  const [open, setOpen] = useState<readonly unknown[]>([]);
  return (
    <Accordion
      collapsible
      multiple
      openItems={[...open]}
      onToggle={(_event, data) => setOpen(data.openItems)}
    >
      {partNames
        .filter((name) => holdings[name].length > 0)
        .map((name) => (
          <AccordionItem key={name} value={name}>
            <AccordionHeader as="h3" expandIconPosition="end" inline={false}>
              {words.part(names[name], holdings[name].length)}
            </AccordionHeader>
            <AccordionPanel className={styles.panel}>
              {open.includes(name) && (
                <PartList label={names[name]} productName={productName} principals={holdings[name]} />
              )}
            </AccordionPanel>
          </AccordionItem>
        ))}
    </Accordion>
  );
}

interface PartListProps {
  readonly label: string;
  readonly productName: string;
  readonly principals: readonly Principal[];
}

function PartList({ label, productName, principals }: PartListProps): ReactNode {
  const messages = useMessages();
  const { clock } = useServices();
  const { fromList: words, jobs } = messages;
  const { report } = jobs;
  const columns = useMemo<readonly GridColumn<Principal>[]>(
    () => [
      {
        id: 'who',
        header: jobs.columnWho,
        width: 'minmax(0, 1fr)',
        isWideWhenNarrow: true,
        render: (principal) => <PrincipalName principal={principal} />,
      },
    ],
    [jobs],
  );
  return (
    <>
      <div>
        <ExportButton
          size="small"
          label={words.exportPart}
          collect={() => ({
            kind: 'table',
            fileName: toFileName([productName, label.replaceAll('’', ''), toLocalDay(clock.now())], 'csv'),
            rows: [
              [report.name, report.address, report.objectId, report.kind],
              ...principals.map((principal) => [
                principal.displayName,
                principal.kind === 'user' ? principal.userPrincipalName : principal.address,
                principal.id,
                report[principal.kind],
              ]),
            ],
            count: principals.length,
          })}
        />
      </div>
      <VirtualGrid label={label} columns={columns} rows={principals} keyOf={keyOf} />
    </>
  );
}

function keyOf({ id }: Principal): string {
  return id;
}
