import { Field, makeStyles, Select } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useCallback, useState, useSyncExternalStore, type ReactNode } from 'react';
import { retentionChoices, type JobRetention } from '../../../storage/settings';
import { useMessages } from '../../messages/MessagesContext';
import { ConfirmDialog } from '../../parts/ConfirmDialog';
import { ErrorNotice } from '../../parts/ErrorNotice';
import type { JobRetentionControl } from '../../services';

const useStyles = makeStyles({ field: { maxWidth: '360px' } });

/** The setting that says how long finished jobs are kept; asks before a shorter time deletes some of them. */
export function JobRetentionField({ retention }: { readonly retention: JobRetentionControl }): ReactNode {
  const styles = useStyles();
  const { about, common } = useMessages();
  const [asked, setAsked] = useState<JobRetention>();
  const subscribe = useCallback((listener: () => void) => retention.subscribe(listener), [retention]);
  const current = useSyncExternalStore(subscribe, () => retention.read());
  const choose = useMutation({
    mutationFn: (choice: JobRetention) => retention.choose(choice),
    onSuccess: () => setAsked(undefined),
  });
  const expired = asked === undefined ? 0 : retention.countExpired(asked);
  return (
    <>
      <Field className={styles.field} label={about.retention} hint={about.retentionNote}>
        <Select
          value={String(current)}
          onChange={(_event, { value }) => {
            const choice = retentionChoices.find((each) => String(each) === value);
            if (choice === undefined) return;
            if (retention.countExpired(choice) > 0) setAsked(choice);
            else choose.mutate(choice);
          }}
        >
          {retentionChoices.map((choice) => (
            <option key={choice} value={String(choice)}>
              {about.retentionChoice(choice)}
            </option>
          ))}
        </Select>
      </Field>
      {asked === undefined && choose.error && <ErrorNotice error={choose.error} />}
      {asked !== undefined && (
        <ConfirmDialog
          title={about.retentionTitle(expired)}
          confirm={choose.isPending ? about.deleting : about.delete}
          dismiss={common.cancel}
          isDisabled={choose.isPending}
          onConfirm={() => choose.mutate(asked)}
          onDismiss={() => setAsked(undefined)}
        >
          <p>{about.retentionText(expired)}</p>
          {choose.error && <ErrorNotice error={choose.error} />}
        </ConfirmDialog>
      )}
    </>
  );
}
