import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { DoorNotice } from '../../parts/DoorNotice';
import { useDoors } from '../../queries/useDoors';
import { useSectionStyles } from './sectionStyles';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground3 },
  fact: { margin: 0 },
});

/** The services that licenses are read from, and their states; nothing until they are known. */
export function DoorSection(): ReactNode {
  const styles = { ...useSectionStyles(), ...useStyles() };
  const { doors: words } = useMessages();
  const doors = useDoors();
  if (!doors) return undefined;
  return (
    <section className={styles.section} aria-labelledby="doors">
      <h2 id="doors" className={styles.title}>
        {words.title}
      </h2>
      <dl className={styles.facts}>
        {[...doors.states].map(([door, { kind }]) => (
          <div key={door} style={{ display: 'contents' }}>
            <dt className={styles.term}>{words.name[door]}</dt>
            <dd className={styles.fact}>{words.state[kind]}</dd>
          </div>
        ))}
      </dl>
      <DoorNotice />
    </section>
  );
}
