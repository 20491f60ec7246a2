// @ts-check
import { duration } from '../core/formats.js';
import { stream } from '../core/stream.js';
import { say, sentences } from '../core/words.js';
import { liveStatus } from './live-status.js';

/** What was missed while the connection was lost or paused, in words. Fires `change`. */
class InterruptionReport extends EventTarget {
  text = '';
  #epoch = '';

  constructor() {
    super();
    stream.addEventListener('start', () => this.#write());
  }

  dismiss() {
    this.text = '';
    this.dispatchEvent(new Event('change'));
  }

  #write() {
    const { cause, resume, away, epoch } = stream.start;
    const restarted = this.#epoch !== '' && epoch !== this.#epoch;
    this.#epoch = epoch;
    // A page that comes after another one finds the connection paused, but not by its visitor.
    if (cause !== 'lost' && (cause !== 'paused' || !liveStatus.pausedAt)) return;
    const time = cause === 'paused' ? Date.now() - liveStatus.pausedAt : away;
    const missed = restarted ? 'restarted' : resume;
    this.text = sentences(say(`interruption.${cause}`, { duration: duration(time, 'long') }), say(`interruption.${missed}`));
    this.dispatchEvent(new Event('change'));
  }
}

/** The report of the last interruption. */
export const interruptionReport = new InterruptionReport();
