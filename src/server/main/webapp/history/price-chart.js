// @ts-check
import { colours } from '../core/colours.js';
import { make, setText } from '../core/dom.js';
import { decimals, digits, percent } from '../core/formats.js';
import { marketZone } from '../core/market-zone.js';
import { paintSoon } from '../core/painter.js';
import { preferences } from '../core/preferences.js';
import { reloadIfModuleIsMissing } from '../core/reload-on-missing-module.js';
import { loadStylesheet } from '../core/stylesheet.js';
import { say } from '../core/words.js';
import { quotes } from '../quotes/quote-store.js';
import { BarSeries } from './bar-series.js';
import { notes } from './chart-notes.js';
import { ChartTools } from './chart-tools.js';
import { ChartView } from './chart-view.js';
import { Legend } from './legend.js';
import { Picture } from './picture.js';
import { isMonth, rangeOf } from './ranges.js';
import { calculate, LINES } from './studies.js';

// In pixels: all sizes of paper that are usual are as wide.
const PAPER = { width: 660, height: 320 };

/** The colours of lines, and the version of the page's colours with which they were read. @type {{version: number, of: Record<string, string>}} */
const lineColours = { version: -1, of: {} };

/** `<price-chart symbol="AAPL"></price-chart>`: the prices of a symbol, from the past to this moment. */
class PriceChart extends HTMLElement {
  #disconnected = new AbortController();
  #symbol = '';
  #compared = '';
  /** @type {BarSeries | undefined} */ #series;
  /** @type {BarSeries | undefined} */ #others;
  /** What comparisons need. @type {typeof import('./compared-changes.js') | undefined} */ #comparing;
  #leaveSeries = new AbortController();
  #leaveOthers = new AbortController();
  #view = new ChartView();
  #range = rangeOf('');
  /** When the bar under the pointer begins, if it is on one. */ #at = Infinity;
  #spoken = false;
  #panes = -1;
  #legend = new Legend();
  /** Made when it is first wanted. @type {import('./table/candle-table.js').CandleTable | undefined} */ #table;
  #tableWanted = false;
  #saveFailed = false;
  /** Whether it is being printed. */ #paper = false;
  #notes = document.createTextNode('');
  /** @type {Picture | undefined} */ #picture;

