/// People talk: in one room for all, and in one for each instrument.
///
/// ```
/// ChatResource ──▶ Chat ──text.MessageText──▶ store.ChatWorker ──▶ database, then the tape ──▶ streams
///                    └──▶ store.HistoryReader: the past, up to a place of the tape
/// ```
///
/// - [ChatBeans] wires it, and [ChatAssembly] puts [ChatParts] together, if anybody may talk here.
/// - [Chat] is what people do, [Moderation] what moderators do.
/// - [presence][tickertape.chat.presence] tells who is there, and who is writing.
/// - [Rooms] knows which rooms there are.
@NullMarked
package tickertape.chat;

import org.jspecify.annotations.NullMarked;
