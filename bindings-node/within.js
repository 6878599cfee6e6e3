"use strict";

class TimedOut extends Error {}

/** What somebody promises, if it comes in so many milliseconds. What comes later goes to `late`. */
function within(milliseconds, promised, late = () => {}) {
  return new Promise((resolve, reject) => {
    let over = false;
    const timer = setTimeout(() => {
      over = true;
      reject(new TimedOut(`no answer within ${Math.round(milliseconds)} ms`));
    }, milliseconds);
    promised
      .finally(() => clearTimeout(timer))
      .then((value) => (over ? late(value) : resolve(value)))
      .catch(reject);
  });
}

module.exports = { within };
