import { Button, Field, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { useId, type ReactNode, type Ref } from 'react';
import { isSent } from '../../../licensing/preflight/preflight';
import type { AssignableProduct } from '../../../licensing/product';
import { countForGroup, evaluateGroupOffer } from '../../../license-jobs/assign/assignmentMethod';
import { useMessages } from '../../messages/MessagesContext';
import { useBackStep } from '../../parts/useBackStep';
import { MethodPicker } from './MethodPicker';
import { ProductSection, othersThan } from './ProductSection';
import { userPlans } from './PlanSwitches';
import { chosenPoolOf, hasPoolChoice, poolName } from './PoolPicker';
import type { Assignees } from './useAssignees';
import type { AssignOptionsState, EditedOptions } from './useAssignOptions';

interface OptionsProps {
  readonly list: Assignees;
  readonly assignable: readonly AssignableProduct[];
  readonly options: EditedOptions;
}

const useTitleStyles = makeStyles({
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** The options of the assignment. Each shows only if it makes a difference for the current list. */
export function OptionsPage(
  props: OptionsProps & { readonly onChange: AssignOptionsState['change']; readonly onBack: () => void },
): ReactNode {
  const { list, assignable, options, onChange, onBack } = props;
  const styles = useTitleStyles();
  const { assign } = useMessages();
  useBackStep(onBack);
  const { lines } = list.preflight;
  const [product] = list.products;
  const offer = evaluateGroupOffer(lines, list.products.length);
  return (
    <>
      <h3 className={styles.title}>{assign.options}</h3>
      {product && offer !== 'none' && (
        <MethodPicker
          {...{ product, offer }}
          people={countForGroup(lines)}
          method={options.method}
          onChange={(method) => onChange({ method })}
        />
      )}
      {isShort(list, options) && (
        <SeatsShortChoice
          stopsWithoutSeats={options.stopsWithoutSeats}
          onChange={(stopsWithoutSeats) => onChange({ stopsWithoutSeats })}
        />
      )}
      <ProductSection {...{ list, assignable, options, onChange }} />
    </>
  );
}

/** True if it makes a difference whether the job pauses when no license is left. */
function isShort({ preflight: { lines, seats } }: Assignees, { method }: EditedOptions): boolean {
  return method.kind === 'direct' && seats.some(({ missing }) => missing > 0) && lines.some(isSent);
}

interface SeatsShortChoiceProps {
  readonly stopsWithoutSeats: boolean;
  readonly onChange: (stopsWithoutSeats: boolean) => void;
}

/** Asks whether to pause or to go on when no license is left. */
function SeatsShortChoice({ stopsWithoutSeats, onChange }: SeatsShortChoiceProps): ReactNode {
  const { assign } = useMessages();
  return (
    <Field label={assign.seatsShortTitle}>
      <RadioGroup
        value={stopsWithoutSeats ? 'stop' : 'go-on'}
        onChange={(_event, { value }) => onChange(value === 'stop')}
      >
        <Radio value="go-on" label={assign.seatsShortGoOn} />
        <Radio value="stop" label={assign.seatsShortStop} />
      </RadioGroup>
    </Field>
  );
}

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexShrink: 0,
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    minHeight: '40px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
  },
});

/** The line that sums up the options and opens their page; nothing if there is nothing to choose. */
export function OptionsLine({
  list,
  assignable,
  options,
  button,
  onOpen,
}: OptionsProps & { readonly button: Ref<HTMLButtonElement>; readonly onOpen: () => void }): ReactNode {
  const styles = useStyles();
  const { assign, doors } = useMessages();
  const summaryId = useId();
  const { products, preflight } = list;
  const plans = products.flatMap(userPlans);
  const off = products.flatMap(({ key }) => options.disabledPlanIds[key] ?? []).length;
  const chosenPools = products.flatMap((product) => {
    const pool = chosenPoolOf(product, options.chosenPools);
    return pool ? [poolName(product, pool, doors)] : [];
  });
  const isOffered =
    evaluateGroupOffer(preflight.lines, products.length) !== 'none' ||
    isShort(list, options) ||
    products.some((product) => userPlans(product).length > 1) ||
    products.length > 1 ||
    products.some(hasPoolChoice) ||
    othersThan(products, assignable).length > 0;
  if (!isOffered) return undefined;
  return (
    <div className={styles.line}>
      <span id={summaryId}>
        {[
          options.method.kind === 'direct' ? assign.optionDirect : assign.optionGroup,
          ...(plans.length > 1 ? [assign.optionApps(plans.length - off, plans.length)] : []),
          assign.optionProducts(products.length),
          ...chosenPools,
          ...(options.stopsWithoutSeats ? [assign.optionPauses] : []),
        ].join(' · ')}
      </span>
      <Button
        ref={button}
        aria-describedby={summaryId}
        appearance="subtle"
        icon={<ChevronRightRegular />}
        iconPosition="after"
        onClick={onOpen}
      >
        {assign.options}
      </Button>
    </div>
  );
}
