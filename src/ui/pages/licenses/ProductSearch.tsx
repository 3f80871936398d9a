import { SearchBox } from '@fluentui/react-components';
import type { ProductSearchProps } from './FilterBar';

/** Search over the names of products. */
export function ProductSearch({ className, label, value, onChange }: ProductSearchProps) {
  return (
    <SearchBox
      className={className}
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(_event, data) => onChange(data.value)}
    />
  );
}
