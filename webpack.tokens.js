// Loader for Fluent's list of design tokens, a module that writes each of 467 names twice, although every theme has nearly all of them.
const { teamsLightTheme, themeToTokensObject, tokens } = require('@fluentui/react-components');

/** Makes the module that derives the tokens from the names in a theme; what no theme names is written out. */
module.exports = function deriveTokens() {
  const derived = themeToTokensObject(teamsLightTheme);
  const others = Object.entries(tokens).filter(([name, value]) => derived[name] !== value);
  return `
    import { themeToTokensObject } from './themeToTokensObject.js';
    import { teamsLightTheme } from './themes/index.js';
    export const tokens = { ...themeToTokensObject(teamsLightTheme), ...${JSON.stringify(Object.fromEntries(others))} };`;
};
