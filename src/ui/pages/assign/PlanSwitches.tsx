import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Checkbox,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import type { AssignableProduct } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { PlanName } from '../../parts/PlanName';

const useStyles = makeStyles({
  count: { color: tokens.colorNeutralForeground3, whiteSpace: 'pre' },
  note: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  plans: { display: 'grid' },
});

interface PlanSwitchesProps {
  readonly product: AssignableProduct;
  /** Id of the heading with the product's name. Default is no heading, for a single product. */
  readonly nameId?: string;
  readonly disabledPlanIds: readonly string[];
  readonly onChange: (disabledPlanIds: readonly string[]) => void;
}

/** Returns the apps and services of the product that can be turned on and off for a person. */
export function userPlans({ owned }: AssignableProduct): AssignableProduct['owned']['plans'] {
  return owned.plans.filter(({ isUserScoped }) => isUserScoped);
}

/** Switches for the product's apps and services, if it has several. */
export function PlanSwitches(props: PlanSwitchesProps): ReactNode {
  const { product, nameId, disabledPlanIds, onChange } = props;
  const styles = useStyles();
  const { assign } = useMessages();
  const titleId = useId();
  const plans = userPlans(product);
  if (plans.length < 2) return undefined;
  const onCount = plans.length - disabledPlanIds.length;
  const labelledBy = nameId && `${nameId} ${titleId}`;

  function turn(planId: string, isOn: boolean): void {
    const others = disabledPlanIds.filter((id) => id !== planId);
    onChange(isOn ? others : [...others, planId]);
  }

  return (
    <Accordion collapsible>
      <AccordionItem value="plans">
        <AccordionHeader
          as={nameId ? 'h5' : 'h3'}
          expandIconPosition="end"
          inline={false}
          button={{ 'aria-labelledby': labelledBy }}
        >
          <span id={titleId}>
            {assign.plansTitle}
            <span className={styles.count}>{assign.plansOn(onCount, plans.length)}</span>
          </span>
        </AccordionHeader>
        <AccordionPanel>
          <p className={styles.note}>{assign.plansNote}</p>
          <div
            role="group"
            aria-label={labelledBy ? undefined : assign.plansTitle}
            aria-labelledby={labelledBy}
            className={styles.plans}
          >
            {plans.map((plan) => (
              <Checkbox
                key={plan.id}
                label={<PlanName {...{ product, plan }} />}
                checked={!disabledPlanIds.includes(plan.id)}
                onChange={(_event, { checked }) => turn(plan.id, checked === true)}
              />
            ))}
          </div>
          {onCount === 0 && <p role="alert">{assign.plansNoneOn}</p>}
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
