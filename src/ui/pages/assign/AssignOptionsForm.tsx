import type { ReactNode } from 'react';
import type { Preflight } from '../../../licensing/preflight';
import type { Product } from '../../../licensing/product';
import { isSent } from './isSent';
import type { AssignOptions } from './planAssignJob';
import { PlanSwitches } from './PlanSwitches';
import { SeatsShortChoice } from './SeatsShortChoice';
import type { EditedOptions } from './useAssignOptions';
import { judgeGroupOffer } from './way/assignWay';
import { WayChoice } from './way/WayChoice';

/** The options, and what they depend on. */
export interface AssignOptionsFormProps {
  readonly product: Product;
  readonly skuId: string;
  readonly preflight: Preflight;
  readonly options: AssignOptions;
  readonly onChange: EditedOptions['change'];
}

/** What can be decided besides the list; nothing is asked that makes no difference to it. */
export function AssignOptionsForm(props: AssignOptionsFormProps): ReactNode {
  const { product, skuId, preflight, options, onChange } = props;
  const { lines, seatsMissing } = preflight;
  const offer = judgeGroupOffer(lines);
  const sent = lines.filter(isSent).length;
  return (
    <>
      {offer !== 'none' && (
        <WayChoice
          {...{ product, skuId }}
          people={sent}
          hasGroups={offer === 'groups-in-list'}
          way={options.way}
          onChange={(way) => onChange({ way })}
        />
      )}
      {seatsMissing > 0 && sent > 0 && options.way.kind === 'direct' && (
        <SeatsShortChoice
          stopsWithoutSeats={options.stopsWithoutSeats}
          onChange={(stopsWithoutSeats) => onChange({ stopsWithoutSeats })}
        />
      )}
      <PlanSwitches
        product={product}
        disabledPlanIds={options.disabledPlanIds}
        onChange={(disabledPlanIds) => onChange({ disabledPlanIds })}
      />
    </>
  );
}
