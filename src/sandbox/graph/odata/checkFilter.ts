import { malformedQuery, unsupportedQuery } from '../graphRefusal';
import type { FilterLiteral, FilterNode } from './filterTree';

/** Operators of filters on a property. `null` means a comparison with null. */
export type FilterAbility =
  | 'eq'
  | 'ne'
  | 'ge'
  | 'le'
  | 'gt'
  | 'lt'
  | 'in'
  | 'startsWith'
  | 'endsWith'
  | 'not'
  | 'null'
  | 'any'
  | 'count';

/** Operators that a filter may use on one property: in any query, and in advanced queries only. */
export interface FilterRule {
  readonly always: readonly FilterAbility[];
  readonly advanced: readonly FilterAbility[];
  /** Kind of value it is compared with; default `string`. */
  readonly type?: 'string' | 'boolean' | 'date' | 'number' | 'guid';
  /** Set where a condition on an item must be the whole filter. */
  readonly isAlone?: true;
  /** Rules of the items of a collection of objects; the empty name means the item itself. */
  readonly items?: Readonly<
    Record<string, { readonly abilities: readonly FilterAbility[]; readonly type: 'guid' | 'string' }>
  >;
}

/** Filter rules of one resource. */
export interface FilterRules {
  /** As refusals name it: `User`, `Group`. */
  readonly resource: string;
  /** As the schema names it: `microsoft.graph.user`. */
  readonly typeName: string;
  readonly rules: Readonly<Record<string, FilterRule>>;
  /** Every property of the type, filterable or not. */
  readonly isProperty: (name: string) => boolean;
}

/**
 * Refuses a filter that Graph would refuse (Graph: advanced query capabilities on directory objects).
 * Throws GraphRefusal `Request_UnsupportedQuery` or `BadRequest`.
 */
export function checkFilter(
  node: FilterNode,
  rules: FilterRules,
  isAdvanced: boolean,
  isNegated = false,
): void {
  switch (node.kind) {
    case 'and':
    case 'or':
      checkFilter(node.left, rules, isAdvanced, isNegated);
      checkFilter(node.right, rules, isAdvanced, isNegated);
      return;
    case 'not':
      checkFilter(node.operand, rules, isAdvanced, true);
      return;
    case 'compare':
    case 'in':
    case 'call':
    case 'any':
      checkCondition(node, rules, isAdvanced, isNegated);
  }
}

/**
 * Refuses a condition on an item that has others beside it, where the property must be asked about alone. Throws GraphRefusal
 * `Request_UnsupportedQuery`. Observed: code and sentence, for `any` on a user's licenses with `or` in a plain query.
 * Inferred: that `and`, groups and advanced queries are refused alike.
 */
export function refuseCombined(
  node: FilterNode,
  { rules }: Pick<FilterRules, 'rules'>,
  isCombined = false,
): void {
  switch (node.kind) {
    case 'and':
    case 'or':
      refuseCombined(node.left, { rules }, true);
      refuseCombined(node.right, { rules }, true);
      return;
    case 'not':
      refuseCombined(node.operand, { rules }, isCombined);
      return;
    case 'any':
      if (isCombined && rules[node.path]?.isAlone)
        throw unsupportedQuery(`Complex query on property ${node.path} is not supported.`);
      return;
    case 'compare':
    case 'in':
    case 'call':
  }
}

type Condition = Exclude<FilterNode, { kind: 'and' | 'or' | 'not' }>;

function checkCondition(node: Condition, rules: FilterRules, isAdvanced: boolean, isNegated: boolean): void {
  const property = node.path.replace(/\/\$count$/, '');
  if (!rules.isProperty(property))
    throw malformedQuery(`Could not find a property named '${property}' on type '${rules.typeName}'.`);
  const rule = rules.rules[property];
  if (!rule) throw notIndexed(property, rules);
  const needed = [...abilitiesOf(node), ...(isNegated ? (['not'] as const) : [])];
  for (const ability of needed) {
    if (rule.always.includes(ability)) continue;
    if (!rule.advanced.includes(ability)) throw notIndexed(property, rules);
    if (isAdvanced) continue;
    // A property that no plain query can filter is refused as such, others by the operator that goes too far.
    if (rule.always.length === 0) throw notIndexed(property, rules);
    throw needsAdvanced(ability);
  }
  checkValues(node, rule);
}

function abilitiesOf(node: Condition): FilterAbility[] {
  switch (node.kind) {
    case 'compare': {
      if (node.path.endsWith('/$count')) return ['count'];
      // Comparing with null is an ability of its own; `ne null` needs both.
      if (node.value.type === 'null') return node.operator === 'eq' ? ['null'] : ['null', node.operator];
      return [node.operator];
    }
    case 'in':
      return ['in'];
    case 'call':
      if (node.name === 'contains') throw unsupportedQuery("Filter operator 'Contains' is not supported.");
      return [node.name];
    case 'any':
      return ['any'];
  }
}

function checkValues(node: Condition, rule: FilterRule): void {
  if (node.kind === 'any') {
    if (node.predicate) checkItems(node.predicate, rule);
    return;
  }
  if (node.path.endsWith('/$count')) return;
  for (const value of node.kind === 'in' ? node.values : [node.value])
    checkType(value, rule.type ?? 'string');
}

function checkItems(node: FilterNode, rule: FilterRule): void {
  if (node.kind === 'and' || node.kind === 'or') {
    checkItems(node.left, rule);
    checkItems(node.right, rule);
    return;
  }
  if (node.kind !== 'compare' && node.kind !== 'call') throw unsupportedQuery('Unsupported Query.');
  const item = rule.items?.[node.path];
  const ability = node.kind === 'call' ? node.name : node.operator;
  if (!item?.abilities.some((known) => known === ability)) throw unsupportedQuery('Unsupported Query.');
  checkType(node.value, item.type);
}

/** Inferred: the text follows the OData library that Graph uses. A GUID without quotes is no string, and the reverse. */
function checkType(value: FilterLiteral, type: FilterLiteral['type']): void {
  if (value.type === type || value.type === 'null') return;
  throw malformedQuery(
    `A binary operator with incompatible types was detected. Found operand types 'Edm.${edmName(type)}' and 'Edm.${edmName(value.type)}' for operator kind 'Equal'.`,
  );
}

function edmName(type: FilterLiteral['type']): string {
  const names = {
    string: 'String',
    guid: 'Guid',
    date: 'DateTimeOffset',
    number: 'Int32',
    boolean: 'Boolean',
    null: 'Null',
  };
  return names[type];
}

function notIndexed(property: string, rules: FilterRules): Error {
  return unsupportedQuery(
    `Unsupported or invalid query filter clause specified for property '${property}' of resource '${rules.resource}'.`,
  );
}

/** The sentence is observed for endsWith; the names of the other operators in it are inferred. */
const operatorNames: Readonly<Partial<Record<FilterAbility, string>>> = { ne: 'NotEqualsMatch', not: 'Not' };

function needsAdvanced(ability: FilterAbility): Error {
  const name = operatorNames[ability] ?? ability;
  return unsupportedQuery(
    `Operator '${name}' is not supported because the required parameters might be missing. Try adding $count=true query parameter and ConsistencyLevel:eventual header. Refer to https://aka.ms/graph-docs/advanced-queries for more information`,
  );
}
