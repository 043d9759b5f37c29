/**
 * The first thing that the page's script does. In a browser that is too old it could do half of its work:
 * then it does nothing, and the page says so (overrides/partials/javascripts/door.html).
 */

if (document.documentElement.dataset.door === "scripts") {
  throw new Error("Follow Up: this browser is too old for the tools of this site.");
}
