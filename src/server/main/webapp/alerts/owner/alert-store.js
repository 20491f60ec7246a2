// @ts-check
import { Loader } from '../../core/retry.js';
import { send } from '../../core/send.js';
import { stream } from '../../core/stream.js';
import { ReadMark } from './read-mark.js';

/**
 * As the server has it, such as `{type: 'price', of: 'last', direction: 'above', price: 235}`.
 * @typedef {{type: string, of?: string, direction?: string, price?: number, percent?: number, within?: string, times?: number}} Condition
 */
/**
 * @typedef {object} Alert
 * @property {string} id
 * @property {string} symbol
 * @property {Condition} condition
 * @property {'once' | 'always'} repeat
 * @property {string} [pause]
 * @property {string} [ends]
 * @property {string} [note]
 * @property {string} [webhook] where what fires is sent
 * @property {boolean} [webhookGone] whether its receiver has said that it is gone: nothing is sent any more
 * @property {'armed' | 'resting' | 'fired' | 'off' | 'ended'} state
 */
/** @typedef {{id: string, number: number, alert: string, symbol: string, condition: Condition, note?: string, time: string, last?: number, changePercent?: number, late?: boolean}} Firing */
/** @typedef {import('../../core/send.js').Reply} Reply */

const PLACE = 'api/alerts';
// As many as the server shows.
const MOST = 100;

/**
 * The alerts of the visitor, and those that have fired, newest first. Each firing is known once, however often it comes.
 *
 * Fires `change`; and `fired`, whose detail is a list of firings that have come just now.
 */
class AlertStore extends EventTarget {
  /** @type {Alert[]} */ alerts = [];
  /** @type {Firing[]} */ firings = [];
  /** Why the lists are not there, or not the newest. @type {Reply | undefined} */ failure;
  /** Whether both lists have come. */ ready = false;
  #name = '';
  #read = new ReadMark();
  #left = new AbortController();

  constructor() {
    super();
    this.#read.addEventListener('change', () => this.#changed());
  }

  /** @param {string} name of the visitor; empty for nobody, who has none */
  belongTo(name) {
    if (name === this.#name) return;
    this.#left.abort();
    this.#left = new AbortController();
    this.#name = name;
    this.#read.belongTo(name);
    this.alerts = [];
    this.firings = [];
    this.ready = false;
    this.failure = undefined;
    if (name) this.#follow(this.#left.signal);
    this.#changed();
  }

  get unread() {
    return this.firings.filter((firing) => this.isUnread(firing)).length;
  }

  /** @param {Firing} firing */
  isUnread({ number }) {
    return number > this.#read.number;
  }

  markRead() {
    this.#read.number = Math.max(this.#read.number, ...this.firings.map(({ number }) => number));
  }

  /** @param {object} wanted */
  create(wanted) {
    return this.#write('POST', PLACE, wanted, ({ data }) => [data, ...this.alerts.filter(({ id }) => id !== data.id)]);
  }

  /** @param {string} id @param {object} change */
  change(id, change) {
    return this.#write('PATCH', `${PLACE}/${id}`, change, ({ data }) => this.alerts.map((alert) => (alert.id === id ? data : alert)));
  }

  /** @param {string} id */
  remove(id) {
    return this.#write('DELETE', `${PLACE}/${id}`, undefined, () => this.alerts.filter((alert) => alert.id !== id));
  }

  /**
   * @param {'POST' | 'PATCH' | 'DELETE'} method
   * @param {string} path
   * @param {object | undefined} body
   * @param {(reply: Reply) => Alert[]} result
   * @returns {Promise<Reply>}
   */
  async #write(method, path, body, result) {
    const { signal } = this.#left;
    const reply = await send(method, path, body);
    // What has been deleted elsewhere is gone.
    const gone = method === 'DELETE' && reply.status === 404;
    if (signal.aborted || (!gone && (reply.status < 200 || reply.status > 299))) return reply;
    this.alerts = result(reply);
    this.#changed();
    return gone ? { ...reply, status: 204 } : reply;
  }

  /** @param {AbortSignal} signal */
  #follow(signal) {
    let [listed, fired] = [false, false];
    const hear = (/** @type {Reply} */ reply, /** @type {(list: any[]) => void} */ take) => {
      const came = reply.status === 200;
      if (came) take(reply.data);
      this.failure = came ? undefined : reply;
      this.ready = listed && fired;
      this.#changed();
    };
    const ofAlerts = new Loader(() => send('GET', PLACE), (reply) => hear(reply, (alerts) => {
      this.alerts = alerts;
      listed = true;
    }), signal);
    const ofFirings = new Loader(() => send('GET', `${PLACE}/fired`), (reply) => hear(reply, (firings) => {
      this.#take(firings, fired);
      fired = true;
    }), signal);
    const leave = [
      stream.subscribe('alert', (firing) => {
        this.#take([firing], true);
        this.#changed();
      }),
      stream.subscribe('alert-list', () => ofAlerts.load()),
    ];
    signal.addEventListener('abort', () => leave.forEach((one) => one()));
    ofAlerts.follow(stream, 'alert-list');
    ofFirings.follow(stream, 'alert');
  }

  /** @param {Firing[]} firings @param {boolean} tell whether those that are new have come just now */
  #take(firings, tell) {
    const newest = this.firings[0]?.number ?? 0;
    const known = new Set(this.firings.map(({ id }) => id));
    const added = firings.filter(({ id }) => !known.has(id));
    if (!added.length) return;
    this.firings = [...added, ...this.firings].sort((one, other) => other.number - one.number).slice(0, MOST);
    const told = tell ? added.filter((firing) => firing.number > newest && this.isUnread(firing)) : [];
    if (told.length) this.dispatchEvent(new CustomEvent('fired', { detail: told }));
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

/** The alerts of this page's visitor. */
export const alertStore = new AlertStore();
