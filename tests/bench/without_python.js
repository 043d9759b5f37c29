/** Put into a page before its own scripts: Python never comes, and nothing else is different. */
(() => {
  const Plain = window.Worker;
  /** Ours are modules; the theme's, which searches, is not. */
  window.Worker = function Worker(url, options) {
    return options?.type === "module" ? silent() : new Plain(url, options);
  };

  function silent() {
    return Object.assign(new EventTarget(), { postMessage() {}, terminate() {} });
  }
})();
