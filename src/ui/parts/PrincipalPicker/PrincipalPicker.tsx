import { Input } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import {
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import type { Principal } from '../../../base/principal';
import type { AssignableProduct } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { PickerPopup } from './PickerPopup';
import { extractSearchText, isPastedList } from './readPasted';
import { usePrincipalPickerStyles } from './PrincipalPicker.styles';
import { usePrincipalSearch } from './usePrincipalSearch';

interface PrincipalPickerProps {
  /** Products for which results show current licenses. */
  readonly products: readonly AssignableProduct[];
  readonly chosenIds: ReadonlySet<string>;
  readonly onChoose: (principal: Principal) => void;
  /** Called with a pasted text that names several people. Default is to paste it into the field. */
  readonly onPasteList?: (text: string) => void;
  /** Filters the results. Must be the same function between renders. Default is all. */
  readonly isWanted?: (principal: Principal) => boolean;
  /** Label of the field. Default asks for users and groups. */
  readonly label?: string;
  /** Hint in the empty field. Default asks for a name or an address. */
  readonly hint?: string;
  /** True to leave the label to screen readers. Default is false. */
  readonly isLabelHidden?: boolean;
  /** Control at the end of the field. */
  readonly contentAfter?: ReactNode;
  /** True to not focus the field when the picker appears. Default is false. */
  readonly isQuiet?: boolean;
}

/**
 * Searches users and groups while a person types. After a choice, the focus stays for the next one. An editable
 * combobox with a list (ARIA Authoring Practices). The search starts with two letters.
 */
export function PrincipalPicker(props: PrincipalPickerProps): ReactNode {
  const { products, chosenIds, onChoose, onPasteList, isWanted, isQuiet = false } = props;
  const { hint, isLabelHidden = false, contentAfter } = props;
  const styles = usePrincipalPickerStyles();
  const { assign } = useMessages();
  const { label = assign.pickerLabel } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const sought = useMemo(() => extractSearchText(text), [text]);
  const search = usePrincipalSearch(sought, products, isWanted);
  const list = usePickerKeys(search.principals.length, choose, () => setText(''));
  const isShown = list.isOpen && search.status !== 'idle';
  const hasOptions = isShown && search.principals.length > 0;

  // The picker is what people open the screen for.
  useEffect(() => {
    if (!isQuiet) input.current?.focus();
  }, [isQuiet]);

  function choose(index: number): void {
    const principal = search.principals[index];
    if (!principal || chosenIds.has(principal.id)) return;
    onChoose(principal);
    setText('');
    list.close();
  }

  function paste(event: ClipboardEvent): void {
    const pasted = event.clipboardData.getData('text');
    if (!onPasteList || !isPastedList(pasted)) return;
    event.preventDefault();
    onPasteList(pasted);
  }

  return (
    <div className={styles.picker}>
      {!isLabelHidden && (
        <label className={styles.label} htmlFor={`${id}-input`}>
          {label}
        </label>
      )}
      <Input
        input={{ ref: input }}
        id={`${id}-input`}
        className={styles.input}
        role="combobox"
        aria-label={isLabelHidden ? label : undefined}
        aria-expanded={hasOptions}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={hasOptions ? `${id}-option-${list.active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        contentBefore={<SearchRegular aria-hidden />}
        contentAfter={contentAfter === undefined ? undefined : { children: contentAfter }}
        placeholder={hint ?? assign.pickerHint}
        value={text}
        onChange={(_event, { value }) => {
          setText(value);
          list.open();
        }}
        onClick={list.open}
        onKeyDown={list.onKeyDown}
        onPaste={paste}
        onBlur={list.close}
      />
      <PickerPopup
        {...{ id, search, products, chosenIds, isShown }}
        text={sought}
        active={list.active}
        onChoose={choose}
      />
    </div>
  );
}

/** State of the list of a combobox. */
interface PickerList {
  readonly isOpen: boolean;
  /** Index of the option that Enter chooses; -1 for none. */
  readonly active: number;
  readonly open: () => void;
  readonly close: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Keys of an editable combobox with a list (ARIA Authoring Practices: combobox). */
function usePickerKeys(count: number, choose: (index: number) => void, clear: () => void): PickerList {
  const [isOpen, setIsOpen] = useState(false);
  const [index, setIndex] = useState(0);
  const active = Math.min(index, count - 1);

  function move(to: number): void {
    setIsOpen(true);
    setIndex(count === 0 ? 0 : (to + count) % count);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const isShown = isOpen && count > 0;
    if (event.key === 'ArrowDown') move(isShown ? active + 1 : 0);
    else if (event.key === 'ArrowUp') move(isShown ? active - 1 : count - 1);
    else if (event.key === 'Enter' && isShown) choose(active);
    else if (event.key === 'Escape' && isOpen) setIsOpen(false);
    else if (event.key === 'Escape') return clear();
    else return;
    event.preventDefault();
    // A dialog around the picker would close on the same Escape.
    event.stopPropagation();
  }

  return {
    isOpen,
    active,
    open() {
      setIsOpen(true);
      setIndex(0);
    },
    close: () => setIsOpen(false),
    onKeyDown,
  };
}
