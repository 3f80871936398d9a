import { Button, DrawerFooter, Spinner, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import type { Scope } from '../../../base/scope';
import { mayConsentForAll } from '../../../directory/access';
import { doorOf, writeScopes } from '../../../licensing/door';
import { defaultPool } from '../../../licensing/pools';
import { isSent, type Preflight } from '../../../licensing/preflight/preflight';
import { useMessages } from '../../messages/MessagesContext';
import { PlanFailure } from '../../parts/JobPanel/PlanFailure';
import { keys } from '../../queries/keys';
import { visuallyHidden } from '../../parts/visuallyHidden';
import { useServices, type Services } from '../../services';

/** Minimum number of lines for which the duration is shown. */
const timeSaidFrom = 100;

const narrow = '@media (max-width: 639px)';

const useStyles = makeStyles({
  footer: {
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalM,
    paddingInline: tokens.spacingHorizontalL,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  wide: { [narrow]: { minHeight: '44px' } },
  primary: { [narrow]: { flexGrow: 1 } },
  // The reason and the facts have one place beside the buttons, or above them, so that these stay where they are.
  facts: {
    flex: '1 1 0',
    minWidth: 0,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    ':empty': { display: 'none' },
    [narrow]: { order: -1, flexBasis: '100%' },
  },
  skipped: { color: tokens.colorStatusWarningForeground1 },
  reason: {
    flex: '1 1 0',
    minWidth: 0,
    order: 1,
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    ':empty': { position: 'absolute' },
    [narrow]: { order: -1, flexBasis: '100%', lineHeight: tokens.lineHeightBase300 },
  },
  note: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  close: { order: 2, marginInlineStart: 'auto' },
  spoken: visuallyHidden,
});

interface AssignFooterProps {
  readonly preflight: Preflight;
  /** Number of lines that aren't resolved yet. */
  readonly skipped: number;
  /** True if licenses are assigned directly, which takes long for many users. */
  readonly isDirect: boolean;
  /** Reason that **Assign** is disabled, as text; undefined if it's enabled. */
  readonly disabledReason: string | undefined;
  readonly isPlanning: boolean;
  /** Reason that the last start failed. */
  readonly error: Error | null;
  readonly onAssign: () => void;
  readonly onClose: () => void;
}

/** The footer: why nothing could be started, and the buttons, with the number of people beside **Assign**. */
export function AssignFooter(props: AssignFooterProps): ReactNode {
  const { preflight, skipped, isDirect, disabledReason, isPlanning, error, onAssign, onClose } = props;
  const styles = useStyles();
  const { assign, common, doors } = useMessages();
  const services = useServices();
  const [reasonId, factsId] = [useId(), useId()];
  const sent = preflight.lines.filter(isSent);
  const users = sent.filter(({ principal }) => principal.kind === 'user').length;
  // Through a group only the licenses of that group change.
  const changed = isDirect
    ? { users, groups: sent.length - users }
    : { users: 0, groups: Math.min(sent.length, 1) };
  const missing = useMissingPermissions(preflight, changed);
  const isLong = isDirect && sent.length >= timeSaidFrom;
  const inMs = isLong ? timeToSend(sent.length, preflight, services) : undefined;
  const facts = [
    ...(sent.length > 0 && disabledReason === undefined ? [assign.assignTo(users, sent.length - users)] : []),
    ...(inMs === undefined ? [] : [assign.takes(inMs)]),
  ];
  return (
    <DrawerFooter className={styles.footer}>
      <PlanFailure error={error} onRetry={onAssign} />
      {missing.length > 0 && (
        <p className={styles.note}>
          {doors.writePermission(missing, mayConsentForAll(services.me.roleTemplateIds))}
        </p>
      )}
      <div className={styles.buttons}>
        {/* Stays mounted so that a reason is announced when it appears. */}
        <p id={reasonId} role="status" className={mergeClasses(styles.reason, isPlanning && styles.spoken)}>
          {isPlanning ? assign.starting : disabledReason}
        </p>
        <Button
          className={mergeClasses(styles.wide, styles.primary)}
          appearance="primary"
          icon={isPlanning ? <Spinner size="tiny" appearance="inverted" /> : undefined}
          disabledFocusable={isPlanning || disabledReason !== undefined}
          aria-describedby={disabledReason === undefined ? factsId : reasonId}
          onClick={onAssign}
        >
          {isPlanning ? assign.starting : assign.assign}
        </Button>
        <span id={factsId} className={styles.facts}>
          {facts.join(' · ')}
          {facts.length > 0 && skipped > 0 && ' · '}
          {skipped > 0 && <span className={styles.skipped}>{assign.linesSkipped(skipped)}</span>}
        </span>
        <Button className={mergeClasses(styles.wide, styles.close)} onClick={onClose}>
          {common.close}
        </Button>
      </div>
    </DrawerFooter>
  );
}

/** Returns the permissions for changes in cloud licensing that are not given yet; those of the directory and of groups' members are asked for with a job. */
function useMissingPermissions(
  { seats }: Preflight,
  changed: Parameters<typeof writeScopes>[1],
): readonly Scope[] {
  const { openDoors } = useServices();
  const isThroughCloud = seats.some(
    ({ product }) => doorOf(defaultPool(product.owned).pool) === 'cloud-licensing',
  );
  const scopes = isThroughCloud ? writeScopes('cloud-licensing', changed) : [];
  const { data = [] } = useQuery({
    queryKey: [...keys.doors, 'missing', ...scopes],
    queryFn: async () => (await openDoors()).findMissing(scopes),
    enabled: scopes.length > 0,
  });
  return scopes.length > 0 ? data : [];
}

/** Returns the milliseconds that a list takes: the doors work at the same time, and cloud licensing takes a call for each product. */
function timeToSend(
  lines: number,
  { seats }: Preflight,
  { timeForChanges }: Pick<Services, 'timeForChanges'>,
): number {
  const doors = seats.map(({ product }) => doorOf(defaultPool(product.owned).pool));
  const ofCloud = doors.filter((door) => door === 'cloud-licensing').length;
  return Math.max(
    ofCloud < doors.length ? timeForChanges(lines) : 0,
    ofCloud > 0 ? timeForChanges(lines * ofCloud, 'cloud-licensing') : 0,
  );
}
