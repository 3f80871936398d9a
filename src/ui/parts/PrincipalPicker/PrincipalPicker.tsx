import { Input } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import type { Principal } from '../../../base/principal';
import { useMessages } from '../../messages/MessagesContext';
import { PickerPopup } from './PickerPopup';
import { usePickerKeys } from './usePickerKeys';
import { usePrincipalPickerStyles } from './PrincipalPicker.styles';
import { usePrincipalSearch } from './usePrincipalSearch';

/** Who is chosen already, and what happens on choosing. */
export interface PrincipalPickerProps {
  /** The product's SKU; results say who holds it already. */
  readonly skuId: string;
  readonly chosenIds: ReadonlySet<string>;
  readonly onChoose: (principal: Principal) => void;
}

/**
 * Finds users and groups together while a person types; choosing one keeps the focus for the next.
 * An editable combobox with a list (ARIA Authoring Practices). Nothing is asked before two letters are typed.
 */
export function PrincipalPicker({ skuId, chosenIds, onChoose }: PrincipalPickerProps): ReactNode {
  const styles = usePrincipalPickerStyles();
  const { assign } = useMessages();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const search = usePrincipalSearch(text);
  const list = usePickerKeys(search.principals.length, choose, () => setText(''));
  const isShown = list.isOpen && search.status !== 'idle';
  const hasOptions = isShown && search.principals.length > 0;

  // Whoever opens the screen with the picker on it came to type a name.
  useEffect(() => input.current?.focus(), []);

  function choose(index: number): void {
    const principal = search.principals[index];
    if (!principal || chosenIds.has(principal.id)) return;
    onChoose(principal);
    setText('');
    list.close();
  }

  return (
    <div className={styles.picker}>
      <label className={styles.label} htmlFor={`${id}-input`}>
        {assign.pickerLabel}
      </label>
      <Input
        input={{ ref: input }}
        id={`${id}-input`}
        className={styles.input}
        role="combobox"
        aria-expanded={hasOptions}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={hasOptions ? `${id}-option-${list.active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        contentBefore={<SearchRegular aria-hidden />}
        placeholder={assign.pickerHint}
        value={text}
        onChange={(_event, { value }) => {
          setText(value);
          list.open();
        }}
        onClick={list.open}
        onKeyDown={list.onKeyDown}
        onBlur={list.close}
      />
      <PickerPopup
        {...{ id, search, skuId, chosenIds, isShown }}
        text={text.trim()}
        active={list.active}
        onChoose={choose}
      />
    </div>
  );
}
