import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Product } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { Section } from './Section';

const useStyles = makeStyles({
  plans: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalS },
  quiet: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});

/** The apps and services in a product. */
export function Plans({ product }: { readonly product: Product }): ReactNode {
  const styles = useStyles();
  const { product: words } = useMessages();
  const plans = product.owned?.plans ?? [];
  return (
    <Section title={words.plansTitle}>
      {plans.length === 0 && <p className={styles.quiet}>{words.plansEmpty}</p>}
      <ul className={styles.plans}>
        {plans.map(({ id, partName, isUserScoped }) => (
          <li key={id}>
            {product.planNames[id] ?? partName}
            <div className={styles.quiet}>
              {partName}
              {!isUserScoped && ` · ${words.planOrganization}`}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
