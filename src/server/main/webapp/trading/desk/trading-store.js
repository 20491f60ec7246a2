// @ts-check
import { Loader } from '../../core/retry.js';
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
// How many orders that have ended are fetched at a time.
const PAGE = 50;
const ENDED = `api/orders?state=ended&limit=${PAGE}`;

/**
 * The visitor's portfolio and orders. Fires `change`; and `execution` when something has happened to an order that was known,
 * whose detail is the order.
 */
class TradingStore extends EventTarget {
  /** @type {Portfolio | undefined} */ portfolio;
  /** @type {Map<string, Order>} */ #orders = new Map();
  /** Of all that have ended, the last one that was fetched; empty if there are none before it. */ #earliest = '';
  /** Whether nothing has come from the stream since what is known was fetched. */ #fetched = false;
  /** How many portfolios the stream has brought. */ #heard = 0;
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
    this.#fetched = false;
    this.#earliest = '';
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

  /** Whether there are earlier ones, which have ended. */
  get hasEarlier() {
    return this.#earliest !== '';
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
    let heard = 0;
    const askPortfolio = () => {
      heard = this.#heard;
      return send('GET', 'api/portfolio');
    };
    /** @type {Order[]} */ let before = [];
    const askOrders = async () => {
      before = this.open;
      const [open, ended] = await Promise.all([OPEN, ENDED].map((path) => send('GET', path)));
      return open.status === 200 ? { ...ended, data: [open.data, ended.data] } : open;
    };
    new Loader(askPortfolio, ({ status, data }) => status === 200 && this.#answered(data, heard), signal).follow(stream, 'order');
    new Loader(askOrders, ({ status, data }) => status === 200 && this.#receive(data[0], data[1], before), signal).follow(stream, 'order');
  }

  /** @param {Order[]} open all of them @param {Order[]} ended the newest @param {Order[]} before those that were open when the server was asked */
  #receive(open, ended, before) {
    [...open, ...ended].forEach((order) => this.take(order));
    this.#earliest = lastOf(ended);
    // What was open and is in neither list has ended long ago.
    const known = new Set([...open, ...ended].map(({ orderId }) => orderId));
    for (const order of before) if (!known.has(order.orderId) && this.order(order.orderId) === order) this.#orders.delete(order.orderId);
    this.#changed();
  }

  /** Fetches earlier ones, until there is one that was not known: some have ended while they were. @returns {Promise<import('../../core/send.js').Reply>} */
  async loadEarlier() {
    const { signal } = this.#left;
    const { size } = this.#orders;
    for (;;) {
      const earliest = this.#earliest;
      const reply = await send('GET', `${ENDED}&before=${encodeURIComponent(earliest)}`);
      if (signal.aborted || reply.status !== 200) return reply;
      reply.data.forEach((/** @type {Order} */ order) => this.take(order));
      // Meanwhile, all may have been fetched anew.
      if (earliest === this.#earliest) this.#earliest = lastOf(reply.data);
      this.#changed();
      if (this.#orders.size > size || !this.hasEarlier) return reply;
    }
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

/** Of a page of orders, the id of the last one; empty if there are none behind it. @param {Order[]} page */
function lastOf(page) {
  return page.length === PAGE ? page[PAGE - 1].orderId : '';
}

/** What this page's visitor trades. */
export const trading = new TradingStore();
