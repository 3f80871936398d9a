import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Decision } from '../../../storage/decisions';
import { maxImportBytes } from '../../../storage/exportFile';
import type { ImportProblem } from '../../../storage/exportFile';
import type { ImportPreview } from '../../../storage/personalData';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { ConfirmDialog } from '../../parts/ConfirmDialog';
import { useProducts } from '../../queries/useProducts';
import type { KeptData } from '../../services';

const useStyles = makeStyles({
  input: { display: 'none' },
  problem: { flexBasis: '100%', order: 1 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' },
});

type Ready = Extract<ImportPreview, { kind: 'ready' }>;
type Refusal = ImportProblem | { readonly code: 'unreadable' };

interface ImportFileProps {
  readonly data: Pick<KeptData, 'previewImport' | 'applyImport'>;
  readonly onStart: () => void;
  readonly onDone: () => void;
}

/** The button **Import**: reads a file, says what it would change, and imports it after a confirmation. */
export function ImportFile({ data, onStart, onDone }: ImportFileProps): ReactNode {
  const styles = useStyles();
  const { about } = useMessages();
  const input = useRef<HTMLInputElement>(null);
  const [preview, setPreview] = useState<Ready>();
  const [refusal, setRefusal] = useState<Refusal>();
  const read = async (file: File): Promise<void> => {
    onStart();
    setRefusal(undefined);
    try {
      // Before the text of a large file is in memory.
      if (file.size > maxImportBytes) return setRefusal({ code: 'too-large' });
      const found = data.previewImport(await file.text());
      if (found.kind === 'ready') setPreview(found);
      else setRefusal(found.problem);
    } catch {
      // Moved or changed since it was chosen.
      setRefusal({ code: 'unreadable' });
    }
  };
  return (
    <>
      <Button onClick={() => input.current?.click()}>{about.import}</Button>
      <input
        ref={input}
        className={styles.input}
        type="file"
        aria-label={about.import}
        accept=".json,application/json"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) void read(file);
          // The same file can be chosen again after it was corrected.
          currentTarget.value = '';
        }}
      />
      {refusal && (
        <div className={styles.problem}>
          <Problem problem={refusal} />
        </div>
      )}
      {preview && (
        <ImportDialog
          preview={preview}
          onDismiss={() => setPreview(undefined)}
          onConfirm={() => {
            data.applyImport(preview.contents);
            setPreview(undefined);
            onDone();
          }}
        />
      )}
    </>
  );
}

function Problem({ problem }: { readonly problem: Refusal }): ReactNode {
  const styles = useStyles();
  const { about } = useMessages();
  const { title, action } = about.importProblems[problem.code];
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {action}
        {problem.code === 'invalid' && (
          <ul className={styles.list}>
            {problem.places.map((place) => (
              <li key={place}>{place}</li>
            ))}
          </ul>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}

interface ImportDialogProps {
  readonly preview: Ready;
  readonly onConfirm: () => void;
  readonly onDismiss: () => void;
}

function ImportDialog({ preview, onConfirm, onDismiss }: ImportDialogProps): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const { about, common } = messages;
  const { products = [] } = useProducts();
  const nameOf = (key: string): string => products.find((product) => product.key === key)?.name ?? key;
  const { decisions, drafts } = preview;
  const replaced = [
    ...decisions.replaced.map(({ key, before, after }) =>
      about.replacedChoice(nameOf(key), decisionText(before, messages), decisionText(after, messages)),
    ),
    ...drafts.replaced.map(({ key }) => about.replacedDraft(nameOf(key))),
  ];
  const unchanged = decisions.unchanged + drafts.unchanged;
  const isNothingNew = decisions.added.length + drafts.added.length + replaced.length === 0;
  return (
    <ConfirmDialog
      title={about.importTitle}
      confirm={about.import}
      dismiss={common.cancel}
      isDisabled={isNothingNew}
      onConfirm={() => !isNothingNew && onConfirm()}
      onDismiss={onDismiss}
    >
      {isNothingNew && <p>{about.importNothing}</p>}
      {decisions.added.length > 0 && <p>{about.importChoices(decisions.added.length)}</p>}
      {drafts.added.length > 0 && <p>{about.importDrafts(drafts.added.length)}</p>}
      {replaced.length > 0 && (
        <>
          <p>{about.importReplaces}</p>
          <ul className={styles.list}>
            {replaced.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
      {!isNothingNew && unchanged > 0 && <p>{about.importUnchanged(unchanged)}</p>}
    </ConfirmDialog>
  );
}

function decisionText(decision: Decision, { about, format }: Messages): string {
  if (typeof decision !== 'object') return about.decision[decision];
  return format.list([about.decision[decision.choice ?? 'none'], about.named(decision.name)]);
}
