// @ts-check

/** Fires `second` about once a second while the page is visible: for ages and countdowns. */
class SecondTimer extends EventTarget {
  #timer = 0;

  constructor() {
    super();
    document.addEventListener('visibilitychange', () => this.#update());
    this.#update();
  }

  #update() {
    clearInterval(this.#timer);
    if (document.hidden) return;
    const fire = () => this.dispatchEvent(new Event('second'));
    this.#timer = setInterval(fire, 1000);
    fire();
  }
}

/** The page's timer. */
export const secondTimer = new SecondTimer();
