import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import type { ReactNode } from 'react';
import { evaluatePermission } from '../../../licensing/policy/evaluatePermission';
import type { Product } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { hrefOf, routes } from '../../routes';
import { useServices } from '../../services';
import { ExplainedButton } from '../ExplainedButton';
import { AuditedCause } from './AuditedCause';
import { isCauseUnknown, plansOfIssue, productBehind, type IssueGroup } from './groupIssues';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    paddingBlock: tokens.spacingVerticalS,
  },
  words: { flex: '1 1 320px', minWidth: 0 },
  title: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  icon: { flexShrink: 0, fontSize: '16px', color: tokens.colorStatusDangerForeground1 },
  product: { fontWeight: tokens.fontWeightRegular },
  meaning: {
    margin: 0,
    fontWeight: tokens.fontWeightRegular,
    '@media (max-width: 639px)': { fontSize: tokens.fontSizeBase200 },
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    '@media (pointer: coarse)': { '& > *': { minHeight: '40px' } },
  },
});

/** Dialog that an action opens. */
export type IssueDialog = 'reprocess' | 'location' | 'count';

interface IssueGroupHeadProps {
  readonly group: IssueGroup;
  /** All products, in which the other side of a conflict is found. */
  readonly products: readonly Product[];
  /** Names the product too. */
  readonly hasProduct: boolean;
  readonly onAsk: (dialog: IssueDialog) => void;
}

/** Head of a group: the cause, what it means, how many people it concerns, and what fixes it. */
export function IssueGroupHead({ group, products, hasProduct, onAsk }: IssueGroupHeadProps): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const { issues: words } = messages;
  const { product, people } = group;
  return (
    <div className={styles.head}>
      <div className={styles.words}>
        <div className={styles.title}>
          <ErrorCircleRegular className={styles.icon} aria-hidden />
          <span>
            {words.cause(causeTitle(group, products, messages), people.length)}
            {hasProduct && <span className={styles.product}> · {product.name}</span>}
          </span>
        </div>
        <p className={styles.meaning}>{meaningOf(group, products, messages)}</p>
        {isCauseUnknown(group) && <AuditedCause {...{ group, products }} />}
      </div>
      <div className={styles.actions}>
        <Actions {...{ group, products, hasProduct, onAsk }} />
      </div>
    </div>
  );
}

/** Returns the title of a cause, which names the product behind it where that is known. */
function causeTitle(
  group: IssueGroup,
  products: readonly Product[],
  { product: words, issues }: Messages,
): string {
  const behind = productBehind(group, products);
  return behind ? issues.blocked(behind.name) : words.issue[group.cause];
}

function meaningOf(
  group: IssueGroup,
  products: readonly Product[],
  { issues: words, product: productWords }: Messages,
): string {
  const { cause, detail, product } = group;
  switch (cause) {
    case 'not-enough-licenses':
      return words.noLicenses(product.owned?.seats.available);
    case 'usage-location':
      return words.usageLocation;
    case 'conflicting-plans': {
      const { own, others } = plansOfIssue(group, products);
      return words.conflict(own, others);
    }
    case 'missing-plans': {
      const { own, others } = plansOfIssue(group, products);
      return words.missing(own, others);
    }
    case 'duplicate-proxy-address':
      return words.proxyAddress;
    case 'other': {
      const behind = productBehind(group, products);
      return detail?.behind && behind
        ? words.behind(behind.name, productWords.issue[detail.behind.issue])
        : words.other;
    }
  }
}

/** The action that fixes the cause, and the one that has Microsoft 365 evaluate the people afterwards. */
function Actions({ group, products, onAsk }: IssueGroupHeadProps): ReactNode {
  const messages = useMessages();
  const { issues: words, common, assign } = messages;
  const { me } = useServices();
  const { cause, product } = group;
  const denial = evaluatePermission(me, { kind: 'change-licenses-of', principal: { kind: 'user' } });
  const disabledReason =
    denial === undefined ? undefined : denial === 'groups-only' ? common.groupsOnly : common.readerMayNot;
  const behind = productBehind(group, products) ?? plansOfIssue(group, products).sibling;
  const isShort = cause === 'not-enough-licenses' && !((product.owned?.seats.available ?? 0) > 0);
  return (
    <>
      {isShort && (
        <>
          <Link href={hrefOf(routes.product(product.key))}>{words.seeUsers}</Link>
          <Button aria-label={words.addLicensesSpoken(product.name)} onClick={() => onAsk('count')}>
            {words.addLicenses}
          </Button>
        </>
      )}
      {behind && (
        <Button as="a" href={hrefOf(routes.product(behind.key))}>
          {words.open(behind.name)}
        </Button>
      )}
      {cause === 'usage-location' && (
        <ExplainedButton
          label={words.setLocationSpoken(product.name)}
          disabledReason={disabledReason}
          onClick={() => onAsk('location')}
        >
          {assign.countrySet}
        </ExplainedButton>
      )}
      <ExplainedButton
        label={words.reprocessSpoken(causeTitle(group, products, messages), product.name)}
        disabledReason={disabledReason}
        onClick={() => onAsk('reprocess')}
      >
        {words.reprocess}
      </ExplainedButton>
    </>
  );
}
