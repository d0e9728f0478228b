const HANDLERS = { get: read, put: write, del: remove };

function normalize(input) { // finds: generic.maintainability.many-paths
  const out = {};
  out.host = input.host || input.hostname || "localhost";
  out.port = input.port || (input.secure ? 443 : 80);
  out.path = input.path || input.pathname || "/";
  out.user = input.auth && input.auth.user ? input.auth.user : "";
  out.pass = input.auth && input.auth.pass ? input.auth.pass : "";
  out.keep = input.keepAlive || input.agent?.keepAlive || false;
  if (input.query && typeof input.query === "object") out.query = input.query;
  if (input.hash && input.hash !== "#") out.hash = input.hash;
  if (input.timeout > 0 && input.timeout < 60000) out.timeout = input.timeout;
  if (input.retries > 0 && input.retries < 10) out.retries = input.retries;
  if (input.proxy && input.proxy.host && input.proxy.port) out.proxy = input.proxy;
  if (input.agent === false || input.agent === null) out.agent = null;
  return out;
}

const decode = (code) => { // finds: generic.maintainability.many-paths
  switch (code) {
    case 1: return "a";
    case 2: return "b";
    case 3: return "c";
    case 4: return "d";
    case 5: return "e";
    case 6: return "f";
    case 7: return "g";
    case 8: return "h";
    case 9: return "i";
    case 10: return "j";
    case 11: return "k";
    case 12: return "l";
    case 13: return "m";
    case 14: return "n";
    case 15: return "o";
    case 16: return "p";
    case 17: return "q";
    case 18: return "r";
    case 19: return "s";
    case 20: return "t";
    case 21: return "u";
    case 22: return "v";
    case 23: return "w";
    case 24: return "x";
    case 25: return "y";
    default: return "z";
  }
};

function dispatch(request) { // ok: generic.maintainability.many-paths
  const handler = HANDLERS[request.method] ?? reject;
  return request.valid && request.user ? handler(request) : reject(request);
}

class Router {
  route(request) { // ok: generic.maintainability.many-paths
    for (const layer of this.layers) {
      if (layer.matches(request) && !layer.disabled) return layer.handle(request);
    }
    return this.fallback?.(request);
  }
}
