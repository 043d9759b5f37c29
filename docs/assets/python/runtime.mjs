/**
 * The life of the worker that runs Python: started once a visit, asked one question at a time,
 * watched, and replaced once when it falls silent over a question. One whose files do not come is given
 * up, until they come. Knows nothing of what is asked.
 */

import { takeWorker } from "./worker_start.mjs";

const SILENCE_WHILE_LOADING = 30_000;
// When all bytes are here Python boots without a word; a slow telephone needs its time.
const SILENCE_WHILE_BOOTING = 90_000;
// The first whole question of a worker is the longest by far: all records are read in it.
const SILENCE_AT_FIRST = 15_000;
const SILENCE_WHILE_ANSWERING = 5_000;

/**
 * @typedef {"idle" | "starting" | "ready" | "failed"} State
 * @typedef {{ done: number, total: number }} Progress in bytes
 */

/**
 * @param {string} workerUrl absolute address of worker.mjs
 * @param {{
 *   onState: (state: State) => void,
 *   onProgress: (progress: Progress) => void,
 *   onBroken: () => void,
 * }} heard onBroken: a worker went down over a question; called before there is another one
 */
export function makeRuntime(workerUrl, { onState, onProgress, onBroken }) {
  /** @type {State} */
  let state = "idle";
  /** @type {import("./worker_start.mjs").Started | null} */
  let worker = null;
  /** @type {{ id: number, isWhole: boolean, settle: (answer: string | null) => void } | null} */
  let asked = null;
  let questions = 0;
  let mayRestart = true;
  let isNew = true;
  let hasAnswered = false;
  let hasBroken = false;
  let silence;

  /** Start the worker, unless it has been started before. */
  function start() {
    if (state === "idle") launch();
  }

  /** Start it anew, whatever it does now: the reader asked for it. */
  function retry() {
    stop();
    mayRestart = true;
    launch();
  }

  /**
   * @param {string} question
   * @param {boolean} [isWhole] whether all records are in it: a worker that has answered less has yet
   *   to show that it can read them
   * @returns {Promise<string | null>} the answer; null if there will be none
   */
  function ask(question, isWhole = true) {
    return new Promise((settle) => {
      questions += 1;
      asked = { id: questions, isWhole, settle };
      worker.post({ id: questions, ask: question });
      expectWordWithin(hasAnswered ? SILENCE_WHILE_ANSWERING : SILENCE_AT_FIRST);
    });
  }

  function launch() {
    isNew = true;
    hasAnswered = false;
    hasBroken = false;
    become("starting");
    try {
      const started = takeWorker(workerUrl);
      worker = started;
      expectWordWithin(SILENCE_WHILE_LOADING);
      started.hear((heard) => {
        if (started !== worker) return;
        if ("isBroken" in heard) stumble("the worker broke");
        else hear(heard.data);
      });
    } catch (error) {
      stumble(String(error));
    }
  }

  function hear({ done, total, ready, failed, id, answer, error }) {
    if (failed !== undefined) stumble(failed, false);
    else if (total !== undefined) {
      // It had been given up; yet the bytes come at last.
      if (state === "failed") become("starting");
      expectWordWithin(done < total ? SILENCE_WHILE_LOADING : SILENCE_WHILE_BOOTING);
      onProgress({ done, total });
    } else if (ready) {
      clearTimeout(silence);
      become("ready");
    } else if (asked?.id === id) {
      if (error !== undefined) return stumble(error);
      isNew = false;
      mayRestart ||= asked.isWhole;
      hasAnswered ||= asked.isWhole;
      settleWith(answer);
    }
  }

  /**
   * A worker that stops in the middle of its work gets one successor; one that never worked, none. No
   * question is to blame for a file that did not come.
   */
  function stumble(reason, isOverQuestion = asked !== null) {
    console.warn(`Follow Up: ${reason}`);
    const wasReady = state === "ready";
    hasBroken = isOverQuestion;
    stop();
    if (isOverQuestion) onBroken();
    if (!wasReady || !mayRestart) return become("failed");
    mayRestart = false;
    launch();
  }

  function stop() {
    clearTimeout(silence);
    worker?.terminate();
    worker = null;
    settleWith(null);
  }

  function settleWith(answer) {
    clearTimeout(silence);
    asked?.settle(answer);
    asked = null;
  }

  function expectWordWithin(milliseconds) {
    clearTimeout(silence);
    silence = setTimeout(() => {
      const reason = `no word for ${milliseconds / 1000} s`;
      if (state === "ready") stumble(reason);
      else giveUp(reason);
    }, milliseconds);
  }

  /** Its files do not come. The worker lives on: they may come yet. */
  function giveUp(reason) {
    console.warn(`Follow Up: ${reason}`);
    hasBroken = false;
    become("failed");
  }

  function become(next) {
    state = next;
    onState(next);
  }

  return {
    start,
    retry,
    ask,
    state: () => state,
    /** Whether this worker has answered nothing yet. */
    isNew: () => isNew,
    /** Whether it has answered a whole question: then it has read all records, and silence is short. */
    hasAnswered: () => hasAnswered,
    /** Whether the last worker went down over a question, and not before there was one. */
    hasBroken: () => hasBroken,
  };
}
