import { makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { Principal } from '../../../base/principal';
import { isMethodReady } from '../../../license-jobs/assign/assignmentMethod';
import {
  planMigration,
  poolForGroup,
  type MigrationGroup,
} from '../../../license-jobs/change-paths/planMigration';
import {
  isMigrated,
  previewMigration,
  type MigrationLine,
  type MigrationPreview,
} from '../../../licensing/preflight/previewMigration';
import type { AssignableProduct } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { GroupChoice, type GroupMethod } from '../../parts/GroupChoice';
import { JobDialog } from '../../parts/JobPanel/JobDialog';
import { Loading } from '../../parts/Loading';
import { useGroupReadings } from '../../queries/useGroupReadings';
import { useGroups } from '../../queries/useGroups';
import { useProducts } from '../../queries/useProducts';
import { useServices } from '../../services';
import { peopleText } from './peopleText';
import { PreviewTable } from './PreviewTable';
import { useHoldings } from './useHoldings';
import { useInSlices } from './useInSlices';

const useStyles = makeStyles({
  text: { margin: 0 },
  steps: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  summary: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

interface MigrateDialogProps {
  readonly product: AssignableProduct;
  readonly principals: readonly Principal[];
  /** `hasRun` is true if a job was started. */
  readonly onClose: (hasRun: boolean) => void;
}

/** The dialog **Migrate to a group**: choose or create the group, preview, **Migrate**, follow the job. */
export function MigrateDialog({ product, onClose, ...props }: MigrateDialogProps): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const { groups: words, assign, common, outcomes } = messages;
  // The dialog keeps the selection of when it opened, even if the list behind it is refetched.
  const [principals] = useState(props.principals);
  const [hasBegun, setHasBegun] = useState(false);
  const [method, setMethod] = useState<GroupMethod>({
    kind: 'new-group',
    name: assign.groupNameDefault(product.name),
  });
  const { preview, error, retry } = useMigrationPreview(product, principals, method, !hasBegun);
  const group = toGroup(method);
  const sent = useMemo(() => preview?.lines.filter(isMigrated) ?? [], [preview]);
  // A group that has the product already needs no license for itself, which only the job finds out.
  const isUnfit = method.kind === 'new-group' && !poolForGroup(product, sent.length);
  const canMigrate =
    preview !== undefined && !isUnfit && sent.length > 0 && group !== undefined && isMethodReady(method);
  const extent = useMemo(() => peopleText(sent, messages), [sent, messages]);
  const render = useCallback(
    ({ result, turnedOn, turnedOff }: MigrationLine) =>
      [
        words.result[result],
        ...(turnedOn > 0 ? [words.turnsOn(turnedOn)] : []),
        ...(turnedOff > 0 ? [words.turnsOff(turnedOff)] : []),
      ].join(' '),
    [words],
  );
  return (
    <JobDialog
      title={words.migrateTitle}
      confirm={words.migrate}
      extent={canMigrate ? extent : undefined}
      plan={canMigrate ? () => planMigration(product, preview, group) : undefined}
      disabledReason={
        preview && sent.length === 0
          ? words.noneMigrates
          : isUnfit
            ? outcomes['assignee-not-supported'].title
            : undefined
      }
      summary={
        preview && (
          <p className={styles.summary} role="status">
            {words.migrationSum(sent.length, preview.lines.length)}
          </p>
        )
      }
      onBegun={() => setHasBegun(true)}
      onClose={() => onClose(hasBegun)}
    >
      <p className={styles.text}>{words.migrateIntro(product.name)}</p>
      <ol className={styles.steps}>
        {words.migrateSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <GroupChoice {...{ product, method }} onChange={setMethod} />
      <OtherProducts {...{ product, method }} />
      {error && <ErrorNotice error={error} onRetry={retry} />}
      {!preview && !error && (
        <Loading
          rows={Math.min(principals.length, 4)}
          label={words.migrateReading}
          what={common.waits.licenses(principals.map(({ displayName }) => displayName))}
        />
      )}
      {preview && (
        <PreviewTable
          label={words.migrateList}
          header={words.columnResult}
          lines={preview.lines}
          render={render}
        />
      )}
    </JobDialog>
  );
}

/** Says which other products everyone who joins the chosen group gets. */
function OtherProducts({
  product,
  method,
}: {
  readonly product: AssignableProduct;
  readonly method: GroupMethod;
}): ReactNode {
  const styles = useStyles();
  const { groups: words, unassign } = useMessages();
  const { products } = useProducts();
  const chosen = useMemo(
    () => (method.kind === 'existing-group' && method.group ? [method.group] : []),
    [method],
  );
  const own = useMemo(() => [product.key], [product.key]);
  const { byId } = useGroupReadings(chosen, own);
  const [group] = chosen;
  if (!group) return undefined;
  const { carried = [] } = byId.get(group.id) ?? {};
  const names = carried
    .filter((key) => key !== product.key)
    .map((key) => products?.find((each) => each.key === key)?.name ?? unassign.otherProducts(1));
  const notes = [
    ...(names.length > 0 ? [words.groupAlsoGives(group.displayName, names)] : []),
    ...(group.isTeam ? [words.joinsTeam] : []),
  ];
  return notes.length > 0 && <p className={styles.text}>{notes.join(' ')}</p>;
}

function toGroup(method: GroupMethod): MigrationGroup | undefined {
  if (method.kind === 'new-group') return { name: method.name.trim() };
  return method.group && { id: method.group.id, name: method.group.displayName };
}

interface PreviewReading {
  /** Undefined while holdings are loading. */
  readonly preview: MigrationPreview | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Reads what the selected hold, and previews their migration, while `isEnabled`. */
function useMigrationPreview(
  product: AssignableProduct,
  principals: readonly Principal[],
  method: GroupMethod,
  isEnabled: boolean,
): PreviewReading {
  const { me } = useServices();
  const products = useMemo(() => [product.key], [product.key]);
  const { data, error, refetch } = useHoldings({ principals, products, isEnabled });
  const { data: licensed } = useGroups(product.key);
  const groupId = method.kind === 'existing-group' ? method.group?.id : undefined;
  const start = useMemo(
    () =>
      data &&
      (() =>
        previewMigration({
          product: product.key,
          principals,
          holdings: data,
          groupId,
          groupDisabledPlanIds: licensed?.find(({ group }) => group.id === groupId)?.disabledPlanIds,
          access: me.access,
          canLicenseRoleAssignableGroups: me.canLicenseRoleAssignableGroups,
        })),
    [data, product.key, principals, groupId, licensed, me],
  );
  const preview = useInSlices(start, principals.length);
  return { preview, error, retry: () => void refetch() };
}
