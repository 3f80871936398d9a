import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState, type ReactNode } from 'react';
import type { UserPrincipal } from '../../../base/principal';
import { countryName } from '../../../license-jobs/usage-location/countries';
import { planReprocess } from '../../../license-jobs/reprocess/reprocess';
import { isOwned } from '../../../licensing/isAssignable';
import type { Product } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { useUpdates } from '../../queries/useUpdates';
import { JobDialog } from '../JobPanel/JobDialog';
import { ManageCountDialog } from '../ManageCountDialog';
import { PrincipalName } from '../PrincipalName';
import { useIsRoomy } from '../roomyWindow';
import { SeatPathText } from '../SeatPathText';
import { SetUsageLocationDialog } from '../usage-location/MissingUsageLocations';
import { VirtualGrid } from '../VirtualGrid/VirtualGrid';
import type { GridColumn } from '../VirtualGrid/VirtualGrid.types';
import type { IssueGroup, IssuePerson } from './groupIssues';
import { IssueGroupHead, type IssueDialog } from './IssueGroupHead';

type IssueRow =
  | { readonly kind: 'head'; readonly key: string; readonly group: IssueGroup }
  | {
      readonly kind: 'person';
      readonly key: string;
      readonly group: IssueGroup;
      readonly person: IssuePerson;
    };

interface IssueListProps {
  readonly label: string;
  readonly groups: readonly IssueGroup[];
  /** All products, in which the other side of a conflict is found. */
  readonly products: readonly Product[];
  /** Names the product of each group. */
  readonly hasProducts: boolean;
  /** Opens what is known of a person. Default is that it can't be opened. */
  readonly onOpenPerson?: ((person: UserPrincipal) => void) | undefined;
}

/** People with issues below the heads of their causes, with the actions that fix them. */
export function IssueList(props: IssueListProps): ReactNode {
  const { label, groups, products, hasProducts, onOpenPerson } = props;
  const { issues: words } = useMessages();
  const isRoomy = useIsRoomy();
  const [asked, setAsked] = useState<AskedDialog>();
  const rows = useMemo(() => groups.flatMap(toRows), [groups]);
  const columns = useMemo<readonly GridColumn<IssueRow>[]>(
    () => [
      {
        id: 'who',
        header: words.grid,
        width: 'minmax(0, 1fr)',
        isWideWhenNarrow: true,
        render: (row) =>
          row.kind === 'head' ? (
            <IssueGroupHead
              {...{ products }}
              group={row.group}
              hasProduct={hasProducts}
              onAsk={(dialog) => setAsked({ dialog, group: row.group })}
            />
          ) : (
            <PersonRow person={row.person} group={row.group} onOpenPerson={onOpenPerson} />
          ),
      },
    ],
    [words, products, hasProducts, onOpenPerson],
  );
  return (
    <>
      <VirtualGrid
        label={label}
        columns={columns}
        rows={rows}
        keyOf={keyOf}
        nameOf={nameOf}
        isHeadless
        isSection={isSection}
        layout={isRoomy ? 'fill' : 'page'}
      />
      {asked && <OpenDialog asked={asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}

function toRows(group: IssueGroup): readonly IssueRow[] {
  return [
    { kind: 'head', key: group.key, group },
    ...group.people.map((person) => ({
      kind: 'person' as const,
      key: `${group.key} ${person.holder.user.id}`,
      group,
      person,
    })),
  ];
}

const keyOf = ({ key }: IssueRow): string => key;
const isSection = ({ kind }: IssueRow): boolean => kind === 'head';

function nameOf(row: IssueRow): string {
  return row.kind === 'head' ? '' : row.person.holder.user.displayName;
}

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
  },
  who: { flex: '1 1 240px', minWidth: 0 },
  facts: {
    flex: '1 1 200px',
    minWidth: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
    // Below the name, beside the picture.
    '@media (max-width: 639px)': { flexBasis: '100%', paddingInlineStart: '40px' },
  },
});

interface PersonRowProps extends Pick<IssueListProps, 'onOpenPerson'> {
  readonly person: IssuePerson;
  readonly group: IssueGroup;
}

function PersonRow({ person, group, onOpenPerson }: PersonRowProps): ReactNode {
  const styles = useStyles();
  const { issues: words, product: productWords, products, format } = useMessages();
  const isUpdating = useUpdates().some((each) => each.product === group.product.key && each.isUpdating);
  const { user, isUpdating: isChanged } = person.holder;
  const { updatedAt, path } = person.seat;
  const { usageLocation } = user;
  const location =
    usageLocation === undefined
      ? words.noLocation
      : words.locationOf(countryName(usageLocation, format.locale));
  return (
    <div className={styles.row}>
      <div className={styles.who}>
        <PrincipalName principal={user} onOpen={onOpenPerson && (() => onOpenPerson(user))} isLinked />
      </div>
      <div className={styles.facts}>
        <SeatPathText paths={[path]} />
        {updatedAt !== undefined && ` · ${productWords.columnSince}: ${format.date(updatedAt)}`}
        {group.cause === 'usage-location' && !user.isNameOnly && ` · ${location}`}
        {isChanged && isUpdating && ` · ${products.updating}`}
      </div>
    </div>
  );
}

interface AskedDialog {
  readonly dialog: IssueDialog;
  readonly group: IssueGroup;
}

/** The dialog of an action. It keeps the people of when it opened, also once they leave the list. */
function OpenDialog({
  asked: { dialog, group },
  onClose,
}: {
  readonly asked: AskedDialog;
  readonly onClose: () => void;
}): ReactNode {
  const { issues: words } = useMessages();
  const { product } = group;
  const people = useMemo(() => group.people.map(({ holder }) => holder.user), [group]);
  if (dialog === 'count') return <ManageCountDialog {...{ product, onClose }} />;
  if (dialog === 'location')
    return (
      <SetUsageLocationDialog
        {...{ people, onClose }}
        label={words.locationPeople}
        onBegun={() => undefined}
      />
    );
  return isOwned(product) && <ReprocessDialog {...{ people, product, onClose }} />;
}

const useDialogStyles = makeStyles({ text: { margin: 0 } });

interface ReprocessDialogProps {
  readonly people: readonly UserPrincipal[];
  readonly product: Parameters<typeof planReprocess>[1];
  readonly onClose: () => void;
}

/** The dialog **Reprocess**: says what happens, and follows the job. */
function ReprocessDialog({ people, product, onClose }: ReprocessDialogProps): ReactNode {
  const styles = useDialogStyles();
  const { issues: words, assign } = useMessages();
  return (
    <JobDialog
      title={words.reprocessTitle(product.name)}
      confirm={words.reprocess}
      extent={words.reprocessExtent(people.length)}
      plan={() => planReprocess(people, product)}
      onBegun={() => undefined}
      onClose={onClose}
    >
      <p className={styles.text}>{words.reprocessIntro(people.length)}</p>
      <p className={styles.text}>{words.reprocessForever}</p>
      <p className={styles.text}>{assign.countryPermission}</p>
    </JobDialog>
  );
}
