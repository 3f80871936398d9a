import { SearchBox } from '@fluentui/react-components';

/** Props of the search box. */
export interface ProductSearchProps {
  readonly className: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

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
