// finds: javascript.security.prototype-reached-by-merge
function merge(target, source) {
  for (const key in source) {
    if (isObject(source[key])) {
      if (!target[key]) {
        target[key] = {};
      }
      merge(target[key], source[key]);
    } else {
      target[key] = source[key];
    }
  }
  return target;
}

// finds: javascript.security.prototype-reached-by-merge
const extend = (target, source) => {
  for (const name of Object.keys(source)) {
    target[name] = isObject(source[name]) ? extend(target[name] || {}, source[name]) : source[name];
    extend(target[name], source[name]);
  }
};

// ok: javascript.security.prototype-reached-by-merge
function mergeSafely(target, source) {
  for (const key of Object.keys(source)) {
    if (key === "__proto__" || key === "constructor") {
      continue;
    }
    if (isObject(source[key])) {
      mergeSafely(target[key], source[key]);
    } else {
      target[key] = source[key];
    }
  }
}

// ok: javascript.security.prototype-reached-by-merge
function copy(target, source) {
  for (const key in source) {
    target[key] = source[key];
  }
}

// ok: javascript.security.prototype-reached-by-merge
function sameKeys(left, right) {
  for (const key in left) {
    if (!sameKeys(left[key], right[key])) {
      return false;
    }
  }
  return true;
}

// missing: javascript.security.prototype-reached-by-merge
function setPath(target, path, value) {
  const keys = path.split(".");
  const last = keys.pop();
  keys.reduce((node, key) => (node[key] ??= {}), target)[last] = value;
}
