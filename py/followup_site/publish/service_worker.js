/**
 * The service worker: keeps the files of one version of the site, and serves them.
 *
 * followup_site/publish/service_worker.py puts `self.lists` before this text: the version, and its files in
 * four groups, each by its address below the site, with what it is known by and its size. A file is
 * known by its hash, so no byte gets in that was not published. A page is known by the mark in its head,
 * so it gets in as the host serves it, and only if it is the page of this version. Each version has
 * caches of its own; what an earlier one has is copied from there, and not fetched again.
 *
 * A page is served by one worker for its life. A new version waits until no page of an old one is
 * open. What the reader enters never comes here.
 */

/** @type {{ version: string, pages: Files, extras: Files, tools: Files, holidays: Files }} */
const { version, pages, extras, tools, holidays } = self.lists;
/** @typedef {Record<string, { hash?: string, mark?: string, size: number }>} Files size: packed, in bytes */
const wanted = Object.assign(Object.create(null), pages, tools, holidays);
const files = Object.assign(Object.create(null), wanted, extras);
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
/** What each file of a version is known by, by its address. */
const LIST = new URL("?list", start).href;
/** The last file that the host did not give as it was published, and how often in turn. */
const REFUSED = new URL("?refused", start).href;
/** How often until nothing more is tried for this version: sites may be half way to another one. */
const TRIES = 3;
/** What stands in such a folder never changes. */
const VERSIONED = /^followup-[0-9a-f]+\//;
/** And what has part of its hash in its name, as the theme's files do. */
const UNCHANGING = /^followup-[0-9a-f]+\/|\.[0-9a-f]{8}\.min\.\w+$/;
/** All our pages stand in these, kept or not. What stands beside them may be anybody's. */
const FOLDERS = new Set(
  [...Object.keys(pages), ...Object.keys(extras)].map((name) => name.split("/")[0]),
);
/** Shown for a page that is not kept while there is no network. */
const FALLBACK = "offline/";
/** Shown for a moment in the place of a page, to let in the version that waits. */
const MOMENT = "new-version/";
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

/** The host is there, but does not give a file as it was published. */
class Refusal extends Error {
  /** @param {string} file its name @param {boolean} isChanged whether it came, but was another one */
  constructor(file, isChanged) {
    super(file);
    Object.assign(this, { file, isChanged });
  }
}

/**
 * @param {string} name
 * @param {RequestCache} [mode] how the browser's own cache is used
 * @returns {Promise<Response>}
 * @throws {Refusal} if the host gives something else
 * @throws {TypeError} if nothing comes
 */
async function fetched(name, mode = modeFor(name)) {
  const response = await fetch(addressOf(name), {
    cache: mode,
    mode: "same-origin",
    priority: "low",
  }).catch(async (error) => {
    throw mode !== "only-if-cached" && (await isHostThere()) ? new Refusal(name, false) : error;
  });
  if (!response.ok) throw new Refusal(name, false);
  if (!(await isPublished(name, response.clone()))) throw new Refusal(name, true);
  return keepable(response);
}

/** @returns {Promise<boolean>} whether what did not come was held back, as the network is there */
function isHostThere() {
  const settings = { method: "HEAD", cache: "no-store" };
  return fetch(self.location.href, settings).then(
    () => true,
    () => false,
  );
}

/** @returns {Promise<boolean>} whether it is this file, or this page with what the host made of it */
async function isPublished(name, response) {
  const { hash, mark } = files[name];
  if (hash) return hash.split(" ").includes(await hashOf(await response.arrayBuffer()));
  const tags = (await response.text()).match(/<meta\b[^>]*>/gi) ?? [];
  return tags.some((tag) => tag.includes("followup-page") && tag.includes(mark));
}

async function hashOf(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `sha256-${btoa(String.fromCharCode(...hash))}`;
}

