package tickertape.tape;

import java.util.List;

/// What a read finds in the log of one topic.
///
/// @param lost whether messages may be missing that nothing here stands for
/// @param oneByOne the messages among these that could have been merged
/// @param conflated whether newer messages may stand for older ones
/// @param leftOut how many messages the backlog holds that are not here though they were wanted one by one
record TopicRead(List<Message> messages, boolean lost, List<Message> oneByOne, boolean conflated, int leftOut) {

    /// Messages that are never merged.
    static TopicRead every(List<Message> messages, boolean lost) {
        return new TopicRead(messages, lost, List.of(), false, 0);
    }

    /// Messages that could have been merged.
    static TopicRead oneByOne(List<Message> messages) {
        return new TopicRead(messages, false, messages, false, 0);
    }

    /// Messages of which some may stand for older ones.
    static TopicRead conflated(List<Message> messages, boolean lost, int leftOut) {
        return new TopicRead(messages, lost, List.of(), true, Math.max(0, leftOut));
    }
}
