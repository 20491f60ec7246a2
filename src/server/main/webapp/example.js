// @ts-check
// Tickertape in twenty lines: listen, and print each quote under its time.
const log = document.querySelector('#log');
let lastEventId = '';
let failures = 0;

function listen() {
  const stream = new EventSource(`api/stream?topic=quote&lastEventId=${lastEventId}`);
  stream.addEventListener('open', () => {
    failures = 0;
    print('connected');
  });
  stream.addEventListener('error', () => {
    print('connection lost');
    // The browser comes back by itself, but not if a proxy answers for a server that restarts: then do it here.
    if (stream.readyState === EventSource.CLOSED) setTimeout(listen, Math.random() * Math.min(30_000, 2000 * 2 ** failures++));
  });
  stream.addEventListener('quote', (event) => {
    lastEventId = event.lastEventId;
    const { symbol, last, changePercent } = JSON.parse(event.data);
    print(`${symbol.padEnd(6)} ${last} (${changePercent} %)`);
  });
}

function print(text) {
  log.prepend(`${new Date().toISOString()}  ${text}\n`);
  if (log.childNodes.length > 200) log.lastChild.remove();
}

listen();
