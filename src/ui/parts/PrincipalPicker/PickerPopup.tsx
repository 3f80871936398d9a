import { mergeClasses } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import type { AssignableProduct } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { ErrorNotice } from '../ErrorNotice';
import { WaitText } from '../WaitText';
import { usePrincipalPickerStyles } from './PrincipalPicker.styles';
import type { PrincipalSearch } from './usePrincipalSearch';
import type { Principal } from '../../../base/principal';
import { isWorking } from '../../../licensing/changes/seatStates';
import type { Holding } from '../../../licensing/types';
import type { Messages } from '../../messages/types';
import { principalDetail, PrincipalName } from '../PrincipalName';
import { groupNames } from '../SeatPathText';

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

/** The results under the picker's text field. Their number is announced. */
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
      {/* Keeps the focus in the text field, so that the list stays open. */}
      <div
        role="presentation"
        className={mergeClasses(isShown && styles.popup)}
        onMouseDown={(event) => event.preventDefault()}
      >
        {isShown && (
          <div role="listbox" id={`${id}-list`} aria-label={assign.pickerResults} className={styles.list}>
            {principals.map((principal, index) => (
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
        )}
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

interface PickerOptionProps {
  readonly id: string;
  readonly principal: Principal;
  readonly holding: Holding | undefined;
  readonly products: readonly AssignableProduct[];
  /** True if it's the active option of the combobox. */
  readonly isActive: boolean;
  /** True if it's in the list already. */
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** A user or group to choose: avatar, name, address, kind, and current licenses. */
function PickerOption(props: PickerOptionProps): ReactNode {
  const { id, principal, holding, products, isActive, isChosen, onChoose } = props;
  const styles = usePrincipalPickerStyles();
  const messages = useMessages();
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) element.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isActive]);
  const holdingTexts = isChosen
    ? [messages.assign.alreadyInList]
    : describeHoldings(holding, products, messages);
  return (
    // The focus stays in the text field, whose keys reach every option (combobox pattern).
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- see above
    <div
      ref={element}
      id={id}
      role="option"
      aria-selected={isActive}
      aria-disabled={isChosen || undefined}
      className={mergeClasses(styles.option, isActive && styles.active, isChosen && styles.chosen)}
      onClick={onChoose}
    >
      <div className={styles.who}>
        <PrincipalName principal={principal} detail={principalDetail(principal) || undefined} />
      </div>
      <div className={styles.facts}>
        <div>{kindText(principal, messages)}</div>
        {holdingTexts.map((text) => (
          <div key={text}>{text}</div>
        ))}
      </div>
    </div>
  );
}

function kindText(principal: Principal, { assign }: Messages): string {
  return principal.kind === 'group' ? assign.kindGroup : assign.kindUser;
}

/** Describes the current licenses; names the products if there are several. */
function describeHoldings(
  holding: Holding | undefined,
  products: readonly AssignableProduct[],
  { assign }: Messages,
): readonly string[] {
  const isOne = products.length === 1;
  return products.flatMap(({ key, name }) => {
    const seats = (holding?.seats ?? []).filter((seat) => seat.product === key && isWorking(seat));
    const paths = seats.map(({ path }) => path);
    if (paths.length === 0) return [];
    if (paths.some(({ kind }) => kind === 'direct'))
      return isOne ? assign.hasDirect : assign.hasProduct(name);
    const groups = groupNames(paths, assign.aGroup);
    return isOne ? assign.hasVia(groups) : assign.hasProductVia(name, groups);
  });
}
