import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import type { UserPrincipal } from '../../../base/principal';
import { useMessages } from '../../messages/MessagesContext';
import { useServices } from '../../services';
import { useJob } from '../JobPanel/useJob';
import { SetUsageLocationDialog } from './SetUsageLocationDialog';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  text: { margin: 0, flexGrow: 1, flexBasis: '220px' },
});

/** People without a country, and what happens with the countries that they get. */
interface MissingUsageLocationsProps {
  readonly missing: readonly UserPrincipal[];
  /** Called with the country of everyone who has it now, by id. */
  readonly onSet: (locations: ReadonlyMap<string, string>) => void;
}

/** Says for whom a country is missing, and sets it in place; nothing where all have one, or the person may not change users. */
export function MissingUsageLocations({ missing, onSet }: MissingUsageLocationsProps): ReactNode {
  const styles = useStyles();
  const { assign } = useMessages();
  const { me } = useServices();
  const [asked, setAsked] = useState<readonly UserPrincipal[]>();
  const [jobIds, setJobIds] = useState<readonly string[]>([]);
  // A Groups Administrator may not change users (Entra: built-in roles).
  const isOffered = missing.length > 0 && me.access !== 'assign-to-groups';
  return (
    <>
      {isOffered && (
        <div className={styles.bar}>
          <p className={styles.text}>{assign.countryMissing(missing.length)}</p>
          <Button onClick={() => setAsked(missing)}>{assign.countrySet}</Button>
        </div>
      )}
      {asked && (
        <SetUsageLocationDialog
          people={asked}
          onBegun={(id) => setJobIds((before) => [...before, id])}
          onClose={() => setAsked(undefined)}
        />
      )}
      {jobIds.map((id) => (
        <FollowedJob key={id} jobId={id} onSet={onSet} />
      ))}
    </>
  );
}

interface FollowedJobProps extends Pick<MissingUsageLocationsProps, 'onSet'> {
  readonly jobId: string;
}

/** Hands on what a job has reached, whether its dialog is open or not, so that these people are checked again. */
function FollowedJob({ jobId, onSet }: FollowedJobProps): ReactNode {
  const state = useJob(jobId).job?.state;
  useEffect(() => {
    const locations = new Map<string, string>();
    for (const { input, outcome } of state?.items ?? []) {
      // eslint-disable-next-line words/plain-words -- a code that journals hold
      const isSo = outcome?.kind === 'skipped' && outcome.reason === 'already-so';
      if ((outcome?.kind === 'done' || isSo) && input.usageLocation !== undefined)
        locations.set(input.principal.id, input.usageLocation);
    }
    if (locations.size > 0) onSet(locations);
  }, [state, onSet]);
  return undefined;
}
