package tickertape.tape.stream;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tickertape.identity.Caller;
import tickertape.tape.TopicDefinition;

/// A stream that somebody has opened, as a [StreamListener] sees it. Two of them are never equal.
public final class OpenStream {

    private final Set<String> topics;
    private final Map<String, Set<String>> keys;
    private final Optional<Caller> caller;

    public OpenStream(Set<String> topics, Map<String, Set<String>> keys, Optional<Caller> caller) {
        this.topics = Set.copyOf(topics);
        this.keys = Map.copyOf(keys);
        this.caller = caller;
    }

    static OpenStream of(StreamRequest request) {
        return new OpenStream(
                request.filter().topics().stream().map(TopicDefinition::name).collect(Collectors.toSet()),
                request.filter().keys(),
                request.caller());
    }

    /// The names of what it reads.
    public Set<String> topics() {
        return topics;
    }

    /// By the name of a parameter, the keys that it reads; all keys where the parameter is missing.
    public Map<String, Set<String>> keys() {
        return keys;
    }

    /// Who has opened it; empty for nobody in particular.
    public Optional<Caller> caller() {
        return caller;
    }
}
