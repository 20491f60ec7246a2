// @ts-check

// Ten times as large as all the rest of the page: fetched by whoever draws a chart first, and by nobody else.
// The path is that of its jar, with the version that pom.xml asks for.
/** @type {Promise<any> | undefined} */ let library;

/** The chart library, ECharts 6. */
export function charts() {
  library ??= import('../_static/echarts/6.0.0/dist/echarts.esm.min.js');
  return library;
}
