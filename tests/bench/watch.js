/**
 * Put into every page that is measured, before its own scripts: notes in `window.bench` what happens
 * there. Times are milliseconds from the start of navigation.
 */
(() => {
  const LONG = 50;
  const OURS = "bench";

  const bench = {
    /** How much longer than 50 ms tasks of the main thread were, in all. */
    blocked: 0,
    /** The part of it after the page had Python's first answer. */
    painting: 0,
    /** The longest task, if there was one of more than 50 ms. */
    longest: 0,
    /** Text of the last question that the page put to Python, with all records that it stands for. */
    question: () => JSON.stringify(wholeOf(questions)),
    /** Milliseconds from the post of the first question for all of the page to its answer. */
    firstStep: undefined,
    ask,
  };
  window.bench = bench;
  /** The questions from the last one on that had all records in it. */
  let questions = [];
  let python = null;
  let asked = 0;
  /** A worker's first question may be for the date alone. */
  let isWhole = false;
  let heard = Number.POSITIVE_INFINITY;

  new PerformanceObserver((list) => {
    for (const { duration, startTime } of list.getEntries()) {
      bench.blocked += Math.max(0, duration - LONG);
      if (startTime + duration > heard) bench.painting += Math.max(0, duration - LONG);
      bench.longest = Math.max(bench.longest, duration);
    }
  }).observe({ type: "longtask", buffered: true });

  const Plain = window.Worker;
  window.Worker = class extends Plain {
    constructor(...its) {
      super(...its);
      this.addEventListener("message", ({ data }) => {
        if (data?.answer && data.id !== OURS) followAnswer(data.answer);
      });
    }

    postMessage(message, ...rest) {
      if (message?.ask && message.id !== OURS) {
        python = this;
        const question = JSON.parse(message.ask);
        questions = [...(question.over === undefined ? [] : questions), question];
        isWhole = question.panels?.length > 1;
        asked = performance.now();
      }
      super.postMessage(message, ...rest);
    }
  };

  function wholeOf([first, ...others]) {
    const held = { ...first.records };
    for (const { records, dropped } of others) {
      for (const key of dropped) delete held[key];
      Object.assign(held, records);
    }
    const { over: _, dropped: __, ...last } = others.at(-1) ?? first;
    return { ...last, records: held };
  }

  /** An answer that lacks a file shows nothing: the page fetches it and asks again. */
  function followAnswer(answer) {
    const milliseconds = performance.now() - asked;
    if (bench.complete !== undefined || JSON.parse(answer).needs?.length > 0) return;
    const isComplete = isWhole;
    if (isComplete) bench.firstStep ??= milliseconds;
    heard = Math.min(heard, performance.now());
    requestAnimationFrame(() => {
      bench.answered ??= performance.now();
      if (isComplete) bench.complete ??= performance.now();
    });
  }

  /** Put a question of ours to the page's own worker; the page does not hear the answer. */
  function ask(text) {
    return new Promise((done, fail) => {
      const worker = python;
      const hear = ({ data }) => {
        if (data.id !== OURS) return;
        worker.removeEventListener("message", hear);
        if (data.error) fail(new Error(data.error));
        else done(performance.now() - start);
      };
      worker.addEventListener("message", hear);
      const start = performance.now();
      worker.postMessage({ id: OURS, ask: text });
    });
  }

  function look() {
    const date = document.querySelector("[data-panel=plan] [data-step] time, #date time");
    if (date) bench.shown = performance.now();
    else requestAnimationFrame(look);
  }
  requestAnimationFrame(look);
})();
