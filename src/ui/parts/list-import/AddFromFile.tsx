// cspell:ignore ldif
import { Button, makeStyles } from '@fluentui/react-components';
import { DocumentAddRegular } from '@fluentui/react-icons/svg/document-add';
import { useRef, type ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';

const useStyles = makeStyles({ input: { display: 'none' } });

/** Types of files that are read; .xls may be a table of a web page, and what can't be read names the way out. */
const accepted =
  '.csv,.tsv,.tab,.txt,.xlsx,.xlsm,.xls,.json,.vcf,.ldif,.ldf,.md,.html,.htm,text/csv,text/tab-separated-values,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

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
        accept={accepted}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // The same file can be chosen once more, after it was corrected.
          currentTarget.value = '';
        }}
      />
    </>
  );
}
