import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { Product } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { ExternalLinkDialog } from '../../parts/ExternalLinkDialog';
import { Section } from './Section';

const useStyles = makeStyles({
  links: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalS },
  publisher: { margin: 0 },
  quiet: {
    margin: `0 0 ${tokens.spacingVerticalS}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
});

/** The vendor's pages; each says where it leads before it opens. */
export function VendorLinks({ product }: { readonly product: Product }): ReactNode {
  const styles = useStyles();
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
      <p className={styles.quiet}>{classify.because[product.verdict.because]}</p>
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
