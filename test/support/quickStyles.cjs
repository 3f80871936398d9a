// Computed styles of jsdom, quicker and with the same results. jsdom holds each element against every rule of every style sheet, and
// Fluent inserts a rule for each declaration: two thirds of the time of a component test. Here a rule meets only the elements that have
// the class or the tag its selector asks for, and only the properties that are read are computed. To be required before jsdom.
const { createRequire } = require('node:module');

const requireOfEnvironment = createRequire(require.resolve('jest-environment-jsdom'));
const requireOfJsdom = createRequire(requireOfEnvironment.resolve('jsdom'));
const { CSSStyleDeclaration } = requireOfJsdom('cssstyle');
const cssom = requireOfJsdom('rrweb-cssom');
const defaultStyleSheet = requireOfJsdom('./jsdom/browser/default-stylesheet.js');
const { implForWrapper } = requireOfJsdom('./jsdom/living/generated/utils.js');
const { matchesDontThrow } = requireOfJsdom('./jsdom/living/helpers/selectors.js');
const styleRules = requireOfJsdom('./jsdom/living/helpers/style-rules.js');

const defaultSheet = cssom.parse(defaultStyleSheet);

/** Properties that are computed alone, since every query by role reads them and no shorthand sets them. */
const quickProperties = ['display', 'visibility', 'pointer-events'];

const any = '*';

/** Returns what an element must have to match, `.class`, `tag` or `*`, for each selector of a list. */
function keysOf(selectorText) {
  if (/[\\|]/.test(selectorText)) return [any];
  let plain = selectorText.replaceAll(/"[^"]*"|'[^']*'/g, '');
  for (let last; last !== plain;) [last, plain] = [plain, plain.replaceAll(/\([^()]*\)|\[[^[\]]*\]/g, '')];
  return plain.split(',').map((selector) => {
    const [subject] = /[^\s>+~]*$/.exec(selector.trim());
    return /\.[\w-]+/.exec(subject)?.[0] ?? /^[a-z]\w*/i.exec(subject)?.[0].toLowerCase() ?? any;
  });
}

/** Calls `take` for the rules that jsdom applies, in the order of the cascade. */
function eachRule(sheet, start, take) {
  for (let i = start; i < sheet.cssRules.length; i += 1) {
    const rule = sheet.cssRules[i];
    const inner = !rule.media ? [rule] : Array.from(rule.media).includes('screen') ? rule.cssRules : [];
    for (const one of inner) take(one);
  }
}

/** The rules of a document by what an element must have. */
class RuleIndex {
  #sheets = [];
  #byKey = new Map();
  #count = 0;

