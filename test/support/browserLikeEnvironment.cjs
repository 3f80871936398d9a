const { quickenStyles } = require('./quickStyles.cjs');
const FixedJsdomEnvironment = require('jest-fixed-jsdom');

/** jsdom with Node's own fetch and streams, and quicker computed styles. */
module.exports = class BrowserLikeEnvironment extends FixedJsdomEnvironment {
  constructor(...args) {
    super(...args);
    quickenStyles(this.global);
  }
};
