/**
 * The service worker: keeps the files of one version of the site, and serves them.
 *
 * followup_site/publish/service_worker.py puts `self.lists` before this text: the version, and its files in
 * three groups, each by its address below the site, with its hash and its size. The browser compares
 * what it fetches with the hash, so no byte gets in that was not published. Each version has caches of
 * its own; what an earlier one has is copied from there, and not fetched again.
 *
 * A page is served by one worker for its life. A new version waits until no page of an old one is
 * open. What the reader enters never comes here.
 */

/** @type {{ version: string, pages: Files, tools: Files, holidays: Files }} */
const { version, pages, tools, holidays } = self.lists;
/** @typedef {Record<string, { hash: string, size: number }>} Files size: packed, in bytes */
const files = Object.assign(Object.create(null), pages, tools, holidays);
const start = new URL("./", self.location);
const OURS = `followup.${start.pathname}.`;
const SITE = `${OURS}${version}.site`;
/** Apart, as some of them without the others would tell which country was chosen: pages delete it. */
const HOLIDAYS = `${OURS}${version}.holidays`;
/** Had the holidays before there was a service worker. */
const FORMER = "followup-files";
/** Held while a version is being kept, or others are being deleted. */
const LOCK = `${OURS}keeping`;
/** Marks that all files were kept once, and so that all of the next version are wanted. */
const WHOLE = new URL("?whole", start).href;
/** The hash of each file of a version, by its address. */
const LIST = new URL("?list", start).href;
/** What stands in such a folder never changes. */
const VERSIONED = /^followup-[0-9a-f]+\//;
/** All our pages stand in these, kept or not. What stands beside them may be anybody's. */
const FOLDERS = new Set(Object.keys(pages).map((name) => name.split("/")[0]));
/** Shown for a page that is not kept while there is no network. */
const FALLBACK = "offline.html";
/** Shown for a moment in the place of a page, to let in the version that waits. */
const MOMENT = "new-version.html";
/** Files fetched at the same time. */
const LANES = 6;

let isKeeping = false;
let hasTried = false;

self.addEventListener("install", (event) => {
  event.waitUntil(navigator.locks.request(LOCK, install));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || request.headers.has("range")) return;
  if (!request.url.startsWith(start.href)) return;
  const name = nameOf(request.url);
  const isOurPage = request.mode === "navigate" && isOurs(name);
  if (name in files || isOurPage) event.respondWith(answer(name, request));
});

self.addEventListener("message", (event) => {
  const { keep: what, takeOver } = event.data;
  event.waitUntil(takeOver ? tryTakeOver(event.source) : keepMore(what));
});

// --- Serving ---

/**
 * @returns {string} how a file is called in the lists, whatever follows its path in the address; hosts
 *   answer for pages without the last slash as well, and without the ending of their files
 */
function nameOf(url) {
  const path = new URL(url).pathname.slice(start.pathname.length);
  const name = path.replace(/(^|\/)index(\.html)?$/, "$1");
  return `${name}/` in files ? `${name}/` : name;
}

/** @returns {boolean} whether it is one of our pages, and not one of a site beside or below ours */
function isOurs(name) {
  return FOLDERS.has(name.split("/")[0]);
}

async function answer(name, request) {
  if (request.mode === "navigate") return page(name, request);
  return (await found(name)) ?? fetch(request);
}

/**
 * While tools are not kept, a page comes from the network: the tools of its version are sure to be
 * there only as long as that is the one that is published.
 */
async function page(name, request) {
  const own = (await mayTakeOver()) ? MOMENT : name;
  const response = own === MOMENT || (await isWhole()) ? await found(own) : null;
  if (response) return response;
  try {
    return await fetch(request);
  } catch {
    return (await found(name)) ?? (await found(FALLBACK)) ?? Response.error();
  }
}

/** @returns {Promise<Response | null | undefined>} */
async function found(name) {
  return name in files ? kept(name).catch(() => null) : null;
}

/** @returns {Promise<Response | undefined>} */
function kept(name) {
  return caches.match(addressOf(name), { cacheName: cacheOf(name), ignoreVary: true });
}

/** @returns {Promise<boolean>} whether all of this version has been kept */
async function isWhole() {
  return (await caches.match(WHOLE, { cacheName: SITE }).catch(() => undefined)) !== undefined;
}

// --- Keeping ---

function addressOf(name) {
  return new URL(name, start).href;
}

function cacheOf(name) {
  return name in holidays ? HOLIDAYS : SITE;
}

/**
 * Keep a file, unless it is kept already. It is kept under its address and as it came: only so do
 * browsers keep the compiled code of a script beside it.
 *
 * @param {string} name
 * @param {() => Promise<Response>} get
 */
async function keep(name, get = () => fetched(name)) {
  // Before the file is there: what comes for a cache that was deleted meanwhile goes nowhere.
  const cache = await caches.open(cacheOf(name));
  if (!(await cache.match(addressOf(name)))) await cache.put(addressOf(name), await get());
}

/**
 * @param {string} name
 * @param {RequestCache} [mode] how the browser's own cache is used
 * @returns {Promise<Response>}
 * @throws {TypeError} if the file cannot be had, or is not what was published
 */
async function fetched(name, mode = modeFor(name)) {
  const settings = { cache: mode, integrity: files[name].hash, mode: "same-origin" };
  const response = await fetch(addressOf(name), {
    ...settings,
    redirect: "error",
    priority: "low",
  });
  if (!response.ok) throw new TypeError(`${response.status} for ${name}`);
  return response;
}

