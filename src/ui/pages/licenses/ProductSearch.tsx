import { SearchBox } from '@fluentui/react-components';
import { useCriticalMessages } from '../../messages/CriticalMessagesContext';

/** Props of the search box. */
export interface ProductSearchProps {
  readonly className: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Search over the names of products. */
export function ProductSearch({ className, label, value, onChange }: ProductSearchProps) {
  const { common } = useCriticalMessages();
  return (
    <SearchBox
      className={className}
      aria-label={label}
      placeholder={label}
      value={value}
      dismiss={{ 'aria-label': common.clearSearch }}
      onChange={(_event, data) => onChange(data.value)}
    />
  );
}
