const WORDS = /^(\w+\s?)*$/; // finds: javascript.security.catastrophic-regex
const LETTERS = /^([a-zA-Z]+)*@/; // finds: javascript.security.catastrophic-regex
const LINES = /(?:.*)+end/; // finds: javascript.security.catastrophic-regex

const SEPARATED = /^\w+(?:\s\w+)*$/; // ok: javascript.security.catastrophic-regex
const NUMBERS = /^(\d+,)*\d+$/; // ok: javascript.security.catastrophic-regex
const ONE_OF = /^(a|b|c)+$/; // ok: javascript.security.catastrophic-regex
const LAST = /(\w+)+/; // ok: javascript.security.catastrophic-regex
const LAST_IN_GROUP = /^(x(?:[a-z]+[A-Z]?)+)/; // ok: javascript.security.catastrophic-regex
const CLASS = /^[(a+)+]+$/; // spurious: javascript.security.catastrophic-regex
const NESTED = /^((ab)*c?)*d$/; // missing: javascript.security.catastrophic-regex

export const checks = [WORDS, LETTERS, LINES, SEPARATED, NUMBERS, ONE_OF, LAST, LAST_IN_GROUP, CLASS, NESTED];
