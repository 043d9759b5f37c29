/**
 * What stands on the page for as long as it is so. That is how far Python is, and whether things are kept
 * otherwise than usual. It is also the way out when Python does not come.
 *
 * What is said once, in the status line, is no part of it.
 */

import { isPythonForbidden } from "../python/policy.mjs";
import { storeNow } from "./keeping.mjs";
import { showRescue } from "./rescue.mjs";
import { words } from "./status.mjs";

/** Milliseconds after which a start is no usual one. */
const SLOW = 20_000;

/**
 * @param {(name: string) => string} here gives the address of a file, by its name below the assets
 * @param {ReturnType<typeof import("../journal/journal.mjs").openJournal>} journal
 * @param {{ hasFailed: () => boolean, isOld: () => boolean, isDemo: boolean }} page hasFailed: whether
 *   Python did not come, or went away; isOld: whether something did not, as a newer version of the site
 *   is published; isDemo: whether the plan is that of somebody made up
 */
export function openStanding(here, journal, { hasFailed, isOld, isDemo }) {
  let isSlow = false;
  let slowness;

  function showState(state) {
    if (state !== "idle") document.documentElement.dataset.followup = state;
    const showOnly = (mark, isShown) => {
      for (const part of document.querySelectorAll(mark)) part.hidden = !isShown;
    };
    showOnly("[data-loading]", state === "starting");
    showOnly("[data-failed]", state === "failed");
    showOnly("[data-forbidden]", isPythonForbidden());
    showStanding();
    isSlow = false;
    clearTimeout(slowness);
    if (state === "starting") slowness = setTimeout(noteSlowness, SLOW);
    offerRescue();
  }

  function noteSlowness() {
    isSlow = true;
    offerRescue();
  }

  /** Python does not come, or takes so long that something here may be the reason. */
  function offerRescue() {
    showRescue(journal, hasFailed() || isSlow);
  }

  /** What the reader must know as long as it is so. */
  function showStanding() {
    const { newer, memory, refused, durable, quarantined, emptied } = storeNow(journal);
    // Only where it is needed: a page with such a listener does not come back as it was left.
    if ((memory && !isDemo) || journal.isUndoLoose()) addEventListener("beforeunload", warn);
    else removeEventListener("beforeunload", warn);
    const standing = {
      newer,
      demo: isDemo,
      memory: memory && !isDemo,
      refused: refused && !durable,
      damaged: quarantined > 0,
      emptied,
      framed: journal.isFramed(),
      superseded: isOld(),
    };
    for (const part of document.querySelectorAll("[data-standing]")) {
      part.hidden = !standing[part.dataset.standing];
      for (const link of part.querySelectorAll("[data-page]")) {
        const { page } = link.dataset;
        link.href = page ? here(`../../${page}`) : location.pathname + location.hash;
      }
    }
  }

  function warn(event) {
    if (holdsAlone() || journal.isUndoLoose()) event.preventDefault();
  }

  /** @returns {boolean} whether something is in this tab and nowhere else */
  function holdsAlone() {
    return !isDemo && journal.isMemory() && journal.records().size > 0;
  }

  return { showState, showStanding, offerRescue, holdsAlone };
}

/** @param {import("../python/runtime.mjs").Progress} progress of what is fetched for Python */
export function showProgress({ done, total }) {
  const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
  const text = words("loading")
    .replace("{done}", megabytes(done))
    .replace("{total}", megabytes(total));
  for (const bar of document.querySelectorAll("[data-loading] progress")) {
    bar.max = total;
    bar.value = done;
  }
  for (const place of document.querySelectorAll("[data-loading-text]")) place.textContent = text;
}
