/// How a text comes to its readers while it is written.
///
/// ```
/// Author ──add──▶ PieceQueue ──a piece at each beat──▶ Pacer ──one batch──▶ the tape
///                 (a Text each)                          │
///                                                        └─ at the end ──▶ TextArchive
/// ```
///
/// [Texts] has all that are being written, and those that have just ended. An author writes on a thread of its own,
/// ahead
/// of its readers, and waits when it is far enough ahead. The [Pacer] takes one piece of each text at each beat, as one
/// batch: however many texts there are, readers are woken once a beat.
@NullMarked
package tickertape.commentary.writing;

import org.jspecify.annotations.NullMarked;
