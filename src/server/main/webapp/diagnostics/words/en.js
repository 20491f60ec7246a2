// @ts-check
/** @type {import('../../core/words.js').Words} */
export const words = {
  'diagnostics.title': 'Diagnostics',
  'diagnostics.button': 'Stats',
  'diagnostics.key': 'diagnostics of the connection and the page',
  'diagnostics.events': 'Events/s',
  'diagnostics.latency': 'Latency p50 / p99',
  'diagnostics.clock': 'Server clock ahead',
  'diagnostics.merged': 'Changes merged',
  'diagnostics.reconnects': 'Reconnects',
  'diagnostics.tabs': 'Tabs on this connection',
  'diagnostics.frames': 'Frames/s · longest',
  'diagnostics.since': 'Connected for',
  'diagnostics.query': 'Query',

  'rate.title': 'Updates of this tab',
  'rate.all': 'all',
  'rate.some': '{rate} a second',
};
