// @ts-check
import { make } from '../../../core/dom.js';
import { say } from '../../../core/words.js';
import { field } from './fields.js';

/** @typedef {import('../alert-store.js').Alert} Alert */

const LONGEST = '2000';

/**
 * The address of a service that is told too; folded away as long as there is none.
 * @param {Partial<Alert>} alert
 */
export function webhookField({ webhook = '', webhookGone = false }) {
  const input = make('input', {
    name: 'webhook', type: 'url', value: webhook, placeholder: 'https://bot.example/alerts', maxlength: LONGEST,
    autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false',
  });
  const remove = make('button', { type: 'button', hidden: !webhook }, say('alert.webhook.remove'));
  input.addEventListener('input', () => (remove.hidden = !input.value));
  remove.addEventListener('click', () => {
    input.value = '';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.focus();
  });
  const whole = field(say('alert.webhook.address'), input, remove);
  const hint = make('p', { class: 'hint', id: `${input.id}-hint` }, say(webhookGone ? 'alert.webhook.goneHint' : 'alert.webhook.hint'));
  input.setAttribute('aria-describedby', hint.id);
  const element = make('details', { class: 'more', open: Boolean(webhook) }, make('summary', {}, say('alert.webhook')), whole, hint);
  return { element, input };
}

/** Where a webhook goes, as short as people tell it apart. @param {string} address */
export function hostOf(address) {
  return URL.canParse(address) ? new URL(address).host : address;
}
