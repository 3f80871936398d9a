import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { Product } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { RenameDialog } from '../../parts/RenameDialog';
import { CopyButton } from '../../parts/CopyButton';
import { ExternalLinkDialog } from '../../parts/ExternalLinkDialog';
import { PlanName } from '../../parts/PlanName';
import { Section } from './Section';
import { Doors, Subscriptions } from './Subscriptions';

const useStyles = makeStyles({
  sections: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 20rem), 1fr))',
    gap: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXXL}`,
    alignItems: 'start',
    paddingTop: tokens.spacingVerticalS,
  },
  wide: { gridColumn: '1 / -1' },
  name: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
});

/** Plans, subscriptions, links and identifiers of a product. */
export function AboutTab({ product }: { readonly product: Product }): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.sections}>
      {product.owned && (
        <div className={styles.wide}>
          <Subscriptions owned={product.owned} />
        </div>
      )}
      {product.owned?.doors && <Doors owned={product.owned} doors={product.owned.doors} />}
      {product.owned && <Plans product={product} />}
      <VendorLinks product={product} />
      <Identifiers product={product} />
      {/* Names of the catalogue can't be changed, here as in the list; a name chosen before can always be reset. */}
      {(product.classification.because !== 'catalogue' ||
        product.isHidden ||
        product.defaultName !== undefined) && <Name product={product} />}
    </div>
  );
}

/** The product's name, which the admin can change. */
function Name({ product }: { readonly product: Product }): ReactNode {
  const styles = useStyles();
  const { classify } = useMessages();
  const [isRenaming, setIsRenaming] = useState(false);
  return (
    <Section title={classify.name}>
      <div className={styles.name}>
        <span className={styles.words}>{product.name}</span>
        <Button
          size="small"
          aria-label={classify.renameProduct(product.name)}
          onClick={() => setIsRenaming(true)}
        >
          {classify.rename}
        </Button>
      </div>
      {isRenaming && <RenameDialog product={product} onClose={() => setIsRenaming(false)} />}
    </Section>
  );
}

const useIdentifiersStyles = makeStyles({
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
function Identifiers({ product }: { readonly product: Product }): ReactNode {
  const styles = useIdentifiersStyles();
  const { product: words, doors: doorWords } = useMessages();
  const { owned, entraAppId, installTarget: target } = product;
  const facts = [
    [words.skuId, owned?.identifiers.skuId],
    [words.skuPartNumber, owned?.identifiers.partNumber],
    [doorWords.catalogId, owned?.identifiers.catalogId],
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

const usePlansStyles = makeStyles({
  plans: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalS },
  quiet: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});

/** The apps and services in a product. */
function Plans({ product }: { readonly product: Product }): ReactNode {
  const styles = usePlansStyles();
  const { product: words } = useMessages();
  const plans = product.owned?.plans ?? [];
  return (
    <Section title={words.plansTitle}>
      {plans.length === 0 && <p className={styles.quiet}>{words.plansEmpty}</p>}
      <ul className={styles.plans}>
        {plans.map((plan) => {
          const { id, partName, isUserScoped } = plan;
          const notes = [
            ...(product.planNames[id] === undefined ? [] : [partName]),
            ...(isUserScoped ? [] : [words.planOrganization]),
          ];
          return (
            <li key={id}>
              <PlanName {...{ product, plan }} />
              {notes.length > 0 && <div className={styles.quiet}>{notes.join(' · ')}</div>}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

const useVendorLinksStyles = makeStyles({
  links: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalS },
  publisher: { margin: 0 },
  quiet: {
    margin: `0 0 ${tokens.spacingVerticalS}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
});

/** Links to the vendor's pages. Each names its site before it opens. */
function VendorLinks({ product }: { readonly product: Product }): ReactNode {
  const styles = useVendorLinksStyles();
  const { product: words, products, classify } = useMessages();
  const [url, setUrl] = useState<string>();
  const links = [
    [words.linkManage, product.links.manage],
    [words.linkWebsite, product.links.website],
    [words.linkSupport, product.links.support],
  ].flatMap(([name, address]) => (name && address ? [{ name, address }] : []));
  return (
    <Section title={words.linksTitle}>
      <p className={styles.publisher}>{product.publisher ?? products.unknownPublisher}</p>
      <p className={styles.quiet}>{classify.because[product.classification.because]}</p>
      {links.length === 0 && <p className={styles.quiet}>{words.linksEmpty}</p>}
      <ul className={styles.links}>
        {links.map(({ name, address }) => (
          <li key={name}>
            <Link as="button" onClick={() => setUrl(address)}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
      {url && <ExternalLinkDialog url={url} onClose={() => setUrl(undefined)} />}
    </Section>
  );
}
