/**
 * Use without a network, the page's side: asks for the service worker, tells it what to keep and
 * shows how far that is. A browser that has no service workers, or lets none in, notices nothing.
 *
 * A page is of one version of the site for its life. A newer one comes with the next page that is
 * opened while no other is, or when the reader asks for it.
 */

/** Kinds of lines, as browsers call them, on which nobody pays for each byte. */
const OPEN_LINES = new Set(["wifi", "ethernet"]);

const VERSION = /^[0-9a-f]{12}$/;
/** Milliseconds within which the host says which version is published. */
const PATIENCE = 5_000;
/** Milliseconds after which a page is loaded again, whether the new version has come or not. */
const AT_LAST = 3_000;

/**
 * @typedef {{ total: number, missing: number, isKeeping: boolean, refused: string }} Told in bytes;
 *   refused: the file for which nothing more is kept, as the host changes it or holds it back
 */

const versionOfPage = () => document.querySelector("meta[name=followup-version]")?.content ?? "";
const version = versionOfPage();

/** @returns {boolean} whether the theme has put a page of another version in the place of ours */
export function isOtherVersion() {
  return versionOfPage() !== version;
}

/**
 * @param {string} site absolute address of its start
 * @returns {Promise<boolean>} whether another version is published now: what this page has not fetched
 *   yet may be gone. No service worker keeps the file that says so.
 */
export async function isSuperseded(site) {
  if (version === "") return false;
  try {
    const settings = { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) };
    const response = await fetch(new URL("version.txt", site), settings);
    const published = response.ok ? (await response.text()).trim() : "";
    return VERSION.test(published) && published !== version;
  } catch {
    return false;
  }
}

/**
 * @param {string} site absolute address of its start
 * @param {() => boolean} mayKeep whether anything may be kept on this computer
 */
export function openOffline(site, mayKeep) {
  const script = new URL("service_worker.js", site).href;
  const container = isPublished() ? ownContainer() : null;
  /** Addresses, below the site's start, of single files that answers needed. */
  const used = new Set();
  /** @type {Promise<ServiceWorkerRegistration | null> | null} once there is a worker at work */
  let registered = null;
  /** @type {Told | null} */
  let told = null;
  /** @type {ServiceWorker | null} */
  let waiting = null;
  /** Other open pages, when the reader has asked for the new version in vain. */
  let others = 0;
  let isTakingOver = false;

  // --- The service worker ---

  /**
   * Called once the page shows what it can: nothing may compete with that.
   *
   * @param {"idle" | "ready" | "failed"} tools how far Python is
   */
  async function follow(tools) {
    if (!container) return;
    await loaded();
    registered ??= register();
    ask(mayKeep() ? whatToKeep(tools === "ready") : "nothing");
    for (const name of used) ask(name);
  }

  /** @param {string} keep what the service worker shall keep; it answers how much it has */
  async function ask(keep) {
    const registration = await registered;
    registration?.active.postMessage({ keep });
  }

  async function register() {
    try {
      const registration = mayKeep()
        ? await container.register(script, { updateViaCache: "none" })
        : await ownRegistration();
      if (!registration) return null;
      const look = () => {
        waiting = registration.active ? registration.waiting : null;
        show();
      };
      registration.addEventListener("updatefound", () => {
        registration.installing?.addEventListener("statechange", look);
      });
      look();
      await atWork(registration);
      return registration;
    } catch {
      // A private window, a page in a frame, a managed browser: the site works as it did.
      return null;
    }
  }

  /** @returns {Promise<ServiceWorkerRegistration | null>} not that of another site on this host */
  async function ownRegistration() {
    const registration = await container.getRegistration(script);
    return registration?.scope === site ? registration : null;
  }

  /** @param {string} address of a file that an answer needed */
  function noteUse(address) {
    if (!mayKeep()) return;
    const name = address.slice(site.length);
    used.add(name);
    ask(name);
  }

  /** The files that were used say which country was chosen. */
  async function forget() {
    used.clear();
    const start = `followup.${new URL(site).pathname}.`;
    try {
      const names = (await caches.keys()).filter(
        (name) => name.startsWith(start) && name.endsWith(".holidays"),
      );
      await Promise.all(names.map((name) => caches.delete(name)));
    } catch {
      // No cache here, so nothing is in it.
    }
    ask("nothing");
  }

  /** Browsers may not tell that the new one has come: for a page that no version serves, none does. */
  function takeOver() {
    others = 0;
    isTakingOver = true;
    waiting?.postMessage({ takeOver: true });
    setTimeout(goOn, AT_LAST);
  }

  function goOn() {
    if (isTakingOver) location.reload();
    isTakingOver = false;
  }

  // --- To the page ---

  function show() {
    const name = told === null ? "absent" : nameOf(told);
    for (const part of document.querySelectorAll("[data-offline]")) {
      part.hidden = part.dataset.offline !== name;
    }
    for (const part of document.querySelectorAll("[data-newer]")) part.hidden = waiting === null;
    for (const part of document.querySelectorAll("[data-others]")) part.hidden = others === 0;
    if (told) showNumbers(told);
  }

  container?.addEventListener("message", ({ source, data }) => {
    if (source?.scriptURL !== script) return;
    if ("others" in data) {
      others = data.others;
      isTakingOver = false;
    } else told = data;
    show();
  });
  container?.addEventListener("controllerchange", goOn);
  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.("[data-keep-all], [data-take-over]");
    if (!button) return;
    // It goes away as it is pressed, so the focus moves to what stays.
    button.closest("[data-kept]")?.focus();
    if (button.matches("[data-keep-all]")) ask("all");
    else takeOver();
  });

  return { follow, noteUse, forget, show };
}

