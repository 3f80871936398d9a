import { Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { Principal } from '../../../base/principal';
import type { MoveLine, MovePreflight } from '../../../licensing/preflight/movePreflight';
import type { AssignableProduct, TenantProduct } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { withUsageLocation, userWithoutUsageLocation } from '../../parts/usage-location/usageLocations';
import { MissingUsageLocations } from '../../parts/usage-location/MissingUsageLocations';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { JobDialog, manyPeople } from '../../parts/JobPanel/JobDialog';
import { Loading } from '../../parts/Loading';
import { planMoves } from '../../../license-jobs/move/planMoves';
import { isOneWay, removalNotes } from './disabledReasons';
import { PreviewTable } from './PreviewTable';
import { moveTexts } from './moveTexts';
import { useMovePreview } from './useMovePreview';

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
        const now = before.map((one) => withUsageLocation(one, locations));
        return now.every((one, index) => one === before[index]) ? before : now;
      }),
    [],
  );
  const [hasBegun, setHasBegun] = useState(false);
  const [targetKey, setTargetKey] = useState('');
  const target = targets.find(({ key }) => key === targetKey);
  const { preflight, isCurrent, isReading, error, retry } = useMovePreview({
    from: product.owned,
    target: target?.owned,
    principals,
    isEnabled: !hasBegun,
  });
  const missing = useMemo(() => preflight?.lines.flatMap(userWithoutUsageLocation) ?? [], [preflight]);
  const isSent = useMemo(
    () => preflight?.lines.some(({ outcome, isInGroup }) => !outcome && !isInGroup) === true,
    [preflight],
  );
  return (
    <JobDialog
      title={changes.move}
      confirm={changes.moveNow}
      plan={
        target && preflight && isSent && isCurrent ? () => planMoves(product, target, preflight) : undefined
      }
      acknowledgment={
        target && preflight && isSent && needsAcknowledgment(preflight.people)
          ? changes.moveUnderstood(product.name, target.name, preflight.people)
          : undefined
      }
      summary={target && preflight && <MoveSum from={product.name} preflight={preflight} />}
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
      <MissingUsageLocations missing={missing} onSet={takeLocations} />
      {target && preflight && (
        <MoveLines
          from={product.name}
          to={target.name}
          mayBeRefused={isOneWay(product)}
          lines={preflight.lines}
        />
      )}
    </JobDialog>
  );
}

/** True where so many people may be concerned that the person has to agree to the number. */
function needsAcknowledgment({ gaining, losing, isExact }: MovePreflight['people']): boolean {
  return !isExact || Math.max(gaining, losing) >= manyPeople;
}

interface MoveLinesProps {
  readonly from: string;
  readonly to: string;
  readonly mayBeRefused: boolean;
  readonly lines: readonly MoveLine[];
}

/** The people and groups, each with its change. */
function MoveLines({ from, to, mayBeRefused, lines }: MoveLinesProps): ReactNode {
  const messages = useMessages();
  const { changes } = messages;
  const render = useCallback(
    ({ findings }: MoveLine) => moveTexts(findings, { from, to, mayBeRefused }, messages).join(' · '),
    [from, to, mayBeRefused, messages],
  );
  return <PreviewTable label={changes.moveList} header={changes.columnWhat} {...{ lines, render }} />;
}

interface MoveSumProps {
  readonly from: string;
  readonly preflight: MovePreflight;
}

/** Numbers of those who move, and of those who don’t. */
function MoveSum({ from, preflight: { lines, seatsMissing } }: MoveSumProps): ReactNode {
  const styles = useStyles();
  const { changes } = useMessages();
  const [sent, giving, along, staying, failing] = useMemo(() => {
    const count = (kind: 'skipped' | 'failed' | undefined): number =>
      lines.filter(({ outcome, isInGroup }) => outcome?.kind === kind && !isInGroup).length;
    const inGroups = lines.filter(({ isInGroup }) => isInGroup).length;
    const withTarget = lines.filter(
      ({ findings: [first], outcome }) => !outcome && first?.kind === 'moves' && first.hasTarget,
    ).length;
    return [count(undefined), withTarget, inGroups, count('skipped'), count('failed')];
  }, [lines]);
  const words = [
    ...(sent === 0 ? [changes.noneToMove] : []),
    ...(sent > giving ? [changes.willMove(sent - giving)] : []),
    ...(giving > 0 ? [changes.willOnlyLose(giving, from)] : []),
    ...(sent > 0 && along > 0 ? [changes.willGoAlong(along)] : []),
    ...(sent > 0 && staying > 0 ? [changes.willStay(staying)] : []),
    ...(sent > 0 && failing > 0 ? [changes.cannotMove(failing)] : []),
    ...(seatsMissing > 0 ? [changes.seatsMissing(seatsMissing)] : []),
  ];
  return (
    <p role="status" className={styles.summary}>
      {words.join(' · ')}
    </p>
  );
}
