import type { ReactNode } from 'react';
import type { AssignableProduct } from '../../../licensing/product';
import { isSent } from '../../../licensing/preflight/preflight';
import type { AssignOptions } from '../../../license-jobs/assign/planAssignJob';
import { ProductSection } from './ProductSection';
import { SeatsShortChoice } from './SeatsShortChoice';
import type { Assignees } from './useAssignees';
import type { AssignOptionsState } from './useAssignOptions';
import { evaluateGroupOffer } from '../../../license-jobs/assign/assignmentMethod';
import { MethodPicker } from './MethodPicker';

/** The options, and what they depend on. */
interface AssignOptionsFormProps {
  readonly list: Assignees;
  readonly assignable: readonly AssignableProduct[];
  readonly options: AssignOptions;
  readonly onChange: AssignOptionsState['change'];
}

/** What can be decided besides the list; nothing is asked that makes no difference to it. */
export function AssignOptionsForm(props: AssignOptionsFormProps): ReactNode {
  const { list, assignable, options, onChange } = props;
  const { lines, seats } = list.preflight;
  const [product] = list.products;
  const offer = evaluateGroupOffer(lines, list.products.length);
  const sent = lines.filter(isSent).length;
  return (
    <>
      {product && offer !== 'none' && (
        <MethodPicker
          {...{ product, offer }}
          people={sent}
          method={options.method}
          onChange={(method) => onChange({ method })}
        />
      )}
      {seats.some(({ missing }) => missing > 0) && sent > 0 && options.method.kind === 'direct' && (
        <SeatsShortChoice
          stopsWithoutSeats={options.stopsWithoutSeats}
          onChange={(stopsWithoutSeats) => onChange({ stopsWithoutSeats })}
        />
      )}
      <ProductSection
        {...{ list, assignable }}
        disabledPlanIds={options.disabledPlanIds}
        onChange={(disabledPlanIds) => onChange({ disabledPlanIds })}
      />
    </>
  );
}
