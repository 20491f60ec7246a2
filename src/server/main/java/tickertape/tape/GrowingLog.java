package tickertape.tape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is kept of a topic of texts that are appended to.
///
/// @param backlog the last pieces of all texts
/// @param retention how many texts are kept
/// @param texts each of them, in the order of their newest pieces
/// @param dropped the highest offset of a text that is no longer here; 0 while all are
record GrowingLog(
        TopicDefinition topic, Backlog backlog, int retention, SequencedMap<String, GrowingText> texts, long dropped)
        implements TopicLog {

    static GrowingLog of(TopicDefinition topic, int texts, int pieces) {
        return new GrowingLog(
                topic, Backlog.ofLast(pieces), texts, Collections.unmodifiableSequencedMap(new LinkedHashMap<>()), 0);
    }

    @Override
    public GrowingLog plus(List<Message> more) {
        var next = new LinkedHashMap<>(texts);
        var pieces = new ArrayList<Message>(more.size());
        for (Message message : more) {
            GrowingText text = GrowingText.longer(topic, next.get(message.key()), message);
            next.putLast(message.key(), text);
            pieces.add(text.newest());
        }
        long gone = Math.max(dropped, drop(next, next.size() - retention));
        if (next.size() > retention) {
            throw new RejectedPieceException(
                    "topic '%s' keeps %s texts, and none of them has ended".formatted(topic.name(), retention));
        }
        return new GrowingLog(topic, backlog.plus(pieces), retention, Collections.unmodifiableSequencedMap(next), gone);
    }

    /// Takes out texts that have ended, the oldest first.
    private static long drop(Map<String, GrowingText> texts, int excess) {
        long gone = 0;
        int left = excess;
        for (var each = texts.values().iterator(); left > 0 && each.hasNext(); ) {
            GrowingText text = each.next();
            if (text.ended()) {
                gone = text.newest().offset();
                each.remove();
                left--;
            }
        }
        return gone;
    }

    @Override
    public GrowingLog losing(long offset) {
        return new GrowingLog(topic, backlog.lost(offset), retention, texts, offset);
    }

    @Override
    public GrowingLog withoutHistory(long end) {
        var next = new LinkedHashMap<>(texts);
        long gone = Math.max(dropped, drop(next, next.size()));
        return new GrowingLog(topic, backlog.lost(end), retention, Collections.unmodifiableSequencedMap(next), gone);
    }

    @Override
    public int history() {
        return backlog.size() + texts.size();
    }

    @Override
    public boolean isEmpty() {
        return texts.isEmpty() && backlog.size() == 0;
    }

    /// How many characters a text has; none if it has yet to begin.
    int length(String key) {
        GrowingText text = texts.get(key);
        return text == null ? 0 : text.length();
    }

    @Override
    public List<Message> snapshot(Filter filter) {
        return texts.values().stream()
                .filter(text -> filter.wants(topic, text.newest()))
                .map(GrowingText::whole)
                .toList();
    }

    @Override
    public TopicRead read(Filter filter, long from, boolean conflated) {
        List<Message> pieces = TopicLog.wanted(topic, backlog.after(from), filter, from);
        if (!conflated && from >= backlog.evicted()) {
            return TopicRead.oneByOne(pieces);
        }
        SequencedMap<String, List<Message>> unread =
                pieces.stream().collect(Collectors.groupingBy(Message::key, LinkedHashMap::new, Collectors.toList()));
        var messages = new ArrayList<Message>();
        texts.forEach((key, text) -> {
            if (text.newest().offset() > from && filter.wants(topic, text.newest())) {
                @Nullable List<Message> more = unread.remove(key);
                // One piece says no less than the whole does.
                boolean asPieces = more != null && joins(more, from) && (!conflated || more.size() == 1);
                messages.addAll(more != null && asPieces ? more : List.of(text.whole()));
            }
        });
        // Texts that are no longer here as a whole.
        unread.values().stream().filter(more -> joins(more, from)).forEach(messages::addAll);
        boolean lost = from < Math.min(dropped, backlog.evicted());
        return TopicRead.conflated(messages, lost, conflated ? 0 : pieces.size() - messages.size());
    }

    /// Whether no piece is missing between those that a reader has and these.
    private static boolean joins(List<Message> pieces, long from) {
        return pieces.getFirst().previous() <= from;
    }
}
