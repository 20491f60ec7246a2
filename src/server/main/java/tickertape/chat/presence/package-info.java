/// Who is in which room, who is writing there, and what was said last: told a few times, kept nowhere.
///
/// ```
/// streams ──StreamListener──▶ Presence ──┐
/// requests ─────────────────▶ Typing ────┼── once a second ──▶ Announcer ──▶ the tape
/// messages on the tape ─────▶ RoomNews ──┘
/// ```
@NullMarked
package tickertape.chat.presence;

import org.jspecify.annotations.NullMarked;
