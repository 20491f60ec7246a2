// @ts-check
import { Backoff } from '../../core/retry.js';
import { send } from '../../core/send.js';
import { stream } from '../../core/stream.js';

/**
 * As the server has it.
 * @typedef {object} Order
 * @property {string} orderId
 * @property {string} clOrdId
 * @property {string} symbol
 * @property {'buy' | 'sell'} side
 * @property {'market' | 'limit' | 'stop'} ordType
 * @property {'day' | 'goodTillCancel'} timeInForce
 * @property {number} orderQty
 * @property {number} [price]
 * @property {number} [stopPx]
 * @property {number} cumQty
 * @property {number} leavesQty
 * @property {number} [avgPx]
 * @property {'new' | 'partiallyFilled' | 'filled' | 'canceled' | 'expired' | 'rejected'} ordStatus
 * @property {string} [execType]
 * @property {string} [reason]
 * @property {string} [text]
 * @property {string} created
 * @property {string} transactTime
 * @property {number} revision
 */
/** @typedef {{symbol: string, qty: number, reservedQty: number, avgPx?: number, last?: number, value: number, profit: number, realized: number}} Position of which `qty` may be 0: then only what was won is left */
/**
 * @typedef {object} Portfolio
 * @property {string} season
 * @property {string} [player] who it is on the board; missing of somebody who has not traded yet
 * @property {number} cash
 * @property {number} reserved
 * @property {number} buyingPower
 * @property {number} equity
 * @property {number} profit
 * @property {number} percent
 * @property {number} [place] missing of somebody who has not traded yet
 * @property {number} players
 * @property {Position[]} positions
 * @property {boolean} shortSelling whether what is not there may be sold, too
 * @property {string} time
 */

const OPEN = 'api/orders?state=open&limit=1000';
const ENDED = 'api/orders?state=ended&limit=';

/** How many orders that have ended are fetched at a time. */
export const PAGE = 50;

/**
 * The visitor's portfolio and orders. Fires `change`; and `execution` when something has happened to an order that was known,
 * whose detail is the order.
 */
class TradingStore extends EventTarget {
  /** @type {Portfolio | undefined} */ portfolio;
  /** @type {Map<string, Order>} */ #orders = new Map();
  /** Whether there are earlier ones, which have ended. */ hasEarlier = false;
  #backoff = new Backoff();
  /** Whether nothing has come from the stream since what is known was fetched. */ #fetched = false;
  /** How many portfolios the stream has brought. */ #heard = 0;
  #loading = false;
  #again = false;
  #name = '';
  #left = new AbortController();

