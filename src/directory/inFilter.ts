import { quoted } from './quoted';

/** A filter for those whose `property` is one of `values`, in any case of letters (OData: in). */
export function inFilter(property: string, values: readonly string[]): string {
  return `${property} in (${values.map(quoted).join(',')})`;
}
