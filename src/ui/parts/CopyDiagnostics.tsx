import { makeStyles } from '@fluentui/react-components';
import { use, useEffect, useState } from 'react';
import { DiagnosticsContext } from '../diagnostics';
import { useCriticalMessages } from '../messages/CriticalMessagesContext';
import { CopyButton } from './CopyButton';

const useStyles = makeStyles({
  // The browser styles it by the color scheme, which follows the theme.
  byHand: { flexBasis: '100%', '& textarea': { boxSizing: 'border-box', width: '100%' } },
});

/** Copies the diagnostics for support. If the clipboard is denied, shows them to copy by hand. */
export function CopyDiagnostics() {
  const diagnostics = use(DiagnosticsContext);
  const styles = useStyles();
  const { common } = useCriticalMessages();
  const [text, setText] = useState<string>();
  // Preloads the code, since browsers allow copying only for a moment after the click.
  useEffect(() => void diagnostics?.collect(), [diagnostics]);
  if (!diagnostics) return null;
  return (
    <>
      <CopyButton
        text={() => diagnostics.collect()}
        label={common.copyDiagnostics}
        appearance="subtle"
        onDenied={setText}
      />
      {text !== undefined && (
        // Not live, or the alert around it would announce the whole text.
        <label className={styles.byHand} aria-live="off">
          {common.copyByHand}
          <textarea readOnly rows={8} value={text} ref={selectAll} />
        </label>
      )}
    </>
  );
}

function selectAll(area: HTMLTextAreaElement | null): void {
  area?.focus();
  area?.select();
}
