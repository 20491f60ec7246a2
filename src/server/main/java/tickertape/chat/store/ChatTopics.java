package tickertape.chat.store;

import java.util.function.Function;
import tickertape.tape.Draft;
import tickertape.tape.TopicDefinition;

/// The topics of what is kept, and how their messages look on the tape.
///
/// @param messages every message, also when it is changed or deleted
/// @param mentions for who is named
/// @param reads how far the reader has read
/// @param json writes a record
public record ChatTopics(
        TopicDefinition messages, TopicDefinition mentions, TopicDefinition reads, Function<Record, String> json) {

    private static final String ONE_KEY = "";

    Draft draft(ChatMessage message) {
        return new Draft(messages, message.room(), json.apply(message));
    }

    Draft draft(MentionTable.Notice notice) {
        return new Draft(mentions, ONE_KEY, json.apply(notice.mention())).ownedBy(notice.account());
    }

    Draft draft(ReadTable.Changed read) {
        return new Draft(reads, read.mark().room(), json.apply(read.mark())).ownedBy(read.account());
    }
}
