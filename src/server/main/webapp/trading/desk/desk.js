// @ts-check
import { loadStylesheet } from '../../core/stylesheet.js';
import { stream } from '../../core/stream.js';
import { addWords } from '../../core/words.js';
import { tellOfOrders } from './order-toasts.js';
import { sendings } from './sendings.js';
import { trading } from './trading-store.js';

// What the ticket and the view of the portfolio share; for those who have signed in, it follows their orders from then on.

export { drafts } from './drafts.js';

await Promise.all([
  addWords({ en: () => import('./words/en.js'), zh: () => import('./words/zh.js') }),
  loadStylesheet('desk.css', import.meta.url),
]);
tellOfOrders();
for (const type of ['visitor', 'start']) stream.addEventListener(type, follow);
follow();

function follow() {
  const before = trading.visitor;
  trading.belongTo(stream.visitor);
  if (trading.visitor === before) return;
  if (before) sendings.leave();
  if (trading.visitor) sendings.restore();
}
