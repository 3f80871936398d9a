import { makeStyles, tokens } from '@fluentui/react-components';
import type { InstallTarget } from '../../../base/installTarget';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import type { InstallStep } from '../../../install/planInstall';

const useStyles = makeStyles({
  words: { display: 'grid', gap: tokens.spacingVerticalS, '> *': { margin: 0 } },
  title: { fontWeight: tokens.fontWeightSemibold },
  note: { color: tokens.colorNeutralForeground2 },
});

/** What is known of the installation so far. */
interface InstallWordsProps {
  /** Undefined for a product that cannot be installed from here. */
  readonly step: InstallStep | undefined;
  readonly target: InstallTarget | undefined;
  readonly isDone: boolean;
  /** Undefined while that is not known. */
  readonly holdsLicense: boolean | undefined;
}

/** The sentences of the install dialog: before, after, or why not. */
export function InstallWords({ step, target, isDone, holdsLicense }: InstallWordsProps) {
  const styles = useStyles();
  const { install } = useMessages();
  if (!step)
    return (
      <div className={styles.words}>
        <p className={styles.title}>{install.noTargetTitle}</p>
        <p>{install.noTargetText}</p>
      </div>
    );
  if (isDone)
    return (
      <div className={styles.words} role="status">
        <p className={styles.title}>
          {step.kind === 'host-dialog' ? install.dialogOpenedTitle : install.leftTitle}
        </p>
        <p>{step.kind === 'host-dialog' ? install.dialogOpenedText : install.leftText(step.host)}</p>
      </div>
    );
  return (
    <div className={styles.words}>
      <p>{beforeText(step, target, install)}</p>
      {holdsLicense === false && <p className={styles.note}>{install.noLicenseNote}</p>}
    </div>
  );
}

function beforeText(
  step: InstallStep,
  target: InstallTarget | undefined,
  install: Messages['install'],
): string {
  if (step.kind === 'host-dialog') return install.hostDialog;
  return target?.kind === 'teams-app' ? install.leadsAwayTeams(step.host) : install.leadsAway(step.host);
}
