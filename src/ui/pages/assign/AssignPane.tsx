import {
  Button,
  DrawerBody,
  DrawerFooter,
  OverlayDrawer,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useMemo, useState, type ReactNode, useEffect, useRef } from 'react';
import { isAssignable } from '../../../licensing/isAssignable';
import type { ProductKey } from '../../../licensing/keys';
import { evaluatePermission } from '../../../licensing/policy/evaluatePermission';
import type { AssignableProduct, Product } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { ConfirmDialog } from '../../parts/ConfirmDialog';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { Loading } from '../../parts/Loading';
import { topBackStep, useBackStep } from '../../parts/useBackStep';
import { useIsNarrow } from '../../parts/useIsNarrow';
import { useProducts } from '../../queries/useProducts';
import { useServices } from '../../services';
import { JobPanel } from '../../parts/JobPanel/JobPanel';
import { AssignForm } from './AssignForm';
import { PaneHeader } from './PaneHeader';
import { useUnresolvedRows } from '../../parts/list-import/useUnresolvedRows';
import { useAssignees } from './useAssignees';
import { useAssignOptions } from './useAssignOptions';
import { useAssignDraft } from './useAssignDraft';

interface AssignPaneProps {
  readonly productKey: ProductKey;
  readonly onClose: () => void;
}

/** The pane **Assign licenses**: choose users and groups, preview, assign, follow the job. */
export function AssignPane({ productKey, onClose }: AssignPaneProps): ReactNode {
  const { assign } = useMessages();
  const isNarrow = useIsNarrow();
  const [unsaved, setUnsaved] = useState<Unsaved>();
  const [isAsking, setIsAsking] = useState(false);
  // What closing would lose is safe now, and the next list isn't asked about by itself.
  if (isAsking && !unsaved) setIsAsking(false);
  const close = (): void => (unsaved ? setIsAsking(true) : onClose());
  useBackStep(close, !unsaved);
  return (
    <>
      <OverlayDrawer
        open
        position="end"
        size={isNarrow ? 'full' : 'medium'}
        onOpenChange={(_event, { open, type }) => {
          if (open) return;
          // Escape goes back from the options to the list first.
          if (type === 'escapeKeyDown') topBackStep()?.close();
          else close();
        }}
      >
        <PaneContent productKey={productKey} onClose={close} onUnsavedChange={setUnsaved} />
      </OverlayDrawer>
      {isAsking && unsaved && (
        <ConfirmDialog
          title={unsaved.kind === 'list' ? assign.discardListTitle : assign.discardReadingTitle}
          confirm={unsaved.kind === 'list' ? assign.discardList : assign.discardReading}
          dismiss={assign.keepEditing}
          onConfirm={() => {
            if (unsaved.kind === 'list') unsaved.discard();
            onClose();
          }}
          onDismiss={() => setIsAsking(false)}
        >
          {unsaved.kind === 'list' ? assign.discardListText : assign.discardReadingText(unsaved.name)}
        </ConfirmDialog>
      )}
    </>
  );
}

interface PaneContentProps extends AssignPaneProps {
  readonly onUnsavedChange: (unsaved: Unsaved | undefined) => void;
}

/** Shows the form and the job, or the reason that nothing can be assigned. */
function PaneContent({ productKey, onClose, onUnsavedChange }: PaneContentProps): ReactNode {
  const { me } = useServices();
  const messages = useMessages();
  const { common } = messages;
  const { products, error, refresh } = useProducts();
  const product = products?.find(({ key }) => key === productKey);
  const assignable = useMemo(() => products?.filter(isAssignable) ?? [], [products]);
  const canAssign = !evaluatePermission(me, { kind: 'change-licenses' });
  const kept = useLastAssignable(product && isAssignable(product) ? product : undefined, productKey);
  const closedReason = products && closedText(product, messages);
  if (kept && canAssign) {
    // A new key drops the state of the product before.
    return (
      <AssignFlow key={kept.key} product={kept} {...{ closedReason, assignable, onClose, onUnsavedChange }} />
    );
  }
  return (
    <>
      <PaneHeader
        title={product ? messages.assign.title([product.name]) : messages.product.assign}
        onClose={onClose}
      />
      <DrawerBody>
        {!products && error && <ErrorNotice error={error} onRetry={refresh} />}
        {!products && !error && <Loading what={common.waits.products} />}
        {product && !canAssign ? <p>{common.readerMayNot}</p> : closedReason && <p>{closedReason}</p>}
      </DrawerBody>
      <DrawerFooter>
        <Button onClick={onClose}>{common.close}</Button>
      </DrawerFooter>
    </>
  );
}

