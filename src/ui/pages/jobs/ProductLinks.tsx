import { Link, makeStyles } from '@fluentui/react-components';
import { Fragment, type ReactNode } from 'react';
import type { LicenseJobSummary } from '../../../license-jobs/licenseJob';
import { hrefOf, routes } from '../../routes';

// High enough for touch.
const useStyles = makeStyles({ link: { display: 'inline-block', lineHeight: '24px' } });

/** Links to the products of a job. */
export function ProductLinks({ header }: Pick<LicenseJobSummary, 'header'>): ReactNode {
  const styles = useStyles();
  return header.subject.products.map(({ product, name }, index) => (
    <Fragment key={product}>
      {index > 0 && ', '}
      <Link className={styles.link} href={hrefOf(routes.product(product))}>
        {name}
      </Link>
    </Fragment>
  ));
}
