import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { AssignableProduct } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { ErrorNotice } from '../ErrorNotice';
import { WaitText } from '../WaitText';
import { PickerOption } from './PickerOption';
import { usePrincipalPickerStyles } from './PrincipalPicker.styles';
import type { PrincipalSearch } from './usePrincipalSearch';

/** What the search found, and where the arrows are. */
interface PickerPopupProps {
  /** Prefix of the elements' ids. */
  readonly id: string;
  readonly isShown: boolean;
  readonly search: PrincipalSearch;
  readonly text: string;
  readonly products: readonly AssignableProduct[];
  readonly chosenIds: ReadonlySet<string>;
  readonly active: number;
  readonly onChoose: (index: number) => void;
}

/** The results under the picker's text field; how many there are is read out. */
export function PickerPopup(props: PickerPopupProps): ReactNode {
  const { id, isShown, search, text, products, chosenIds, active, onChoose } = props;
  const styles = usePrincipalPickerStyles();
  const { assign } = useMessages();
  const { status, principals, holdings } = search;
  const note =
    status === 'searching' ? (
      <WaitText key={text} early={assign.searching} what={assign.searchWait} />
    ) : status === 'found' && principals.length === 0 ? (
      assign.nothingFound(text)
    ) : undefined;
  return (
    <>
      <div role="status" className={styles.spoken}>
        {isShown && (principals.length > 0 ? assign.found(principals.length) : note)}
      </div>
      {/* Pressing anything here leaves the focus in the text field, so that the list stays open. */}
      <div
        role="presentation"
        className={mergeClasses(isShown && styles.popup)}
        onMouseDown={(event) => event.preventDefault()}
      >
        <div role="listbox" id={`${id}-list`} aria-label={assign.pickerResults} className={styles.list}>
          {isShown &&
            principals.map((principal, index) => (
              <PickerOption
                key={principal.id}
                id={`${id}-option-${index}`}
                principal={principal}
                holding={holdings.get(principal.id)}
                products={products}
                isActive={index === active}
                isChosen={chosenIds.has(principal.id)}
                onChoose={() => onChoose(index)}
              />
            ))}
        </div>
        {isShown && note && (
          <p className={styles.note} aria-hidden>
            {note}
          </p>
        )}
        {isShown && status === 'failed' && <ErrorNotice error={search.error} onRetry={search.retry} />}
      </div>
    </>
  );
}
