import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Product } from '../../licensing/product';
import type { ServicePlan } from '../../licensing/types';

const useStyles = makeStyles({
  partName: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});

interface PlanNameProps {
  readonly product: Pick<Product, 'planNames'>;
  readonly plan: Pick<ServicePlan, 'id' | 'partName'>;
}

/** Name of an app in a product, or its part name, set as the identifier that it is, where the catalogue has no name. */
export function PlanName({ product: { planNames }, plan: { id, partName } }: PlanNameProps): ReactNode {
  const styles = useStyles();
  return planNames[id] ?? <code className={styles.partName}>{partName}</code>;
}
