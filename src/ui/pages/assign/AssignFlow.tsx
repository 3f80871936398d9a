import { Button, DrawerBody, DrawerFooter, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { AssignableProduct } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { JobPanel } from '../../parts/JobPanel/JobPanel';
import { AssignForm } from './AssignForm';
import { useUnresolvedRows } from '../../parts/list-import/useUnresolvedRows';
import { useAssignees } from './useAssignees';
import { useAssignOptions } from './useAssignOptions';
import { useAssignDraft } from './useAssignDraft';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  footer: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

/** What is assigned, and how the pane around goes away. */
interface AssignFlowProps {
  readonly product: AssignableProduct;
  /** All products that can be assigned, this one among them. */
  readonly assignable: readonly AssignableProduct[];
  /** Why nobody can be given the product any more, in words; undefined where people can. */
  readonly closedReason: string | undefined;
  readonly onClose: () => void;
  /** Called with whether closing loses a list, at first and with each change. */
  readonly onUnsavedChange: (unsaved: UnsavedList | undefined) => void;
}

/** A list that ends with the page. */
export interface UnsavedList {
  /** Gives it up. */
  readonly discard: () => void;
}

/** From choosing people and groups to the job that assigns to them, which goes on when the pane is closed. */
export function AssignFlow(props: AssignFlowProps): ReactNode {
  const { product, assignable, closedReason, onClose, onUnsavedChange } = props;
  const styles = useStyles();
  const { assign, common } = useMessages();
  const [jobId, setJobId] = useState<string>();
  const list = useAssignees(product, assignable, jobId === undefined);
  // Lines that nobody has mended yet stay for the next time.
  const unresolvedRows = useUnresolvedRows(list);
  const edited = useAssignOptions();
  const isChoosing = jobId === undefined;
  const draft = useAssignDraft({
    productKey: product.key,
    list,
    unresolvedRows: unresolvedRows,
    edited,
    isChoosing,
  });
  const { isUnsaved, remove, finish } = draft;
  const discard = useRef(remove);
  useEffect(() => {
    discard.current = remove;
  });
  useEffect(() => {
    onUnsavedChange(isUnsaved ? { discard: () => discard.current() } : undefined);
  }, [isUnsaved, onUnsavedChange]);

  function assignMore(): void {
    list.clear();
    edited.reset();
    setJobId(undefined);
  }

  if (jobId === undefined) {
    return (
      <AssignForm
        {...{ assignable, closedReason, list, unresolvedRows, edited, draft, onClose }}
        onAssigned={(id) => {
          finish();
          setJobId(id);
        }}
      />
    );
  }
  return (
    <>
      <DrawerBody>
        <JobPanel jobId={jobId} />
      </DrawerBody>
      <DrawerFooter className={styles.footer}>
        <div className={styles.buttons}>
          <Button appearance="primary" onClick={onClose}>
            {common.close}
          </Button>
          <Button onClick={assignMore}>{assign.assignMore}</Button>
        </div>
      </DrawerFooter>
    </>
  );
}
