import { Field, Link, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { UserPrincipal } from '../../../base/principal';
import { useMessages } from '../../messages/MessagesContext';
import { useServices } from '../../services';
import { useJob } from '../JobPanel/useJob';
import { countryName, listCountries } from '../../../license-jobs/usage-location/countries';
import { planUsageLocations } from '../../../license-jobs/usage-location/setUsageLocations';
import { JobDialog } from '../JobPanel/JobDialog';
import { PrincipalName } from '../PrincipalName';
import { listPrincipals, nothingSelected, withSelected } from '../principalSelection';
import { VirtualGrid } from '../VirtualGrid/VirtualGrid';
import type { GridSelection } from '../VirtualGrid/VirtualGrid.types';

const useStyles = makeStyles({
  // High enough for a finger beside the buttons of the line.
  link: { display: 'inline-block', fontSize: 'inherit', lineHeight: '24px' },
});

interface MissingUsageLocationsProps {
  readonly missing: readonly UserPrincipal[];
  /** Called with the usage locations that were set, by user id. */
  readonly onSet: (locations: ReadonlyMap<string, string>) => void;
}

/**
 * Says how many users have no usage location, and sets it; nothing if there are none, or the admin may not change
 * users.
 */
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
        <span>
          {assign.countryMissing(missing.length)}{' '}
          <Link as="button" className={styles.link} onClick={() => setAsked(missing)}>
            {assign.countrySet}
          </Link>
        </span>
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

/** Passes on the usage locations that a job has set so far, also after its dialog is closed. */
function FollowedJob({ jobId, onSet }: FollowedJobProps): ReactNode {
  const state = useJob(jobId).job?.state;
  useEffect(() => {
    const locations = new Map<string, string>();
    for (const { input, outcome } of state?.items ?? []) {
      const isSo = outcome?.kind === 'skipped' && outcome.reason === 'no-change';
      if ((outcome?.kind === 'done' || isSo) && input.usageLocation !== undefined)
        locations.set(input.principal.id, input.usageLocation);
    }
    if (locations.size > 0) onSet(locations);
  }, [state, onSet]);
  return undefined;
}

const useSetUsageLocationDialogStyles = makeStyles({
  text: { margin: 0 },
  // A select is as wide as its longest option, even if that's wider than the dialog.
  country: { gridTemplateColumns: 'minmax(0, 1fr)', '& select': { width: '100%', minWidth: 0 } },
  sum: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

interface SetUsageLocationDialogProps {
  readonly people: readonly UserPrincipal[];
  /** Accessible name of their list. Default is that none of them has a usage location. */
  readonly label?: string;
  readonly onBegun: (jobId: string) => void;
  readonly onClose: () => void;
}

/**
 * The dialog **Set usage location**: choose a country and users, then follow the job. The job goes on when the dialog
 * is closed.
 */
export function SetUsageLocationDialog(props: SetUsageLocationDialogProps): ReactNode {
  const { people, label, onBegun, onClose } = props;
  const styles = useSetUsageLocationDialogStyles();
  const { assign, format } = useMessages();
  // No country is preselected: only the admin knows where a user works.
  const [country, setCountry] = useState('');
  const listed = useMemo(() => listPrincipals(people), [people]);
  const [selected, setSelected] = useState(() =>
    people.length === 1 ? withSelected(nothingSelected, 'all', true, listed) : nothingSelected,
  );
  const chosen = useMemo(() => people.filter(({ id }) => selected.has(id)), [people, selected]);
  const reason =
    chosen.length === 0 ? assign.countryNoPeople : country === '' ? assign.countryNone : undefined;
  return (
    <JobDialog
      title={assign.countryTitle}
      confirm={assign.countrySet}
      plan={reason === undefined ? () => planUsageLocations(chosen, country) : undefined}
      disabledReason={reason}
      summary={
        <p role="status" className={styles.sum}>
          {reason === undefined && assign.countrySum(chosen.length, countryName(country, format.locale))}
        </p>
      }
      onBegun={onBegun}
      onClose={onClose}
    >
      <p className={styles.text}>{assign.countryIntro}</p>
      <CountrySelect value={country} onChange={setCountry} />
      <p className={styles.text}>{assign.countryForever}</p>
      <p className={styles.text}>{assign.countryPermission}</p>
      <People
        people={people}
        label={label ?? assign.countryPeople}
        selection={{
          selected,
          onChange: (ids, isOn) => setSelected((before) => withSelected(before, ids, isOn, listed)),
        }}
      />
    </JobDialog>
  );
}

const keyOf = ({ id }: UserPrincipal): string => id;

function CountrySelect({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (code: string) => void;
}): ReactNode {
  const styles = useSetUsageLocationDialogStyles();
  const { assign, format } = useMessages();
  const countries = useMemo(() => listCountries(format.locale), [format.locale]);
  return (
    <Field label={assign.countryLabel} required className={styles.country}>
      <Select value={value} onChange={(_event, data) => onChange(data.value)}>
        <option value="">{assign.countryChoose}</option>
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

interface PeopleProps {
  readonly people: readonly UserPrincipal[];
  readonly label: string;
  readonly selection: GridSelection;
}

function People({ people, label, selection }: PeopleProps): ReactNode {
  const { assign } = useMessages();
  const columns = useMemo(
    () => [
      {
        id: 'who',
        header: assign.countryWho,
        width: 'minmax(0, 1fr)',
        isWideWhenNarrow: true,
        render: (person: UserPrincipal) => <PrincipalName principal={person} />,
      },
    ],
    [assign],
  );
  return (
    <VirtualGrid
      label={label}
      columns={columns}
      rows={people}
      keyOf={keyOf}
      selection={selection}
      selectLabelOf={({ displayName }) => assign.countrySelect(displayName)}
      selectAllLabel={assign.countrySelectAll}
    />
  );
}
