// @ts-check
import { say } from '../../../core/words.js';
import { minutesOf } from '../sentences.js';
import { field, number, select } from './fields.js';

/** @typedef {import('../alert-store.js').Condition} Condition */
/** @typedef {import('../../../quotes/quote-store.js').Quote} Quote */

/**
 * The fields of a kind of condition.
 * @param {string} type
 * @param {Condition | undefined} known
 * @param {Quote | undefined} quote
 * @returns {HTMLElement[]}
 */
export function conditionFields(type, known, quote) {
  switch (type) {
    case 'price': return [
      field(say('alert.of'), choice('of', ['last', 'bid', 'ask'], 'alert.of', known?.of)),
      field(say('alert.direction'), choice('direction', ['above', 'below'], 'alert.direction', known?.direction)),
      field(say('alert.price'), number('price', known?.price ?? quote?.last, { min: '0' })),
    ];
    case 'change': return [
      field(say('alert.direction'), choice('direction', ['up', 'down'], 'alert.change.direction', (known?.percent ?? 1) < 0 ? 'down' : 'up')),
      field(say('alert.percent'), number('percent', Math.abs(known?.percent ?? 3), { min: '0.01', max: '1000', step: '0.01' })),
    ];
    case 'move': return [
      field(say('alert.direction'), choice('direction', ['up', 'down', 'any'], 'alert.move.direction', known?.direction)),
      field(say('alert.percent'), number('percent', known?.percent ?? 2, { min: '0.01', max: '100', step: '0.01' })),
      field(say('alert.within'), number('within', minutesOf(known?.within ?? 'PT5M'), { min: '1', max: '60', step: '1' })),
    ];
    case 'volume': return [field(say('alert.times'), number('times', known?.times ?? 3, { min: '1.1', max: '100', step: '0.1' }))];
    case 'record': return [field(say('alert.record'), choice('of', ['high', 'low'], 'alert.record', known?.of))];
    default: return [];
  }
}

/** @param {string} name @param {string[]} values @param {string} family of its words @param {string} [chosen] */
function choice(name, values, family, chosen) {
  return select(name, values.map((value) => [value, say(`${family}.${value}`)]), chosen);
}
