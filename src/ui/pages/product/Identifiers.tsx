import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Product } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { CopyButton } from '../../parts/CopyButton';
import { Section } from './Section';

const useStyles = makeStyles({
  list: { margin: 0, display: 'grid', gap: tokens.spacingVerticalS },
  term: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  fact: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    fontFamily: tokens.fontFamilyMonospace,
    overflowWrap: 'anywhere',
  },
  value: { minWidth: 0, userSelect: 'all' },
});

/** The identifiers of a product, each with a button that copies it. */
export function Identifiers({ product }: { readonly product: Product }): ReactNode {
  const styles = useStyles();
  const { product: words } = useMessages();
  const { owned, entraAppId, installTarget: target } = product;
  const facts = [
    [words.skuId, owned?.identifiers.skuId],
    [words.skuPartNumber, owned?.identifiers.partNumber],
    [words.entraAppId, entraAppId],
    [words.teamsAppId, target?.kind === 'teams-app' ? target.teamsAppId : undefined],
  ].flatMap(([term, value]) => (term && value ? [{ term, value }] : []));
  if (facts.length === 0) return undefined;
  return (
    <Section title={words.identifiersTitle}>
      <dl className={styles.list}>
        {facts.map(({ term, value }) => (
          <div key={term}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.fact}>
              <span className={styles.value}>{value}</span>
              <CopyButton text={value} label={words.copy(term)} appearance="subtle" isIconOnly />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
