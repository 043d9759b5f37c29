/**
 * The theme's script, which is the slowest of all and starts a search that reads every page: on pages
 * with tools it comes once the first answer is shown. It waits in an inert part of the page
 * (overrides/partials/late-theme.html), which is gone once somebody has asked for it.
 */

/** Milliseconds after the first paint, for as long as an answer may be waited for. */
const PATIENCE = 1_000;
/** Where the theme is at work: menu, search, colours. */
const ITS_PLACES = ".md-header, .md-search, .site-tabs, .md-sidebar";
const TOUCHES = ["pointerdown", "keydown", "focusin"];

/** Have it come in time, and at once for whoever touches what is its. */
export function awaitTheme() {
  globalThis.followupBringsTheme = true;
  // The page's own style sheet tells by this whether scripts run; else the theme would say so.
  document.documentElement.classList.replace("no-js", "js");
  requestAnimationFrame(() => setTimeout(bringTheme, PATIENCE));
  const bring = ({ target }) => {
    if (target instanceof Element && target.closest(ITS_PLACES)) bringTheme();
  };
  for (const touch of TOUCHES) addEventListener(touch, bring, { capture: true, passive: true });
}

/** Have it come now. A page where it has come, or that did not wait for it, stays as it is. */
export async function bringTheme() {
  const waiting = document.querySelector("template[data-theme]");
  if (waiting instanceof HTMLTemplateElement) {
    waiting.removeAttribute("data-theme");
    await keepStyles();
    waiting.replaceWith(...Array.from(waiting.content.querySelectorAll("script"), anew));
  } else if (document.readyState === "loading") {
    addEventListener("DOMContentLoaded", bringTheme, { once: true });
  }
}

/**
 * The theme gives every style sheet its whole address, and by that has it fetched again: meanwhile the
 * page would stand there without. So another one takes its place that has the whole address already.
 */
function keepStyles() {
  const sheets = document.querySelectorAll("link[rel=stylesheet]");
  return Promise.all(
    Array.from(sheets, (sheet) => new Promise((settle) => replace(sheet, settle))),
  );
}

function replace(sheet, settle) {
  const whole = sheet.cloneNode();
  whole.href = sheet.href;
  const end = (left) => {
    left.remove();
    settle();
  };
  whole.addEventListener("load", () => end(sheet));
  whole.addEventListener("error", () => end(whole));
  sheet.after(whole);
}

/** Whatever a host has made of the script that waits: only its address counts. */
function anew(waiting) {
  const script = document.createElement("script");
  script.src = waiting.getAttribute("src");
  script.async = false;
  return script;
}
