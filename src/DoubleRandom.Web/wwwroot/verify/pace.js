const REST_AFTER_MS = 40;

/** Thrown inside a verification that the visitor has cancelled. */
export class Cancelled extends Error {}

/**
 * Lets a long computation share the page: it rests for one task of the event loop every 40 ms, tells how far it is,
 * and stops where the visitor cancels.
 */
export class Pace {
  /** @param {?function(number, string): void} progress called with 0..1 and a stage code @param {?AbortSignal} signal */
  constructor(progress, signal) {
    this.progress = progress;
    this.signal = signal;
    this.code = "start";
    this.from = 0;
    this.to = 0;
    this.rested = performance.now();
  }

  /** Enters a stage that leads from one share of the whole work to another (0..1). */
  async enter(code, from, to) {
    this.code = code;
    this.from = from;
    this.to = to;
    await this.rest(0);
  }

  /** Whether it is time to rest. @returns {boolean} */
  isDue() {
    return performance.now() - this.rested > REST_AFTER_MS;
  }

  /** Rests for one task. @param {number} share of the stage that is done, 0..1 */
  async rest(share) {
    this.tell(this.from + (this.to - this.from) * share);
    await nextTask();
    if (this.signal?.aborted) {
      throw new Cancelled();
    }
    this.rested = performance.now();
  }

  tell(whole) {
    try {
      this.progress?.(whole, this.code);
    } catch {
      // A listener that fails must not change the verdict.
    }
  }
}

/** Timers are slowed down in hidden tabs, messages are not. */
function nextTask() {
  return new Promise(resolve => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });
}
