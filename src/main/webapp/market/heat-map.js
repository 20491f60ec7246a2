// @ts-check
import { charts } from '../core/charts.js';
import { colours } from '../core/colours.js';
import { make } from '../core/dom.js';
import { brief, decimals, digits, percent } from '../core/formats.js';
import { paintSoon } from '../core/painter.js';
import { place } from '../core/place.js';
import { call, say } from '../core/words.js';
import { quotes } from '../quotes/quote-store.js';
import { mix } from './tint.js';
import { sectors, weight } from './weights.js';

/** At so many percent the colour is as strong as it gets. */
const STRONG = 2;

/** The market as a map: each sector a field, in it each instrument by its weight, coloured and labelled by its change. */
export class HeatMap {
  element = make('div', { class: 'heat', role: 'img', 'aria-label': say('market.map') });
  /** @type {any} */ #chart;

  /** @param {AbortSignal} signal */
  constructor(signal) {
    const resized = new ResizeObserver(() => this.#chart?.resize());
    signal.addEventListener('abort', () => {
      resized.disconnect();
      this.#chart?.dispose();
    });
    colours.addEventListener('change', () => this.#dress(), { signal });
    charts().then(({ init }) => {
      if (signal.aborted) return;
      this.#chart = init(this.element, null, { renderer: 'canvas' });
      resized.observe(this.element);
      this.#chart.on('click', (/** @type {any} */ { data }) => data?.symbol && place.go({ symbol: data.symbol }));
      this.#dress();
    });
  }

  paint() {
    // Hidden, it has no size to draw in.
    if (!this.#chart || !this.element.clientWidth) return;
    const data = sectors().map(([sector, instruments]) => ({
      name: call('sector', sector),
      children: instruments.map((one) => tile(one)),
    }));
    this.#chart.setOption({ series: [{ data }] });
  }

  #dress() {
    if (!this.#chart) return;
    this.#chart.setOption(options(), { notMerge: true });
    paintSoon(this);
  }
}

/** @param {import('../quotes/quote-store.js').Instrument} instrument */
function tile(instrument) {
  const { symbol } = instrument;
  const change = quotes.quote(symbol)?.changePercent ?? 0;
  const strength = Math.min(1, Math.abs(change) / STRONG);
  const color = mix(colours.tile, change < 0 ? colours.downTile : colours.upTile, strength);
  return { name: `{s|${symbol}}\n{p|${percent(change)}}`, symbol, value: weight(instrument), itemStyle: { color } };
}

function options() {
  const text = colours.tileText;
  return {
    animation: false,
    tooltip: {
      renderMode: 'richText', confine: true, transitionDuration: 0, backgroundColor: colours.raised,
      borderColor: colours.line, textStyle: { color: colours.text, fontSize: 12 }, formatter: describe,
    },
    series: [{
      type: 'treemap', left: 0, top: 0, right: 0, bottom: 0, roam: false, nodeClick: false, breadcrumb: { show: false },
      data: [], visibleMin: 120, childrenVisibleMin: 10,
      labelLayout: whole,
      label: { color: text, padding: [3, 0], rich: { s: { fontWeight: 600, fontSize: 11, lineHeight: 14, color: text }, p: { fontSize: 10, lineHeight: 12, color: text } } },
      upperLabel: { show: true, height: 18, color: colours.muted, fontSize: 11, fontWeight: 600 },
      itemStyle: { borderColor: colours.page, borderWidth: 1, gapWidth: 1 },
      levels: [
        { itemStyle: { borderWidth: 0, gapWidth: 2, borderColor: colours.page }, upperLabel: { show: false } },
        { itemStyle: { borderWidth: 1, gapWidth: 1, borderColor: colours.page, color: colours.page } },
      ],
    }],
  };
}

const ruler = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
ruler.font = '600 10px sans-serif';

/**
 * A figure that is cut off is another figure: what has no room for its label has none.
 * @param {{rect: {width: number, height: number}, text: string | null}} place
 */
function whole({ rect, text }) {
  const lines = (text ?? '').replace(/\{\w\||\}/g, '').split('\n');
  const width = Math.max(...lines.map((line) => ruler.measureText(line).width));
  return width > rect.width - 5 || rect.height < 30 ? { x: -9999 } : {};
}

/** @param {any} event */
function describe({ data, name }) {
  const instrument = quotes.instrument(data?.symbol);
  const quote = quotes.quote(data?.symbol);
  if (!instrument || !quote) return name;
  const { plain } = decimals(digits(instrument.tickSize));
  const size = instrument.shares ? `\n${say('figure.cap')} ${brief(instrument.shares * 1e6 * quote.last)}` : '';
  return `${instrument.symbol} · ${instrument.name}\n${plain(quote.last)}  ${percent(quote.changePercent)}${size}`;
}
