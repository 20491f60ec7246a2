// @ts-check
// Tickertape in a dozen lines: listen, and print each quote under its time. The browser reconnects by itself.
const log = document.querySelector('#log');
const stream = new EventSource('api/stream?topic=quote');

function print(text) {
  log.prepend(`${new Date().toISOString()}  ${text}\n`);
  if (log.childNodes.length > 200) log.lastChild.remove();
}

stream.addEventListener('open', () => print('connected'));
stream.addEventListener('error', () => print('connection lost'));
stream.addEventListener('quote', (event) => {
  const { symbol, last, changePercent } = JSON.parse(event.data);
  print(`${symbol.padEnd(6)} ${last} (${changePercent} %)`);
});
