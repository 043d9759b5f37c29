/**
 * Published in the place of the service worker, it takes the service worker back: its files go, it is
 * forgotten by the browser, and pages that it served are loaded anew from the network. What the reader
 * entered is not touched.
 */

const { pathname } = new URL("./", self.location);
const prefix = `followup.${pathname}.`;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const ours = (await caches.keys()).filter((name) => name.startsWith(prefix));
  await Promise.all(ours.map((name) => caches.delete(name)));
  // Only those that were served from here: others would be loaded again for nothing, and for ever.
  const windows = await self.clients.matchAll({ type: "window" });
  await self.registration.unregister();
  for (const window of windows) {
    // To where it was loaded, which also works if its scripts do not. With what may stand after the
    // sign # it would only scroll.
    window.navigate(window.url.split("#")[0]).catch(() => {});
  }
}
