/**
 * What a trace of Chromium says about one thread: pure arithmetic over its events, which is all that can be tested of a
 * measurement. Times are in microseconds, as in the trace.
 *
 * @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur?: number, id?: string, args?: any }} TraceEvent
 * @typedef {{ pid: number, tid: number }} Thread
 * @typedef {{ at: number, time: number, url: string }} Sample what ran on the thread: `url` is of the script that did it,
 *   by itself or through what it asked of the engine; empty where no script did
 * @typedef {(url: string) => boolean} Belongs
 */

/**
 * The thread on which a page left a mark.
 *
 * @param {readonly TraceEvent[]} events
 * @param {string} mark
 * @returns {Thread}
 */
export function threadOf(events, mark) {
  const found = events.find(({ name, ph }) => name === mark && ph !== 'M');
  if (!found) throw new Error(`nobody left the mark ${mark} in the trace`);
  return { pid: found.pid, tid: found.tid };
}

/**
 * @param {readonly TraceEvent[]} events
 * @param {Thread} thread
 * @returns {Sample[]} in order
 */
export function samplesOf(events, thread) {
  const profile = events.find((event) => event.name === 'Profile' && isOn(event, thread));
  if (!profile) throw new Error('the trace has no profile of the thread');
  // Chunks are written by the thread that takes the samples.
  const chunks = events.filter(
    ({ name, pid, id }) => name === 'ProfileChunk' && pid === profile.pid && id === profile.id,
  );
  chunks.sort((a, b) => a.ts - b.ts);
  /** @type {Map<number, string>} */
  const urls = new Map();
  /** @type {Sample[]} */
  const samples = [];
  let at = profile.args.data.startTime;
  for (const { args } of chunks) {
    const { cpuProfile = {}, timeDeltas = [] } = args.data;
    // A caller is always named before what it calls.
    for (const { id, parent, callFrame } of cpuProfile.nodes ?? [])
      urls.set(id, callFrame.url || (urls.get(parent) ?? ''));
    for (const [index, node] of (cpuProfile.samples ?? []).entries()) {
      at += timeDeltas[index];
      // What was seen lasts until something is seen again.
      const last = samples.at(-1);
      if (last) last.time = at - last.at;
      samples.push({ at, time: 0, url: urls.get(node) ?? '' });
    }
  }
  return samples;
}

/**
 * The time of the scripts that belong: what they ran, and what it took to read them.
 *
 * @param {readonly TraceEvent[]} events
 * @param {Thread} thread
 * @param {Belongs} belongs
 */
export function selfTime(events, thread, belongs) {
  return sum(stretchesOf(events, thread, belongs).map(({ time }) => time));
}

/**
 * The most that they took of one task.
 *
 * @param {readonly TraceEvent[]} events
 * @param {Thread} thread
 * @param {Belongs} belongs
 */
export function longestTask(events, thread, belongs) {
  const stretches = stretchesOf(events, thread, belongs);
  const within = tasksOf(events, thread).map(({ ts, dur = 0 }) =>
    sum(stretches.filter(({ at }) => at >= ts && at < ts + dur).map(({ time }) => time)),
  );
  return Math.max(0, ...within);
}

/**
 * All that the thread had to do.
 *
 * @param {readonly TraceEvent[]} events
 * @param {Thread} thread
 */
export function busyTime(events, thread) {
  return sum(tasksOf(events, thread).map(({ dur = 0 }) => dur));
}

/**
 * How far things on the page moved by themselves, as the browser scores it.
 *
 * @param {readonly TraceEvent[]} events
 * @param {Thread} thread
 */
export function layoutShift(events, { pid }) {
  return sum(
    events
      .filter((event) => event.name === 'LayoutShift' && event.pid === pid)
      .map(({ args }) => args.data.score),
  );
}

/** @returns {{ at: number, time: number }[]} */
function stretchesOf(events, thread, belongs) {
  const run = samplesOf(events, thread).filter(({ url }) => belongs(url));
  // Before a script runs it is read, and no sample says whose that time was.
  const read = events
    .filter((event) => event.name === 'v8.compile' && isOn(event, thread))
    .filter(({ args }) => belongs(args?.data?.url ?? args?.fileName ?? ''))
    .map(({ ts, dur = 0 }) => ({ at: ts, time: dur }));
  return [...run, ...read];
}

/** @param {readonly TraceEvent[]} events @param {Thread} thread */
function tasksOf(events, thread) {
  return events.filter((event) => event.name === 'RunTask' && isOn(event, thread));
}

/** @param {Thread} one @param {Thread} other */
function isOn(one, other) {
  return one.pid === other.pid && one.tid === other.tid;
}

/** @param {readonly number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