/** What the page has just fetched is at hand. Holidays would tell there which country was chosen. */
function modeFor(name) {
  if (name in holidays) return "no-store";
  return VERSIONED.test(name) ? "default" : "no-cache";
}

/** @param {string[]} names @param {(name: string) => Promise<void>} keepOne */
async function keepEach(names, keepOne) {
  const left = [...names];
  const lane = async () => {
    for (let name = left.shift(); name !== undefined; name = left.shift()) await keepOne(name);
  };
  try {
    await Promise.all(Array.from({ length: LANES }, lane));
  } finally {
    left.length = 0;
  }
}

/** All or nothing. What was kept whole stays whole, unless the reader pays for each byte. */
async function install() {
  const { saveData = false, type = "" } = navigator.connection ?? {};
  const isAllWanted = !saveData && type !== "cellular" && (await caches.match(WHOLE)) !== undefined;
  const earlier = await keptEarlier();
  const names = Object.keys(files);
  const list = names.map((name) => [addressOf(name), files[name].hash]);
  await put(LIST, JSON.stringify(Object.fromEntries(list)));
  await keepEach(names, async (name) => {
    const copy = earlier.get(files[name].hash);
    if (copy && mayCopy(name, copy)) await keep(name, () => copyOf(name, copy));
    else if (isAllWanted || name in pages) await keep(name);
  });
  if (isAllWanted) await put(WHOLE);
}

/** @typedef {{ address: string, cacheName: string }} Place */

/** @returns {Promise<Map<string, Place>>} what any version has kept, by hash */
async function keptEarlier() {
  const found = new Map();
  for (const cacheName of await ownCaches()) {
    const list = await caches.match(LIST, { cacheName: cacheName.replace(/[a-z]+$/, "site") });
    const hashes = (await list?.json()) ?? {};
    for (const address of await addressesIn(cacheName)) {
      found.set(hashes[address], { address, cacheName });
    }
  }
  return found;
}

/** A script that moves would lose its compiled code. */
function mayCopy(name, { address }) {
  return address === addressOf(name) || !/js$/.test(name);
}

/** @param {string} name @param {Place} place @returns {Promise<Response>} */
async function copyOf(name, { address, cacheName }) {
  const response = await caches.match(address, { cacheName, ignoreVary: true });
  // It would carry its old address with it.
  return address === addressOf(name) ? response : new Response(response.body, response);
}

async function ownCaches() {
  return (await caches.keys()).filter((name) => name.startsWith(OURS));
}

async function addressesIn(cacheName) {
  if (!(await caches.has(cacheName))) return [];
  const cache = await caches.open(cacheName);
  return (await cache.keys()).map(({ url }) => url);
}

async function put(address, text = "") {
  const cache = await caches.open(SITE);
  await cache.put(address, new Response(text));
}

/**
 * Keep what a page asks for, and tell how much is kept.
 *
 * @param {string} what "all"; "had" for what of the tools the browser has fetched already; "nothing";
 *   or the name of one file
 */
async function keepMore(what) {
  await navigator.locks.request(LOCK, { ifAvailable: true }, clean);
  if (what === "all" && !isKeeping) await keepAll();
  if (what === "had") await keepEach(Object.keys(tools), keepIfHad);
  if (what in files) await keep(what).catch(() => {});
  await tell(await missing());
}

async function keepAll() {
  isKeeping = true;
  try {
    const lacking = new Set(await missing());
    await keepEach([...lacking], async (name) => {
      await tell(lacking);
      await keep(name);
      lacking.delete(name);
    });
    await put(WHOLE);
  } catch {
    // No network, no room, or a server that is half way to another version. What is kept stays.
  } finally {
    isKeeping = false;
  }
}

async function keepIfHad(name) {
  await keep(name, () => fetched(name, "only-if-cached")).catch(() => {});
}

/**
 * Nothing of other versions is needed any more, unless one is being kept or waits. Not done while the
 * browser activates a version, as all pages would wait for it.
 */
async function clean(lock) {
  const { installing, waiting } = self.registration;
  if (lock === null || installing || waiting) return;
  const others = (await ownCaches()).filter((name) => name !== SITE && name !== HOLIDAYS);
  await Promise.all([FORMER, ...others].map((name) => caches.delete(name)));
}

/** @returns {Promise<string[]>} the files of this version that are not kept */
async function missing() {
  const found = new Set([...(await addressesIn(SITE)), ...(await addressesIn(HOLIDAYS))]);
  return Object.keys(files).filter((name) => !found.has(addressOf(name)));
}

// --- Pages ---

/** @returns {Promise<WindowClient[]>} every open page of the site, served from here or not */
async function windows() {
  const all = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  return all.filter(({ url }) => url.startsWith(start.href) && isOurs(nameOf(url)));
}

/** @param {Iterable<string>} lacking files that are not kept */
async function tell(lacking) {
  const sizeOf = (names) => Array.from(names, (it) => files[it].size).reduce((a, b) => a + b, 0);
  const state = { total: sizeOf(Object.keys(files)), missing: sizeOf(lacking), isKeeping };
  for (const client of await windows()) client.postMessage(state);
}

/**
 * A page that is open may be the one whose place the next one takes, or it may stay: that is known
 * only once the next one is there, so the page for a moment finds out. Nothing else is at work then,
 * which browsers need to change versions at once.
 */
async function mayTakeOver() {
  if (!self.registration.waiting || hasTried || (await windows()).length > 1) return false;
  hasTried = true;
  return true;
}

/** Take the place of the version before, if no page is open but the one that asks. */
async function tryTakeOver(client) {
  const others = (await windows()).length - 1;
  if (others > 0) client.postMessage({ others });
  else await self.skipWaiting();
}