/** Browsers show no page that came by a redirect, and keep nothing that varies with all and sundry. */
function keepable(response) {
  if (!response.redirected && !response.headers.get("vary")?.includes("*")) return response;
  const headers = new Headers(response.headers);
  headers.delete("vary");
  return new Response(response.body, { headers });
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

/**
 * All that is needed or nothing. If the host does not give it, the version is there all the same, keeps
 * nothing and tries nothing more: else every page would try again, for ever.
 */
async function install() {
  const earlier = await keptEarlier();
  try {
    await keepFirst(earlier);
  } catch (error) {
    if (!(await isRefused(error))) throw error;
    const refused = await lastRefusal();
    await caches.delete(SITE);
    await put(REFUSED, JSON.stringify(refused));
  }
  // One that keeps nothing has no page to put in the place of another for a moment.
  if (earlier.size === 0) await self.skipWaiting();
}

/** What was kept whole stays whole, unless the reader pays for each byte. */
async function keepFirst(earlier) {
  const { saveData = false, type = "" } = navigator.connection ?? {};
  const isAllWanted = !saveData && type !== "cellular" && (await caches.match(WHOLE)) !== undefined;
  const list = Object.keys(files).map((name) => [addressOf(name), knownBy(name)]);
  await put(LIST, JSON.stringify(Object.fromEntries(list)));
  const keepOne = async (name) => {
    const copy = earlier.get(knownBy(name));
    if (copy && mayCopy(name, copy)) await keep(name, () => copyOf(name, copy));
    else if (isAllWanted || name in pages || name in extras) await keep(name);
  };
  await keepEach(Object.keys(wanted), keepOne);
  await keepEach(Object.keys(extras), (name) => keepOne(name).catch(() => {}));
  if (isAllWanted) await put(WHOLE);
}

function knownBy(name) {
  return files[name].mark ?? files[name].hash;
}

/** @returns {Promise<{ file: string, tries: number }>} */
async function lastRefusal() {
  const kept = await caches.match(REFUSED, { cacheName: SITE });
  return (await kept?.json()) ?? { file: "", tries: 0 };
}

/** @returns {Promise<boolean>} whether nothing more is tried for this version */
async function hasGivenUp() {
  return (await lastRefusal()).tries >= TRIES;
}

/**
 * Note why not all could be kept. What is lost with the network comes with it again. A file that never
 * changes and did is the host's doing; any other may be on its way still, so it has some tries.
 *
 * @returns {Promise<boolean>} whether nothing more is tried for this version
 */
async function isRefused(error) {
  if (!(error instanceof Refusal)) return false;
  const { file, isChanged } = error;
  const last = await lastRefusal();
  const isForGood = isChanged && UNCHANGING.test(file);
  const tries = isForGood ? TRIES : 1 + (last.file === file ? last.tries : 0);
  await put(REFUSED, JSON.stringify({ file, tries }));
  return tries >= TRIES;
}

/** @typedef {{ address: string, cacheName: string }} Place */

/** @returns {Promise<Map<string, Place>>} what any version has kept, by hash */
async function keptEarlier() {
  const found = new Map();
  for (const cacheName of await ownCaches()) {
    const list = await caches.match(LIST, { cacheName: cacheName.replace(/[a-z]+$/, "site") });
    const hashes = (await list?.json()) ?? {};
    for (const address of await addressesIn(cacheName)) {
      if (hashes[address]) found.set(hashes[address], { address, cacheName });
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
  if (!(await hasGivenUp())) {
    if (what === "all" && !isKeeping) await keepAll();
    if (what === "had") await keepEach(Object.keys(tools), keepIfHad);
    if (what in files) await keep(what).catch(() => {});
  }
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
  } catch (error) {
    // No network, no room, or a server that is half way to another version. What is kept stays.
    await isRefused(error);
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

/** @returns {Promise<string[]>} the files of this version that are wanted and not kept */
async function missing() {
  const found = new Set([...(await addressesIn(SITE)), ...(await addressesIn(HOLIDAYS))]);
  return Object.keys(wanted).filter((name) => !found.has(addressOf(name)));
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
  const { file, tries } = await lastRefusal();
  const refused = tries >= TRIES ? file : "";
  const state = {
    total: sizeOf(Object.keys(wanted)),
    missing: sizeOf(lacking),
    isKeeping,
    refused,
  };
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
