/**
 * For the page that is shown for a moment while a new version of the site takes the place of the old
 * one. Whether that can be or not, the page that the reader wanted comes at the end.
 */

/** Milliseconds after which the old version is shown once more. */
const PATIENCE = 3_000;

const container = navigator.serviceWorker;
const start = new URL("../../", import.meta.url);

function goOn() {
  // Under its own address, where nothing else ever comes, it would go on for ever.
  if (/\/new-version(\.html|\/)?$/.test(location.pathname)) location.replace(start);
  else location.reload();
}

container.addEventListener("controllerchange", goOn);
container.addEventListener("message", ({ data }) => "others" in data && goOn());
setTimeout(goOn, PATIENCE);
const registration = await container.getRegistration(start);
if (registration?.waiting) registration.waiting.postMessage({ takeOver: true });
else goOn();