/** Only a finished site has a version, and it may be published without a service worker. */
function isPublished() {
  return version !== "" && !document.querySelector("meta[name=followup-service-worker]");
}

function ownContainer() {
  try {
    return navigator.serviceWorker ?? null;
  } catch {
    return null;
  }
}

async function loaded() {
  if (document.readyState === "complete") return;
  await new Promise((settle) => addEventListener("load", settle, { once: true }));
}

/** @param {ServiceWorkerRegistration} registration @returns {Promise<void>} never, if it fails */
function atWork(registration) {
  const worker = registration.installing ?? registration.waiting;
  return new Promise((settle) => {
    const look = () => registration.active && settle();
    worker?.addEventListener("statechange", look);
    look();
  });
}

/**
 * Where the browser does not say what the line costs, what was fetched for this visit tells.
 *
 * @param {boolean} hasTools whether Python was fetched for this visit
 * @returns {string} what the service worker shall keep ahead
 */
function whatToKeep(hasTools) {
  const { saveData = false, type = "" } = navigator.connection ?? {};
  if (saveData || type === "cellular") return hasTools ? "had" : "nothing";
  return hasTools || OPEN_LINES.has(type) ? "all" : "nothing";
}

/** @param {Told} told @returns {string} the part of the page that says so */
function nameOf({ total, missing, isKeeping, refused }) {
  if (missing === 0) return "whole";
  if (refused) return missing === total ? "refused" : "stopped";
  return isKeeping ? "keeping" : "part";
}

/** @param {Told} told */
function showNumbers({ total, missing, refused = "" }) {
  const megabytes = (bytes) => (Math.ceil(bytes / 1e5) / 10).toFixed(1);
  for (const place of document.querySelectorAll("[data-sentence]")) {
    place.textContent = place.dataset.sentence
      .replace("{done}", megabytes(total - missing))
      .replace("{total}", megabytes(total))
      .replace("{missing}", megabytes(missing))
      .replace("{file}", refused);
  }
  for (const bar of document.querySelectorAll("[data-offline] progress")) {
    bar.max = total;
    bar.value = total - missing;
  }
}
