import { Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { Principal } from '../../../../base/principal';
import type { MoveLine, MovePreflight } from '../../../../licensing/preflight/previewMove';
import type { AssignableProduct } from '../../../../licensing/product';
import { useMessages } from '../../../messages/MessagesContext';
import { withLocation, personWithoutCountry } from '../../../parts/country/locations';
import { MissingCountries } from '../../../parts/country/MissingCountries';
import { ErrorNotice } from '../../../parts/ErrorNotice';
import { JobDialog, manyPeople } from '../../../parts/JobPanel/JobDialog';
import { Loading } from '../../../parts/Loading';
import { planMoves } from '../../../../license-jobs/move/planMoves';
import { isOneWay } from '../disabledReasons';
import type { TenantProduct } from '../isOwned';
import { LineTable } from '../LineTable';
import { moveTexts } from './moveTexts';
import { useMove } from './useMove';

const useStyles = makeStyles({
  text: { margin: 0 },
  // The list of products is as wide as the longest of them, also where that is wider than the dialog.
  target: { gridTemplateColumns: 'minmax(0, 1fr)', '& select': { width: '100%', minWidth: 0 } },
  summary: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

/** The people and groups that move, from which product, and how the dialog goes away. */
export interface MoveDialogProps {
  readonly product: TenantProduct;
  readonly targets: readonly AssignableProduct[];
  readonly principals: readonly Principal[];
  /** `hasRun` says that a job was begun. */
  readonly onClose: (hasRun: boolean) => void;
}

/** The dialog **Move licenses**: to which product, what happens to each, then **Move**, then the job. */
export function MoveDialog({ product, targets, onClose, ...props }: MoveDialogProps): ReactNode {
  const styles = useStyles();
  const { changes, product: words, common } = useMessages();
  // The list behind the dialog may be read again meanwhile; the dialog keeps to what was selected.
  const [principals, setPrincipals] = useState(props.principals);
  const takeLocations = useCallback(
    (locations: ReadonlyMap<string, string>) =>
      setPrincipals((before) => {
        const now = before.map((one) => withLocation(one, locations));
        return now.every((one, index) => one === before[index]) ? before : now;
      }),
    [],
  );
  const [hasBegun, setHasBegun] = useState(false);
  const [targetKey, setTargetKey] = useState('');
  const target = targets.find(({ key }) => key === targetKey);
  const { preflight, isReading, error, retry } = useMove({
    from: product.owned,
    target: target?.owned,
    principals,
    isAsking: !hasBegun,
  });
  const missing = useMemo(() => preflight?.lines.flatMap(personWithoutCountry) ?? [], [preflight]);
  const moved = preflight?.lines.filter(({ outcome, isInGroup }) => !outcome && !isInGroup).length ?? 0;
  return (
    <JobDialog
      title={changes.move}
      confirm={changes.moveNow}
      plan={target && preflight && moved > 0 ? () => planMoves(product, target, preflight) : undefined}
      consent={
        target && moved >= manyPeople ? changes.moveUnderstood(moved, product.name, target.name) : undefined
      }
      summary={target && preflight && <MoveSum preflight={preflight} />}
      onBegun={() => setHasBegun(true)}
      onClose={() => onClose(hasBegun)}
    >
      <p className={styles.text}>{changes.moveIntro(product.name)}</p>
      {isOneWay(product) && <p className={styles.text}>{words.undoNeedsRenewal}</p>}
      <Field label={changes.target} className={styles.target}>
        <Select value={targetKey} onChange={(_event, { value }) => setTargetKey(value)}>
          <option value="">{changes.chooseTarget}</option>
          {targets.map(({ key, name, owned }) => (
            <option key={key} value={key}>
              {changes.available(name, words.availableOf(owned.seats))}
            </option>
          ))}
        </Select>
      </Field>
      {error && <ErrorNotice error={error} onRetry={retry} />}
      {isReading && (
        <Loading
          rows={Math.min(principals.length, 4)}
          label={changes.reading}
          what={common.waits.licenses(principals.map(({ displayName }) => displayName))}
        />
      )}
      <MissingCountries missing={missing} onSet={takeLocations} />
      {target && preflight && <MoveLines from={product.name} to={target.name} lines={preflight.lines} />}
    </JobDialog>
  );
}

interface MoveLinesProps {
  readonly from: string;
  readonly to: string;
  readonly lines: readonly MoveLine[];
}

/** The people and groups, each with its change. */
function MoveLines({ from, to, lines }: MoveLinesProps): ReactNode {
  const messages = useMessages();
  const { changes } = messages;
  const render = useCallback(
    ({ findings }: MoveLine) => moveTexts(findings, { from, to }, messages).join(' · '),
    [from, to, messages],
  );
  return <LineTable label={changes.moveList} header={changes.columnWhat} {...{ lines, render }} />;
}

/** Numbers of those who move, and of those who don’t. */
function MoveSum({ preflight: { lines, seatsMissing } }: { readonly preflight: MovePreflight }): ReactNode {
  const styles = useStyles();
  const { changes } = useMessages();
  const [moved, along, staying, failing] = useMemo(() => {
    const count = (kind: 'skipped' | 'failed' | undefined): number =>
      lines.filter(({ outcome, isInGroup }) => outcome?.kind === kind && !isInGroup).length;
    const inGroups = lines.filter(({ isInGroup }) => isInGroup).length;
    return [count(undefined), inGroups, count('skipped'), count('failed')];
  }, [lines]);
  const words = [
    moved > 0 ? changes.willMove(moved) : changes.noneToMove,
    ...(moved > 0 && along > 0 ? [changes.willGoAlong(along)] : []),
    ...(moved > 0 && staying > 0 ? [changes.willStay(staying)] : []),
    ...(moved > 0 && failing > 0 ? [changes.cannotMove(failing)] : []),
    ...(seatsMissing > 0 ? [changes.seatsMissing(seatsMissing)] : []),
  ];
  return (
    <p role="status" className={styles.summary}>
      {words.join(' · ')}
    </p>
  );
}
