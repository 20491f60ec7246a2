// @ts-check

// Ten times as large as all the rest of the page: fetched by whoever draws a chart first, and by nobody else.
/** @type {Promise<any> | undefined} */ let library;

/** The chart library, ECharts 6. */
export function charts() {
  library ??= import('../charts/echarts.esm.min.js');
  return library;
}
