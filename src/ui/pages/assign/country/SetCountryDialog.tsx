import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Select,
  tokens,
} from '@fluentui/react-components';
import { useId, useMemo, useState, type ReactNode } from 'react';
import type { UserPrincipal } from '../../../../base/principal';
import { countryName, listCountries } from '../../../../license-jobs/usage-location/countries';
import { planUsageLocations } from '../../../../license-jobs/usage-location/setUsageLocations';
import { useMessages } from '../../../messages/MessagesContext';
import { JobPanel } from '../../../parts/JobPanel/JobPanel';
import { PlanFailure } from '../../../parts/JobPanel/PlanFailure';
import { usePlanJob } from '../../../parts/JobPanel/usePlanJob';
import { PrincipalName } from '../../../parts/PrincipalName';
import { useBackStep } from '../../../parts/useBackStep';
import { useReturnFocus } from '../../../parts/useReturnFocus';
import { VirtualGrid } from '../../../parts/VirtualGrid/VirtualGrid';

const useStyles = makeStyles({
  surface: { maxWidth: '640px', width: 'calc(100vw - 32px)', boxSizing: 'border-box' },
  content: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  text: { margin: 0 },
  sum: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

/** People without a country, and the callbacks of the dialog. */
interface SetCountryDialogProps {
  readonly people: readonly UserPrincipal[];
  readonly onBegun: (jobId: string) => void;
  readonly onClose: () => void;
}

/** The dialog **Set usage location**: the admin chooses a country and people, then the job. Closing leaves the job running. */
export function SetCountryDialog({ people, onBegun, onClose }: SetCountryDialogProps): ReactNode {
  const styles = useStyles();
  useReturnFocus();
  useBackStep(onClose);
  const { assign, common } = useMessages();
  const { begin, isPlanning, error } = usePlanJob();
  const [jobId, setJobId] = useState<string>();
  // Neither is guessed: only the admin knows where a person works.
  const [country, setCountry] = useState('');
  const [selected, setSelected] = useState<ReadonlySet<string>>(
    () => new Set(people.length === 1 ? people.map(keyOf) : []),
  );
  const reasonId = useId();
  const chosen = people.filter(({ id }) => selected.has(id));
  const reason =
    chosen.length === 0 ? assign.countryNoPeople : country === '' ? assign.countryNone : undefined;

  function start(): void {
    if (reason !== undefined || isPlanning) return;
    // What keeps it from being planned is shown in the dialog.
    begin(planUsageLocations(chosen, country)).then(
      (id) => {
        setJobId(id);
        onBegun(id);
      },
      () => undefined,
    );
  }

  return (
    <Dialog open modalType="modal" onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{assign.countryTitle}</DialogTitle>
          <DialogContent className={styles.content}>
            {jobId === undefined ? (
              <>
                <p className={styles.text}>{assign.countryIntro}</p>
                <CountrySelect value={country} onChange={setCountry} />
                <People people={people} selected={selected} onChange={setSelected} />
                <Sum count={chosen.length} country={country} />
                <PlanFailure error={error} onRetry={start} />
              </>
            ) : (
              <JobPanel jobId={jobId} />
            )}
          </DialogContent>
          {jobId === undefined ? (
            <DialogActions>
              {reason !== undefined && <span id={reasonId}>{reason}</span>}
              <Button onClick={onClose}>{common.cancel}</Button>
              <Button
                appearance="primary"
                disabledFocusable={reason !== undefined || isPlanning}
                aria-describedby={reason === undefined ? undefined : reasonId}
                onClick={start}
              >
                {assign.countrySet}
              </Button>
            </DialogActions>
          ) : (
            <DialogActions>
              <Button appearance="primary" onClick={onClose}>
                {common.close}
              </Button>
            </DialogActions>
          )}
        </DialogBody>
      </DialogSurface>
    </Dialog>
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
  const { assign, format } = useMessages();
  const countries = useMemo(() => listCountries(format.locale), [format.locale]);
  return (
    <Field label={assign.countryLabel} required>
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
  readonly selected: ReadonlySet<string>;
  readonly onChange: (selected: ReadonlySet<string>) => void;
}

function People({ people, selected, onChange }: PeopleProps): ReactNode {
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
      label={assign.countryPeople}
      columns={columns}
      rows={people}
      keyOf={keyOf}
      selection={{ selected, onChange }}
      selectLabelOf={({ displayName }) => assign.countrySelect(displayName)}
      selectAllLabel={assign.countrySelectAll}
      maxHeight="30vh"
    />
  );
}

function Sum({ count, country }: { readonly count: number; readonly country: string }): ReactNode {
  const styles = useStyles();
  const { assign, format } = useMessages();
  return (
    <>
      <p className={styles.text}>{assign.countryForever}</p>
      <p className={styles.text}>{assign.countryPermission}</p>
      <p role="status" className={styles.sum}>
        {count > 0 && country !== '' && assign.countrySum(count, countryName(country, format.locale))}
      </p>
    </>
  );
}
