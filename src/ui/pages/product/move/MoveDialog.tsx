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
import { removalNotes } from '../disabledReasons';
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
  const messages = useMessages();
  const { changes, product: words, common } = messages;
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
  const { moved, people } = useMemo(() => countMoved(preflight?.lines ?? []), [preflight]);
  return (
    <JobDialog
      title={changes.move}
      confirm={changes.moveNow}
      plan={target && preflight && moved > 0 ? () => planMoves(product, target, preflight) : undefined}
      consent={
        target && moved > 0 && !(people.isExact && people.atLeast < manyPeople)
          ? changes.moveUnderstood(people.atLeast, product.name, target.name, people.isExact)
          : undefined
      }
      summary={target && preflight && <MoveSum preflight={preflight} />}
      onBegun={() => setHasBegun(true)}
      onClose={() => onClose(hasBegun)}
    >
      <p className={styles.text}>{changes.moveIntro(product.name)}</p>
      {removalNotes(product, messages).map((note) => (
        <p key={note} className={styles.text}>
          {note}
        </p>
      ))}
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

/** Counts the lines that move and the people in them; a group of unknown size leaves that number open. */
function countMoved(lines: readonly MoveLine[]) {
  let moved = 0;
  let atLeast = 0;
  let isExact = true;
  for (const { principal, findings, outcome, isInGroup } of lines) {
    if (outcome || isInGroup) continue;
    moved += 1;
    if (principal.kind === 'user') atLeast += 1;
    else {
      const [first] = findings;
      const members = first && 'directUsers' in first ? first.directUsers : undefined;
      if (members === undefined) isExact = false;
      else atLeast += members;
    }
  }
  return { moved, people: { atLeast, isExact } };
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
