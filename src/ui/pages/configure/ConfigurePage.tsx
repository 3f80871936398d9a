import { Field, makeStyles, Radio, RadioGroup, Select, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { PageHeader } from '../../parts/PageHeader';
import { Wall } from '../../parts/Wall';
import { useProducts } from '../../queries/useProducts';
import { routes } from '../../routes';

/** Content of a tab. */
export interface TabChoice {
  readonly route: string;
  /** Name proposed for the tab. */
  readonly name: string;
}

interface ConfigurePageProps {
  /** True if a host can save the choice. */
  readonly isAvailable: boolean;
  /** Called at every choice; undefined while it's incomplete. Must be the same function between renders. */
  readonly onChoose: (choice: TabChoice | undefined) => void;
}

type Kind = 'licenses' | 'my-apps' | 'product';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalL, maxWidth: '560px' },
  // Fluent draws an option that isn't chosen in gray, as if it were off.
  option: { color: tokens.colorNeutralForeground1 },
  text: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** The settings of a tab in a team or chat. */
export function ConfigurePage({ isAvailable, onChoose }: ConfigurePageProps) {
  const styles = useStyles();
  const { configure, common } = useMessages();
  const { products = [] } = useProducts();
  const [kind, setKind] = useState<Kind>('licenses');
  const [selected, setSelected] = useState('');
  const product = products.find(({ key }) => key === selected);
  const productKey = product?.key;
  const name = product?.name;
  useEffect(() => {
    if (kind === 'licenses') onChoose({ route: routes.licenses, name: configure.licenses });
    else if (kind === 'my-apps') onChoose({ route: routes.myApps, name: configure.myApps });
    else
      onChoose(
        productKey === undefined || name === undefined
          ? undefined
          : { route: routes.product(productKey), name },
      );
  }, [kind, productKey, name, configure, onChoose]);
  if (!isAvailable) return <Wall title={common.appName} text={configure.notConfigurable} />;
  const option = (title: string, text: string) => (
    <>
      <span className={styles.option}>{title}</span>
      <span className={styles.text}>{text}</span>
    </>
  );
  return (
    <>
      <PageHeader title={configure.title} intro={configure.intro} />
      <div className={styles.form}>
        <RadioGroup
          aria-label={configure.title}
          value={kind}
          onChange={(_event, { value }) => setKind(value as Kind)}
        >
          <Radio value="licenses" label={option(configure.licenses, configure.licensesText)} />
          <Radio value="my-apps" label={option(configure.myApps, configure.myAppsText)} />
          <Radio value="product" label={option(configure.product, configure.productText)} />
        </RadioGroup>
        {kind === 'product' && (
          <Field label={configure.chooseProduct} required>
            <Select value={selected} onChange={(_event, { value }) => setSelected(value)}>
              <option value="" />
              {products
                .filter(
                  ({ owned, isHidden, classification }) =>
                    owned && !isHidden && classification.owner !== 'microsoft',
                )
                .map(({ key, name: productName }) => (
                  <option key={key} value={key}>
                    {productName}
                  </option>
                ))}
            </Select>
          </Field>
        )}
      </div>
    </>
  );
}
