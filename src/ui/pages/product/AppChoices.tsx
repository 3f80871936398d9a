import { Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Product } from '../../../licensing/product';
import type { ServicePlan } from '../../../licensing/types';
import { useMessages } from '../../messages/MessagesContext';
import type { AppSwitches } from '../../../license-jobs/replace-plans/planAppSwitches';

const useStyles = makeStyles({
  choices: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(240px, 100%), 1fr))',
    gap: tokens.spacingVerticalM,
  },
});

/** The apps that can be switched, and how. */
interface AppChoicesProps {
  readonly product: Product;
  readonly plans: readonly ServicePlan[];
  /** For how many of the direct holders each app is on now, by plan id; and how many there are. */
  readonly onNow: ReadonlyMap<string, number>;
  readonly holders: number;
  readonly switches: AppSwitches;
  readonly onSwitches: (switches: AppSwitches) => void;
}

/** On, off or as it is, for each app of a product. */
export function AppChoices(props: AppChoicesProps): ReactNode {
  const { product, plans, onNow, holders, switches, onSwitches } = props;
  const styles = useStyles();
  const { changes } = useMessages();

  function choose(planId: string, choice: string): void {
    const next = new Map(switches);
    if (choice === 'on' || choice === 'off') next.set(planId, choice);
    else next.delete(planId);
    onSwitches(next);
  }

  return (
    <div role="group" aria-label={changes.appChoices} className={styles.choices}>
      {plans.map(({ id, partName }) => (
        <Field
          key={id}
          label={product.planNames[id] ?? partName}
          hint={changes.onNow(onNow.get(id) ?? 0, holders)}
        >
          <Select value={switches.get(id) ?? 'keep'} onChange={(_event, { value }) => choose(id, value)}>
            {(['keep', 'on', 'off'] as const).map((choice) => (
              <option key={choice} value={choice}>
                {changes.choice[choice]}
              </option>
            ))}
          </Select>
        </Field>
      ))}
    </div>
  );
}