  /** @param {string} name of the visitor; empty for nobody, who has nothing */
  belongTo(name) {
    const its = stream.offers('order') ? name : '';
    if (its === this.#name) return;
    this.#left.abort();
    this.#left = new AbortController();
    this.#name = its;
    this.#orders.clear();
    this.portfolio = undefined;
    this.#fetched = this.#loading = false;
    this.hasEarlier = false;
    if (its) this.#follow(this.#left.signal);
    this.#changed();
  }

  /** Whose it is; empty for nobody, and where the server does not trade. */
  get visitor() {
    return this.#name;
  }

  /** What the visitor holds. */
  get positions() {
    return this.portfolio?.positions.filter(({ qty }) => qty !== 0) ?? [];
  }

  /** Newest first. */
  get orders() {
    return [...this.#orders.values()].sort((one, other) => (one.created < other.created ? 1 : -1));
  }

  get open() {
    return this.orders.filter(isOpen);
  }

  /** @param {string} orderId */
  order(orderId) {
    return this.#orders.get(orderId);
  }

  /** @param {string} clOrdId */
  sent(clOrdId) {
    return this.orders.find((order) => order.clOrdId === clOrdId);
  }

  /** @param {string} symbol */
  position(symbol) {
    return this.positions.find((one) => one.symbol === symbol);
  }

  /** Takes an order as the server has just answered with, or sent. @param {Order} order */
  take(order) {
    const known = this.#orders.get(order.orderId);
    if (known && (known.revision > order.revision || JSON.stringify(known) === JSON.stringify(order))) return;
    this.#orders.set(order.orderId, order);
    const moved = known && (known.ordStatus !== order.ordStatus || known.cumQty !== order.cumQty || known.reason !== order.reason);
    if (moved) this.dispatchEvent(new CustomEvent('execution', { detail: order }));
    this.#changed();
  }

  /** @param {Order} order @returns {Promise<import('../../core/send.js').Reply>} */
  async cancel({ orderId }) {
    const { signal } = this.#left;
    const reply = await send('DELETE', `api/orders/${encodeURIComponent(orderId)}`);
    if (!signal.aborted && reply.data.orderId) this.take(reply.data);
    return reply;
  }

  /** @param {AbortSignal} signal */
  #follow(signal) {
    const leave = [
      stream.subscribe('order', (order) => this.take(order)),
      stream.subscribe('portfolio', (portfolio) => this.#hear(portfolio)),
    ];
    signal.addEventListener('abort', () => leave.forEach((one) => one()));
    // The stream brings what changes from then on; of what was before, it may know nothing.
    stream.addEventListener('start', () => stream.start.resume !== 'resumed' && this.#load(signal), { signal });
    stream.addEventListener('gap', () => stream.gaps.includes('order') && this.#load(signal), { signal });
    this.#load(signal);
  }

  /** Fetches all until it has it; once more if somebody wants it while that is under way. @param {AbortSignal} signal */
  async #load(signal) {
    this.#again = true;
    if (this.#loading) return;
    this.#loading = true;
    while (this.#again && !signal.aborted) {
      this.#again = false;
      await this.#fetch(signal);
    }
    // Whoever has come since has a load of their own.
    if (!signal.aborted) this.#loading = false;
  }

  /** @param {AbortSignal} signal */
  async #fetch(signal) {
    const before = this.open;
    const heard = this.#heard;
    const [portfolio, open, ended] = await Promise.all(['api/portfolio', OPEN, ENDED + PAGE].map((path) => send('GET', path)));
    if (signal.aborted) return;
    if (portfolio.status === 200) this.#answered(portfolio.data, heard);
    if (open.status === 200 && ended.status === 200) {
      [...open.data, ...ended.data].forEach((/** @type {Order} */ order) => this.take(order));
      this.hasEarlier = ended.data.length === PAGE;
      // What was open and is in neither list has ended long ago.
      const known = new Set([...open.data, ...ended.data].map(({ orderId }) => orderId));
      for (const order of before) if (!known.has(order.orderId) && this.order(order.orderId) === order) this.#orders.delete(order.orderId);
      this.#backoff.reset();
      this.#changed();
    }
    const failed = [portfolio, open, ended].find(({ status }) => status !== 200);
    // Who has no session any more gets it with the next one.
    if (!failed || failed.status === 401 || failed.status === 403 || stream.state !== 'live') return;
    setTimeout(() => signal.aborted || this.#load(signal), Math.max(failed.wait, this.#backoff.next()));
  }

  /** Fetches earlier ones. @returns {Promise<import('../../core/send.js').Reply>} */
  async loadEarlier() {
    const oldest = this.orders.filter((order) => !isOpen(order)).at(-1);
    const { signal } = this.#left;
    const reply = await send('GET', `${ENDED}${PAGE}${oldest ? `&before=${encodeURIComponent(oldest.orderId)}` : ''}`);
    if (signal.aborted || reply.status !== 200) return reply;
    reply.data.forEach((/** @type {Order} */ order) => this.take(order));
    this.hasEarlier = reply.data.length === PAGE;
    this.#changed();
    return reply;
  }

  /**
   * What the stream brings is in its order, whatever time the server's clock says. Only the first after an answer may be older than
   * that: a new stream begins with what the server has kept.
   * @param {Portfolio} portfolio
   */
  #hear(portfolio) {
    const isOlder = this.#fetched && this.portfolio !== undefined && this.portfolio.time > portfolio.time;
    this.#fetched = false;
    this.#heard++;
    if (!isOlder) this.#show(portfolio);
  }

  /** An answer may be older than what the stream has brought since it was asked for. @param {Portfolio} portfolio @param {number} heard what the stream had brought by then */
  #answered(portfolio, heard) {
    if (this.portfolio && heard !== this.#heard && this.portfolio.time > portfolio.time) return;
    this.#fetched = true;
    this.#show(portfolio);
  }

  /** @param {Portfolio} portfolio */
  #show(portfolio) {
    this.portfolio = portfolio;
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

/** @param {Order} order */
export function isOpen({ ordStatus }) {
  return ordStatus === 'new' || ordStatus === 'partiallyFilled';
}

/** What this page's visitor trades. */
export const trading = new TradingStore();
