import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import { toAppError } from '../../../base/appError';
import type { AllotmentShape, CheckAnswer, Findings, TenantReport } from '../../../tenant-check/tenantReport';
import { useMessages } from '../../messages/MessagesContext';
import { CopyButton } from '../../parts/CopyButton';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { useServices } from '../../services';
import { useSectionStyles } from './sectionStyles';

const useStyles = makeStyles({
  group: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS },
  groupTitle: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' },
  byHand: { '& textarea': { boxSizing: 'border-box', width: '100%' } },
});

/** The section that checks where licenses are kept and what the app may read, and gives a report of it. */
export function TenantCheck(): ReactNode {
  const styles = { ...useSectionStyles(), ...useStyles() };
  const id = useId();
  const { tenantCheck: words } = useMessages();
  const { openDoors } = useServices();
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: async () => (await openDoors()).checkTenant(),
  });
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {words.title}
      </h2>
      <p className={styles.text}>{words.text}</p>
      <div className={styles.actions}>
        <Button
          onClick={() => mutate()}
          disabledFocusable={isPending}
          icon={isPending ? <Spinner size="tiny" /> : undefined}
        >
          {isPending ? words.checking : data ? words.again : words.start}
        </Button>
        {data && !isPending && <CopyReport report={data} />}
      </div>
      {/* There from the beginning, so that screen readers announce what comes into it. */}
      <span role="status" className={styles.text}>
        {data && !isPending && words.done}
      </span>
      {error && <ErrorNotice error={toAppError(error)} onRetry={() => mutate()} />}
      {data && !isPending && <Results report={data} />}
    </section>
  );
}

function CopyReport({ report }: { readonly report: TenantReport }): ReactNode {
  const styles = { ...useSectionStyles(), ...useStyles() };
  const { tenantCheck: words } = useMessages();
  const [denied, setDenied] = useState<string>();
  return (
    <>
      <CopyButton text={JSON.stringify(report, null, 2)} label={words.copy} onDenied={setDenied} />
      <p className={styles.text} style={{ flexBasis: '100%' }}>
        {words.copyText}
      </p>
      {denied !== undefined && (
        <label className={styles.byHand} style={{ flexBasis: '100%' }}>
          {words.copyByHand}
          <textarea readOnly rows={8} value={denied} />
        </label>
      )}
    </>
  );
}

function Results({ report }: { readonly report: TenantReport }): ReactNode {
  const { tenantCheck: words } = useMessages();
  const { answers, permissions, findings, allotments } = report;
  const refused = answers.filter(({ status }) => status === undefined || status >= 400);
  return (
    <>
      <Group title={words.doorsTitle} lines={[useDirectoryLine(report), useCloudLine(report)]} />
      <Group
        title={words.permissionsTitle}
        lines={Object.entries(permissions).map(([name, state]) => words.permission(name, state))}
      />
      <Group
        title={words.refusalsTitle}
        lines={refused.map((answer) => `${answer.path}: ${statusOf(answer, words.noAnswer)}`)}
        none={words.noRefusals}
      />
      <Group title={words.limitsTitle} lines={limitsOf(answers)} none={words.noLimits} />
      {allotments && (
        <Group
          title={words.findingsTitle}
          lines={(Object.keys(findings) as (keyof Findings)[]).map(
            (name) => `${words.finding(name)}: ${words.state(findings[name])}`,
          )}
        />
      )}
    </>
  );
}

function Group({
  title,
  lines,
  none,
}: {
  readonly title: string;
  readonly lines: readonly string[];
  readonly none?: string;
}): ReactNode {
  const styles = { ...useSectionStyles(), ...useStyles() };
  return (
    <div className={styles.group}>
      <h3 className={styles.groupTitle}>{title}</h3>
      {lines.length === 0 ? (
        <p className={styles.text}>{none}</p>
      ) : (
        <ul className={styles.list}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function useDirectoryLine({ skus, answers }: TenantReport): string {
  const { tenantCheck: words } = useMessages();
  const answer = answers.find(({ path }) => path === 'v1.0/subscribedSkus');
  return skus ? words.directory(skus.length) : words.directoryUnread(statusOf(answer, words.noAnswer));
}

function useCloudLine({ skus, allotments, answers, hasMoreAllotments }: TenantReport): string {
  const { tenantCheck: words } = useMessages();
  const answer = answers.find(({ path }) => path === 'beta/admin/cloudLicensing/allotments');
  if (allotments) {
    if (allotments.length === 0) return words.cloudEmpty;
    const listed = new Set(skus?.map(({ skuId }) => skuId));
    const isOutside = ({ skuId }: AllotmentShape): boolean =>
      skuId === undefined || (skus !== undefined && !listed.has(skuId));
    const outside = allotments.filter(isOutside).length;
    return words.cloud({ purchases: allotments.length, outside, hasMore: hasMoreAllotments });
  }
  const status = statusOf(answer, words.noAnswer);
  if (answer?.status === 403) return words.cloudDenied;
  return [400, 404, 501].includes(answer?.status ?? 0)
    ? words.cloudClosed(status)
    : words.cloudUnread(status);
}

function statusOf(answer: CheckAnswer | undefined, noAnswer: string): string {
  if (answer?.status === undefined) return noAnswer;
  const { status, code, innerCode } = answer;
  return [String(status), innerCode ?? code].filter(Boolean).join(' ');
}

/** Returns each header about limits once, with the values that answers had. */
function limitsOf(answers: readonly CheckAnswer[]): readonly string[] {
  const values = new Map<string, Set<string>>();
  for (const [name, value] of answers.flatMap(({ limits }) => Object.entries(limits)))
    values.set(name, (values.get(name) ?? new Set()).add(value));
  return [...values].map(([name, found]) => `${name}: ${[...found].join(', ')}`);
}