  /** Takes in what was inserted at the ends of the sheets, and begins anew where an end has changed otherwise. */
  update(sheets) {
    const hasGrown = ({ sheet, length, last }, i) =>
      sheets[i] === sheet && sheet.cssRules[length - 1] === last;
    if (sheets.length !== this.#sheets.length || !this.#sheets.every(hasGrown)) {
      this.#byKey.clear();
      this.#sheets = sheets.map((sheet, position) => ({ sheet, position, length: 0, last: undefined }));
    }
    for (const known of this.#sheets) if (known.sheet.cssRules.length > known.length) this.#takeFrom(known);
  }

  #takeFrom(known) {
    const { sheet, position, length } = known;
    eachRule(sheet, length, ({ selectorText, style }) => {
      if (selectorText === undefined) return;
      const place = (this.#count += 1);
      for (const key of new Set(keysOf(selectorText))) {
        if (!this.#byKey.has(key)) this.#byKey.set(key, []);
        const isSure = key === selectorText && key.startsWith('.');
        this.#byKey.get(key).push({ selectorText, style, position, place, isSure });
      }
    });
    Object.assign(known, { length: sheet.cssRules.length, last: sheet.cssRules[sheet.cssRules.length - 1] });
  }

  /** Returns the declarations of the rules that match an element, in the order of the cascade. */
  stylesOf(element) {
    const classes = (element.getAttributeNS(null, 'class') ?? '').split(/[\t\n\f\r ]+/);
    const keys = new Set([any, element._localName.toLowerCase(), ...classes.map((name) => `.${name}`)]);
    const rules = [...keys].flatMap((key) => this.#byKey.get(key) ?? []);
    rules.sort((left, right) => left.position - right.position || left.place - right.place);
    return rules
      .filter((rule, i) => rule.place !== rules[i - 1]?.place)
      .filter(({ isSure, selectorText }) => isSure || matchesDontThrow(element, selectorText))
      .map(({ style }) => style);
  }
}

function cascade(declaration, style, property) {
  const value = style.getPropertyValue(property);
  if (value === 'unset') declaration.removeProperty(property);
  else declaration.setProperty(property, value, style.getPropertyPriority(property));
}

/** What the rules and the style attribute say of an element; computed in whole only where it is read in whole. */
class Declaration {
  #styles;
  #whole;
  #quick = new Map();

  constructor(styles) {
    this.#styles = styles;
  }

  get whole() {
    return (this.#whole ??= this.#compute());
  }

  get(property) {
    if (!this.#quick.has(property))
      this.#quick.set(property, this.#compute(property).getPropertyValue(property));
    return this.#quick.get(property);
  }

  /** Computes every property, or one. */
  #compute(only) {
    const declaration = new CSSStyleDeclaration();
    for (const style of this.#styles) {
      const isOnly = (property) => property === only;
      const properties = Array.from(style);
      for (const property of only === undefined ? properties : properties.filter(isOnly)) {
        cascade(declaration, style, property);
      }
    }
    return declaration;
  }
}

const indexes = new WeakMap();

/** Returns what is declared for an element, kept until jsdom drops the styles of the document. */
function declarationOf(element) {
  const document = element._ownerDocument;
  document._styleCache ??= new WeakMap();
  if (!document._styleCache.has(element)) {
    if (!indexes.has(document)) indexes.set(document, new RuleIndex());
    const index = indexes.get(document);
    index.update([defaultSheet, ...document.styleSheets._list]);
    document._styleCache.set(element, new Declaration([...index.stylesOf(element), element.style]));
  }
  return document._styleCache.get(element);
}

styleRules.getDeclarationForElement = (element) => declarationOf(element).whole;

function quickValue(element, property) {
  const value = declarationOf(element).get(property);
  const inherited = styleRules.propertiesWithResolvedValueImplemented[property];
  if (value !== '' || !inherited) return value;
  return element.parentElement ? quickValue(element.parentElement, property) : inherited.initial;
}

/** Handler of a proxy for a computed style, which is computed in whole when more than single properties is asked for. */
class LazyStyle {
  #element;
  #compute;

  constructor(element, compute) {
    this.#element = element;
    this.#compute = compute;
  }

  get(target, name) {
    if (name === 'getPropertyValue') {
      return (property) => this.#valueOf(property) ?? this.#fill(target).getPropertyValue(property);
    }
    const value = this.#valueOf(name) ?? Reflect.get(this.#fill(target), name);
    return typeof value === 'function' ? value.bind(target) : value;
  }

  /** Returns the value of a property, under either name; nothing for what only the whole style tells. */
  #valueOf(name) {
    if (typeof name !== 'string' || name === 'cssText') return undefined;
    const property = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (quickProperties.includes(property)) return quickValue(this.#element, property);
    if (property in styleRules.propertiesWithResolvedValueImplemented) return undefined;
    const value = declarationOf(this.#element).whole[name];
    return typeof value === 'string' ? value : undefined;
  }

  #fill(target) {
    const computed = this.#compute?.() ?? [];
    this.#compute = undefined;
    for (const property of Array.from(computed)) cascade(target, computed, property);
    return target;
  }

  has(target, name) {
    return Reflect.has(this.#fill(target), name);
  }

  ownKeys(target) {
    return Reflect.ownKeys(this.#fill(target));
  }

  getOwnPropertyDescriptor(target, name) {
    return Reflect.getOwnPropertyDescriptor(this.#fill(target), name);
  }
}

/** Gives a window of jsdom the quicker `getComputedStyle`. */
function quickenStyles(window) {
  const { getComputedStyle } = window;
  window.getComputedStyle = (element, ...pseudo) => {
    const impl = implForWrapper(element);
    if (!impl || pseudo.length > 0) return getComputedStyle(element, ...pseudo);
    return new Proxy(new CSSStyleDeclaration(), new LazyStyle(impl, () => getComputedStyle(element)));
  };
}

module.exports = { quickenStyles };
