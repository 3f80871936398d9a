import { Button, makeStyles } from '@fluentui/react-components';
import { DocumentAddRegular } from '@fluentui/react-icons/svg/document-add';
import { useRef, type ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';

const useStyles = makeStyles({ input: { display: 'none' } });

/** The button **Add from file**; several files may be chosen. */
export function AddFromFile({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }): ReactNode {
  const styles = useStyles();
  const { assign } = useMessages();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size="small" icon={<DocumentAddRegular />} onClick={() => input.current?.click()}>
        {assign.addFromFile}
      </Button>
      <input
        ref={input}
        className={styles.input}
        type="file"
        aria-label={assign.addFromFile}
        accept=".csv,.tsv,.tab,.txt,.xlsx,.xlsm,text/csv,text/tab-separated-values,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // The same file can be chosen once more, after it was corrected.
          currentTarget.value = '';
        }}
      />
    </>
  );
}
