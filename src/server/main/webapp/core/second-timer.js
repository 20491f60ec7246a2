// @ts-check

/** Fires `second` about once a second while the page is seen: for ages and countdowns. */
class SecondTimer extends EventTarget {
  #timer = 0;

  constructor() {
    super();
    document.addEventListener('visibilitychange', () => this.#watch());
    this.#watch();
  }

  #watch() {
    clearInterval(this.#timer);
    if (document.hidden) return;
    const beat = () => this.dispatchEvent(new Event('second'));
    this.#timer = setInterval(beat, 1000);
    beat();
  }
}

/** The page's own clock. */
export const secondTimer = new SecondTimer();
