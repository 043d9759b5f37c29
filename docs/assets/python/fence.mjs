/**
 * The fence around Python: before it is there, whatever calls out is taken from the worker. A content
 * policy binds a worker only where a host sends one, and one with an ordinary address only by what is
 * sent with its script. This holds everywhere.
 *
 * `import()` is a part of the language. So what makes a text into code goes as well. `importScripts`
 * does nothing in a worker that is a module.
 */

/** Names of what reaches another host, or starts something that could. */
const CALLING_OUT = (
  "fetch fetchLater XMLHttpRequest WebSocket WebSocketStream WebTransport EventSource " +
  "RTCPeerConnection FontFace Worker SharedWorker caches eval"
).split(" ");
const OF_NAVIGATOR = ["sendBeacon", "serviceWorker"];
const TIMERS = ["setTimeout", "setInterval"];
/** One function of each kind: the constructor of each makes a text into code. */
const KINDS = [() => {}, async () => {}, function* () {}, async function* () {}];

/**
 * Put up the fence.
 *
 * @returns {{ fetch: typeof fetch, XMLHttpRequest: typeof XMLHttpRequest, caches: CacheStorage }} what
 *   the worker needs for files of this site; it must never come to Python
 * @throws {TypeError} if something cannot be taken away: then Python must not be started
 */
export function fenceOff() {
  const { XMLHttpRequest, caches } = self;
  const own = { fetch: self.fetch.bind(self), XMLHttpRequest, caches };
  for (const kind of KINDS) {
    Object.defineProperty(Object.getPrototypeOf(kind), "constructor", { value: NoCode });
  }
  Object.defineProperty(self, "Function", { value: NoCode });
  for (const name of TIMERS) self[name] = onlyForFunctions(self[name].bind(self));
  for (const name of OF_NAVIGATOR) takeAway(self.navigator, name);
  for (const name of CALLING_OUT) takeAway(self, name);
  return own;
}

/** In the place of the language's own constructor: Pyodide asks what is a function, and makes none. */
function NoCode() {
  throw new TypeError("no text is made into code here");
}
NoCode.prototype = Function.prototype;

/** Whichever object on the way up has it. */
function takeAway(holder, name) {
  for (let one = holder; one !== null; one = Object.getPrototypeOf(one)) delete one[name];
}

/** A timer runs a text as code. */
function onlyForFunctions(timer) {
  return (act, ...rest) => {
    if (typeof act !== "function") throw new TypeError("a timer needs a function");
    return timer(act, ...rest);
  };
}
