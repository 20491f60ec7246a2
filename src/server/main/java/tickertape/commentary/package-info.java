/// Texts about the market that grow while they are read: for everybody, and answers to who asks.
///
/// ```
/// ticks ──▶ trigger.Watcher ──Cue──▶ Newsroom ──┐
///              │                                ├─▶ writing.Texts ──pieces──▶ the tape
///              └─▶ facts.FactBook               │        │
/// POST ──▶ CommentaryResource ──▶ AnswerDesk ───┘        └─ at the end ──▶ store.TextArchive
/// ```
///
/// - [facts][tickertape.commentary.facts]: what is so; [trigger][tickertape.commentary.trigger]: when it is worth a
/// text;
///   [author][tickertape.commentary.author]: who writes it; [writing][tickertape.commentary.writing]: how it comes to
/// its
///   readers; [store][tickertape.commentary.store]: what is kept.
/// - [Newsroom] writes for everybody, in each language, and [AnswerDesk] for who has asked. Neither ever holds up a
/// tick.
/// - Who sees prices late gets the texts for everybody late, as all of the tape, and no answers.
@NullMarked
package tickertape.commentary;

import org.jspecify.annotations.NullMarked;
