// @ts-check
import { say } from '../../../core/words.js';
import { stream } from '../../../core/stream.js';

/** @typedef {import('../sending.js').Wanted} Wanted */

/**
 * What is to be known before an order is sent, and whether it stops that: prices that are old or late, or a market that rests.
 * @param {import('../../../quotes/quote-store.js').Quote | undefined} quote
 * @param {Wanted} wanted
 */
export function noticeText(quote, { symbol, ordType, timeInForce }) {
  if (stream.delayed) return { text: say('order.late'), stops: true };
  if (stream.state === 'paused') return { text: say('ticket.paused'), stops: false };
  if (stream.state !== 'live') return { text: say('ticket.cut'), stops: true };
  if (!quote) return { text: '', stops: false };
  if (quote.bid === undefined && quote.ask === undefined && quote.status === 'trading') return { text: say('ticket.noSides'), stops: false };
  switch (quote.status) {
    case 'halted': return { text: say('ticket.halted', { symbol }), stops: false };
    case 'stale': return { text: say('ticket.stale', { symbol }), stops: false };
    case 'closed': {
      const refused = ordType === 'market' && timeInForce === 'day';
      return { text: say(refused ? 'ticket.closedMarket' : 'ticket.closed'), stops: refused };
    }
    default: return { text: '', stops: false };
  }
}
