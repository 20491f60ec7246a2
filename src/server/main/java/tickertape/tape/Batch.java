package tickertape.tape;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What one append brought, while it waits for the delayed tape; immutable.
///
/// @param end where its messages for all end
/// @param nanos when it was appended, by the tape's monotonic clock
/// @param shared its messages that are for all
/// @param owned its private messages, by their owners
/// @param losses what is missing
record Batch(
        long end,
        long nanos,
        Map<TopicDefinition, List<Message>> shared,
        Map<String, Map<TopicDefinition, List<Message>>> owned,
        Set<Loss> losses) {

    /// What the objects around its bytes take, about.
    private static final int OVERHEAD = 128;

    /// Messages that nobody gets.
    ///
    /// @param owner whose they are; empty if they are for all
    /// @param offset up to which they are missing
    record Loss(TopicDefinition topic, Optional<String> owner, long offset) {}

    /// Messages at the offsets that follow on what there is.
    static Batch of(List<Draft> drafts, Reel before, long nanos) {
        var offsets = new Offsets(before);
        Map<TopicDefinition, List<Message>> shared = new LinkedHashMap<>();
        Map<String, Map<TopicDefinition, List<Message>>> owned = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            Map<TopicDefinition, List<Message>> batch = draft.owner()
                    .map(owner -> owned.computeIfAbsent(owner, same -> new LinkedHashMap<>()))
                    .orElse(shared);
            batch.computeIfAbsent(draft.topic(), topic -> new ArrayList<>())
                    .add(draft.at(Position.of(before.epoch(), offsets.next(draft.owner())), nanos));
        }
        return new Batch(offsets.shared(), nanos, shared, owned, Set.of());
    }

    /// The same, put on another tape at this time.
    Batch at(long time) {
        var its = new LinkedHashMap<String, Map<TopicDefinition, List<Message>>>();
        owned.forEach((owner, logs) -> its.put(owner, at(time, logs)));
        return new Batch(end, time, at(time, shared), its, losses);
    }

    private static Map<TopicDefinition, List<Message>> at(long time, Map<TopicDefinition, List<Message>> logs) {
        var later = new LinkedHashMap<TopicDefinition, List<Message>>();
        logs.forEach((topic, messages) -> later.put(
                topic, messages.stream().map(message -> message.at(time)).toList()));
        return later;
    }

    private Stream<Message> messages() {
        return Stream.concat(Stream.of(shared), owned.values().stream())
                .flatMap(logs -> logs.values().stream())
                .flatMap(Collection::stream);
    }

    /// What is missing, the earliest first: of several losses of one topic, the last one counts.
    List<Loss> lossesInOrder() {
        return losses.stream().sorted(Comparator.comparingLong(Loss::offset)).toList();
    }

    long count() {
        return messages().count();
    }

    /// How many bytes of memory it takes, about.
    long size() {
        return OVERHEAD
                + messages()
                        .mapToLong(message -> message.bytes().length + OVERHEAD)
                        .sum();
    }

    /// Both in one, at the end and the time of the later one: of latest messages the newest of each key. Those that
    /// can't be merged are lost, except pieces of texts, on which others follow.
    Batch merged(Batch later) {
        var lost = new HashSet<>(losses);
        lost.addAll(later.losses);
        var bothShared = merged(shared, later.shared, Optional.empty(), lost);
        var bothOwned = new LinkedHashMap<>(owned);
        later.owned.forEach((owner, logs) ->
                bothOwned.put(owner, merged(owned.getOrDefault(owner, Map.of()), logs, Optional.of(owner), lost)));
        return new Batch(later.end, later.nanos, bothShared, bothOwned, lost);
    }

    private static Map<TopicDefinition, List<Message>> merged(
            Map<TopicDefinition, List<Message>> before,
            Map<TopicDefinition, List<Message>> later,
            Optional<String> owner,
            Set<Loss> lost) {
        var both = new LinkedHashMap<>(before);
        later.forEach((topic, messages) -> {
            switch (topic.kind()) {
                case LATEST -> both.put(topic, newest(before.getOrDefault(topic, List.of()), messages));
                case GROWING -> both.put(topic, joined(before.getOrDefault(topic, List.of()), messages));
                case EVERY -> {
                    both.remove(topic);
                    lost.add(new Loss(topic, owner, messages.getLast().offset()));
                }
            }
        });
        return both;
    }

    private static List<Message> newest(List<Message> before, List<Message> later) {
        var newest = new LinkedHashMap<String, Message>();
        joined(before, later).forEach(message -> newest.putLast(message.key(), message));
        return List.copyOf(newest.values());
    }

    private static List<Message> joined(List<Message> before, List<Message> later) {
        var both = new ArrayList<>(before);
        both.addAll(later);
        return both;
    }
}
