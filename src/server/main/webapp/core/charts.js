// @ts-check

// The library is ten times as large as the rest of the page: it is fetched when the first chart is drawn.
// The path is that of its jar, with the version in pom.xml.
/** @type {Promise<any> | undefined} */ let library;

/** The chart library, ECharts 6. */
export function charts() {
  library ??= import('../_static/echarts/6.0.0/dist/echarts.esm.min.js');
  return library;
}
