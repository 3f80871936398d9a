import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { ChosenLine } from './ChosenLine';
import type { AssignList } from './useAssignList';

const useStyles = makeStyles({
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  empty: { margin: 0, color: tokens.colorNeutralForeground3 },
  spoken: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** Those who shall get the product, each with its verdict; what is added and taken off is read out. */
export function ChosenList({ list }: { readonly list: AssignList }): ReactNode {
  const styles = useStyles();
  const { assign } = useMessages();
  const { principals, preflight, checks, lastChange } = list;
  const section = useRef<HTMLElement>(null);
  const removedAt = useRef<number>(undefined);

  // The button that was pressed is gone: the focus goes to the line that took its place.
  useEffect(() => {
    if (removedAt.current === undefined) return;
    const buttons = section.current?.querySelectorAll<HTMLElement>('li > button') ?? [];
    const next = buttons[Math.min(removedAt.current, buttons.length - 1)];
    (next ?? section.current?.querySelector<HTMLElement>('h3'))?.focus();
    removedAt.current = undefined;
  }, [principals]);

  return (
    <section ref={section}>
      <h3 className={styles.title} tabIndex={-1}>
        {principals.length > 0 ? assign.listCount(principals.length) : assign.listTitle}
      </h3>
      <div role="status" className={styles.spoken}>
        {lastChange && assign[lastChange.kind](lastChange.name)}
      </div>
      {principals.length === 0 && <p className={styles.empty}>{assign.listEmpty}</p>}
      {checks.error && <ErrorNotice error={checks.error} onRetry={checks.retry} />}
      <ul className={styles.list}>
        {preflight.lines.map((line, index) => (
          <ChosenLine
            key={line.principal.id}
            line={line}
            isPending={checks.pending.has(line.principal.id)}
            onRemove={() => {
              removedAt.current = index;
              list.remove(line.principal);
            }}
          />
        ))}
      </ul>
    </section>
  );
}
