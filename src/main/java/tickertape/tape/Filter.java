package tickertape.tape;

import java.util.Map;
import java.util.Set;

/// What a reader wants of the tape.
///
/// @param topics the topics it reads
/// @param keys by the name of a topic's parameter, the keys it wants; a name that is not here lets every key pass
public record Filter(Set<Topic> topics, Map<String, Set<String>> keys) {

    public Filter {
        topics = Set.copyOf(topics);
        keys = Map.copyOf(keys);
    }

    boolean wants(Topic topic, Message message) {
        Set<String> wanted = keys.get(topic.keys().parameter());
        return wanted == null || wanted.contains(message.key());
    }
}