/** Returns the product as it was last assignable, so that the list and the job stay if it's suspended meanwhile. */
function useLastAssignable(
  now: AssignableProduct | undefined,
  productKey: ProductKey,
): AssignableProduct | undefined {
  const [kept, setKept] = useState(now);
  if (now && now !== kept) setKept(now);
  return now ?? (kept?.key === productKey ? kept : undefined);
}

/** Returns the reason that the product can't be assigned, as text; undefined if it can. */
function closedText(product: Product | undefined, messages: Messages): string | undefined {
  if (!product) return messages.product.notFoundBody;
  const { coverage } = product;
  return coverage.kind === 'assignable' ? undefined : messages.products.coverage[coverage.because];
}

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  body: { paddingInline: tokens.spacingHorizontalL },
  footer: { paddingInline: tokens.spacingHorizontalL, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

interface AssignFlowProps {
  readonly product: AssignableProduct;
  /** All assignable products, including this one. */
  readonly assignable: readonly AssignableProduct[];
  /** Reason that the product can't be assigned anymore, as text; undefined if it can. */
  readonly closedReason: string | undefined;
  readonly onClose: () => void;
  /** Called first and with each change; undefined if closing loses nothing. */
  readonly onUnsavedChange: (unsaved: Unsaved | undefined) => void;
}

/** List that closing the pane would lose. */
type Unsaved =
  /** A list that couldn't be saved. */
  | { readonly kind: 'list'; readonly discard: () => void }
  /** A list that is being read, or waits for a choice of its column. */
  | { readonly kind: 'reading'; readonly name: string };

/** Shows the form, then the job. The job goes on when the pane is closed. */
function AssignFlow(props: AssignFlowProps): ReactNode {
  const { product, assignable, closedReason, onClose, onUnsavedChange } = props;
  const styles = useStyles();
  const { assign, common } = useMessages();
  const [jobId, setJobId] = useState<string>();
  const edited = useAssignOptions();
  const { chosenPools, method } = edited.options;
  const isThroughGroup = method.kind !== 'direct';
  const list = useAssignees(product, assignable, jobId === undefined, { chosenPools, isThroughGroup });
  // Rows that aren't resolved yet are saved with the draft.
  const unresolvedRows = useUnresolvedRows(list);
  const isChoosing = jobId === undefined;
  const draft = useAssignDraft({
    productKey: product.key,
    list,
    unresolvedRows: unresolvedRows,
    edited,
    isChoosing,
  });
  const { isUnsaved, remove, finish } = draft;
  const [readingName, setReadingName] = useState<string>();
  const discard = useRef(remove);
  useEffect(() => {
    discard.current = remove;
  });
  useEffect(() => {
    if (isUnsaved) onUnsavedChange({ kind: 'list', discard: () => discard.current() });
    else onUnsavedChange(readingName === undefined ? undefined : { kind: 'reading', name: readingName });
  }, [isUnsaved, readingName, onUnsavedChange]);

  function assignMore(): void {
    list.clear();
    edited.reset();
    setJobId(undefined);
  }

  if (jobId === undefined) {
    return (
      <AssignForm
        {...{ assignable, closedReason, list, unresolvedRows, edited, draft, onClose }}
        onReadingChange={setReadingName}
        onAssigned={(id) => {
          finish();
          setJobId(id);
        }}
      />
    );
  }
  return (
    <>
      <PaneHeader title={assign.title(list.products.map(({ name }) => name))} onClose={onClose} />
      <DrawerBody className={styles.body}>
        <JobPanel jobId={jobId} />
      </DrawerBody>
      <DrawerFooter className={styles.footer}>
        <div className={styles.buttons}>
          <Button onClick={onClose}>{common.close}</Button>
          <Button onClick={assignMore}>{assign.assignMore}</Button>
        </div>
      </DrawerFooter>
    </>
  );
}