  connectedCallback() {
    this.#disconnected = new AbortController();
    const { signal } = this.#disconnected;
    this.#symbol = this.getAttribute('symbol') ?? '';
    this.#compared = '';
    this.#picture = new Picture({
      ready: () => paintSoon(this),
      zoomed: (view) => {
        this.#view.choose(view);
        paintSoon(this);
      },
      pointed: (start, spoken) => {
        this.#at = start;
        this.#spoken = spoken;
        paintSoon(this);
      },
    }, signal);
    this.#picture.element.setAttribute('aria-label', say('chart.label', { symbol: this.#symbol }));
    const actions = { compare: (/** @type {string} */ symbol) => this.#compare(symbol), toggleTable: () => this.#toggleTable(), save: () => this.#save() };
    const tools = new ChartTools(this.#symbol, actions, signal);
    this.#table = undefined;
    this.#tableWanted = false;
    this.replaceChildren(tools.element, this.#legend.element, this.#picture.element, make('p', { class: 'notes' }, this.#notes), this.#legend.spoken);
    preferences.addEventListener('change', () => this.#choose(), { signal });
    marketZone.addEventListener('change', () => paintSoon(this), { signal });
    addEventListener('beforeprint', () => this.#print(true), { signal });
    addEventListener('afterprint', () => this.#print(false), { signal });
    colours.addEventListener('change', () => paintSoon(this), { signal });
    this.addEventListener('repaint', () => paintSoon(this), { signal });
    this.#choose();
  }

  disconnectedCallback() {
    this.#disconnected.abort();
    this.#leaveSeries.abort();
    this.#leaveOthers.abort();
    this.#series = this.#others = undefined;
  }

  paint() {
    const series = this.#series;
    if (!series) return;
    setText(this.#notes, this.#saveFailed ? say('chart.save.failed') : notes(series));
    // What was shown before stays until there is something else.
    if (series.state === 'loading' && !series.bars.length) return;
    const size = this.#picture?.size;
    const content = this.#content(series, size ?? { width: 0, height: 0 });
    this.#makeRoom(content.studies.filter(({ study }) => study.pane).length);
    const at = content.bars.findLastIndex(({ start }) => start <= this.#at);
    this.#legend.show(content, at, content.compared && this.#compared);
    if (this.#spoken) this.#legend.speak(content, at);
    this.#spoken = false;
    if (this.#tableWanted) this.#table?.show(content, this.#compared, series.older);
    else if (!size || this.#picture?.element.hidden) return;
    else this.#picture?.show(content, [colours.version, this.#paper, content.style, this.#compared, ...content.studies.map(({ study }) => study.name)].join());
    if (this.#tableWanted ? this.#table?.wantsOlder : this.#view.isNearFirst(content.view)) series.loadOlder();
    // The other symbol reaches as far back.
    if ((this.#others?.bars[0]?.start ?? 0) > (series.bars[0]?.start ?? 0)) this.#others?.loadOlder();
  }

  /**
   * @param {BarSeries} series
   * @param {{width: number, height: number}} size
   * @returns {import('./chart-options.js').Content}
   */
  #content(series, size) {
    const { bars, interval, symbol } = series;
    const view = this.#view.of(series, this.#range.first);
    const tickSize = quotes.instrument(symbol)?.tickSize ?? 0.01;
    const quote = quotes.quote(symbol);
    const style = preferences.get('chart-style', 'auto');
    return {
      symbol, bars, interval, view, size, tickSize, percent,
      colours: this.#paper ? colours.onPaper() : colours,
      style: style === 'line' || style === 'candles' ? style : this.#range.style,
      studies: this.#compared ? [] : calculate(bars, interval),
      changes: this.#comparing?.changes(bars, view.from) ?? [],
      compared: this.#others && this.#comparing?.changesAt(this.#others.bars, bars, view.from),
      last: quote?.last,
      previousClose: this.#range.name === '1D' && !quotes.recorded ? quote?.previousClose : undefined,
      price: decimals(digits(tickSize)).plain,
      lineColours: this.#paper ? readLineColours('light') : currentLineColours(),
    };
  }

  /** @param {number} panes below the prices and their volume */
  #makeRoom(panes) {
    if (panes !== this.#panes) this.style.setProperty('--panes', String(panes));
    this.#panes = panes;
  }

  /** Shows what the visitor has chosen. */
  #choose() {
    const range = rangeOf(preferences.get('range'));
    if (range !== this.#range || !this.#series) this.#view.reset();
    const other = range.interval !== this.#range.interval || !this.#series;
    this.#range = range;
    if (other) this.#load(range.interval);
    paintSoon(this);
  }

  /** @param {import('./candles.js').Interval} interval */
  #load(interval) {
    this.#leaveSeries.abort();
    this.#leaveSeries = new AbortController();
    this.#view = new ChartView();
    this.#at = Infinity;
    const { otherwise } = this.#range;
    const series = this.#follow(this.#symbol, interval, this.#leaveSeries.signal, () => {
      if (otherwise && interval !== otherwise && series.state === 'ready' && !series.older && !isMonth(series.bars)) this.#load(otherwise);
    });
    this.#series = series;
    if (this.#compared) this.#compare(this.#compared);
  }

  /** @param {string} symbol to compare with; empty for none */
  #compare(symbol) {
    this.#compared = symbol;
    if (symbol && !this.#comparing) this.#learnToCompare().catch(reloadIfModuleIsMissing);
    this.#leaveOthers.abort();
    this.#leaveOthers = new AbortController();
    this.#others = symbol && this.#series ? this.#follow(symbol, this.#series.interval, this.#leaveOthers.signal) : undefined;
    paintSoon(this);
  }

  async #learnToCompare() {
    this.#comparing = await import('./compared-changes.js');
    paintSoon(this);
  }

  /**
   * @param {string} symbol
   * @param {import('./candles.js').Interval} interval
   * @param {AbortSignal} signal
   * @param {() => void} [loaded] called when the bars are there
   */
  #follow(symbol, interval, signal, loaded = () => {}) {
    const series = new BarSeries(symbol, interval, signal);
    series.addEventListener('change', () => paintSoon(this), { signal });
    series.load(this.#range.limit).then(loaded);
    return series;
  }

  /** @returns {boolean} whether there is a table now */
  #toggleTable() {
    this.#tableWanted = !this.#tableWanted;
    this.#saveFailed = false;
    if (!this.#table) this.#makeTable().catch(reloadIfModuleIsMissing);
    else this.#showTable();
    return this.#tableWanted;
  }

  /** @param {boolean} paper */
  #print(paper) {
    this.#paper = paper;
    this.#picture?.resize(paper ? PAPER : { width: 'auto', height: 'auto' });
    this.paint();
  }

  async #save() {
    const shown = this.#table?.shown;
    if (!shown) return;
    try {
      const { saveBars } = await import('./table/candle-export.js');
      await saveBars(shown);
      this.#saveFailed = false;
    } catch (error) {
      console.warn(error);
      this.#saveFailed = true;
    }
    paintSoon(this);
  }

  async #makeTable() {
    const { CandleTable } = await import('./table/candle-table.js');
    this.#table ??= new CandleTable(() => paintSoon(this));
    this.#picture?.element.after(this.#table.element);
    this.#showTable();
  }

  #showTable() {
    if (!this.#table || !this.#picture) return;
    this.#table.element.hidden = !this.#tableWanted;
    this.#picture.element.hidden = this.#tableWanted;
    paintSoon(this);
  }
}

function currentLineColours() {
  if (lineColours.version !== colours.version) Object.assign(lineColours, { version: colours.version, of: readLineColours() });
  return lineColours.of;
}

/** @param {string} [scheme] */
function readLineColours(scheme) {
  const resolved = colours.resolve(LINES.map((name) => `study-${name}`), scheme);
  return Object.fromEntries(Object.entries(resolved).map(([name, colour]) => [name.slice('study-'.length), colour]));
}

await loadStylesheet('history.css', import.meta.url);
customElements.define('price-chart', PriceChart);
