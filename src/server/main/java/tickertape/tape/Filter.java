package tickertape.tape;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a reader wants from the tape. Equal filters are quickly found equal: reads are shared by them.
public final class Filter {

    private final Set<TopicDefinition> topics;
    private final Map<String, Set<String>> keys;
    private final int hash;

    /// @param topics the topics it reads
    /// @param keys by the name of a topic's parameter, the keys it wants; a name that is not here lets all pass
    public Filter(Set<TopicDefinition> topics, Map<String, Set<String>> keys) {
        this.topics = Set.copyOf(topics);
        this.keys = Map.copyOf(keys);
        this.hash = 31 * this.topics.hashCode() + this.keys.hashCode();
    }

    public Set<TopicDefinition> topics() {
        return topics;
    }

    public Map<String, Set<String>> keys() {
        return keys;
    }

    /// The same for some of its topics; the same object if that is all of them.
    Filter only(Predicate<TopicDefinition> wanted) {
        return topics.stream().allMatch(wanted)
                ? this
                : new Filter(topics.stream().filter(wanted).collect(Collectors.toSet()), keys);
    }

    boolean wantsAll(TopicDefinition topic) {
        return topic.filters().stream().noneMatch(each -> keys.containsKey(each.parameter()));
    }

    boolean wants(TopicDefinition topic, Message message) {
        Set<String> wanted = keys.get(topic.keys().parameter());
        return (wanted == null || wanted.contains(message.key())) && wantsGroup(topic, message);
    }

    // What belongs to no group is for the readers of all.
    private boolean wantsGroup(TopicDefinition topic, Message message) {
        Set<String> wanted = keys.get(topic.group().parameter());
        return wanted == null || message.group().isEmpty() || wanted.contains(message.group());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Filter filter
                        && hash == filter.hash
                        && topics.equals(filter.topics)
                        && keys.equals(filter.keys));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return "%s of %s".formatted(keys, topics);
    }
}
