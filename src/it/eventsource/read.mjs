// Reads a stream until so many quotes and trades have come, and prints each event with its id and name; of each answer,
// its coding.
import { EventSource } from 'eventsource';

const [address, count] = process.argv.slice(2);
let left = Number(count);

const source = new EventSource(address, {
  fetch: async (url, init) => {
    const response = await fetch(url, init);
    console.log('answer', response.headers.get('content-encoding'));
    return response;
  },
});

for (const name of ['quote', 'trade', 'goodbye']) {
  source.addEventListener(name, ({ lastEventId, data }) => {
    // It passes on the rest of what it has read already.
    if (source.readyState === EventSource.CLOSED) return;
    console.log(lastEventId, name, data);
    if (name !== 'goodbye' && --left === 0) source.close();
  });
}
