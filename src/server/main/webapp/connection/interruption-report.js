// @ts-check
import { duration } from '../core/formats.js';
import { stream } from '../core/stream.js';
import { say } from '../core/words.js';
import { liveStatus } from './live-status.js';

/** What became of the time without connection, in words. Fires `change` when there is something new to say. */
class InterruptionReport extends EventTarget {
  text = '';
  #epoch = '';

  constructor() {
    super();
    stream.addEventListener('start', () => this.#judge());
  }

  forget() {
    this.text = '';
    this.dispatchEvent(new Event('change'));
  }

  #judge() {
    const { cause, resume, away, epoch } = stream.start;
    const restarted = this.#epoch !== '' && epoch !== this.#epoch;
    this.#epoch = epoch;
    if (cause !== 'lost' && cause !== 'paused') return;
    const time = cause === 'paused' ? Date.now() - liveStatus.pausedAt : away;
    const what = restarted ? 'restarted' : resume;
    this.text = `${say(`interruption.${cause}`, { duration: duration(time, 'long') })} ${say(`interruption.${what}`)}`;
    this.dispatchEvent(new Event('change'));
  }
}

/** The verdict on the last interruption. */
export const interruptionReport = new InterruptionReport();
