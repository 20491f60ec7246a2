package it.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Event;
import it.EventStream;
import it.Feature;
import it.Http;
import it.LibertyServer;
import it.identity.Member;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everything that one server sent from its start to its end.
///
/// @param whole by transport, a stream of every topic from hello to goodbye
/// @param late by transport, a stream that asked for the beginning of the tape when that was no longer kept
/// @param refused by transport, a stream above the limit
/// @param answers by path, the responses of the REST resources
/// @param log the server's log
record Life(
        Map<Transport, Recorder> whole,
        Map<Transport, Recorder> late,
        Map<Transport, Recorder> refused,
        Map<String, HttpResponse<String>> answers,
        String log) {

    private static final List<String> PATHS = List.of(
            "api/instruments",
            "api/quotes",
            "api/quotes/NOPE",
            "api/nothing",
            "api/stream?symbol=NOPE",
            "api/stream?topic=",
            "api/stream?rate=fast");

    static Life of(Feed feed, Schemas schemas) {
        try (var server = LibertyServer.start(feed.settings())) {
            String everything = "api/stream?topic=" + String.join(",", schemas.topics());
            Map<Transport, Recorder> whole = open(server, everything);
            List<EventStream> posters = Feature.all().stream()
                    .map(feature -> feature.object("post"))
                    .filter(post -> !post.isEmpty())
                    .map(post -> post(server, post))
                    .toList();
            for (Recorder stream : whole.values()) {
                stream.until(feed.wanted(schemas.topics()));
            }
            posters.forEach(EventStream::close);
            await().until(() -> server.subscribers() == whole.size());
            Map<Transport, Recorder> late = open(server, everything + "&lastEventId=" + beginning(whole));
            for (Recorder stream : late.values()) {
                stream.until(Map.of("gap", 1, "trade", 1, "quote", 1));
            }
            Map<Transport, Recorder> refused = open(server, everything);
            for (Recorder stream : refused.values()) {
                stream.toTheEnd();
                stream.close();
            }
            for (Recorder stream : late.values()) {
                stream.close();
            }
            Map<String, HttpResponse<String>> answers =
                    PATHS.stream().collect(Collectors.toMap(path -> path, path -> Http.get(server.uri(path))));
            String log = server.log();
            undeploy(server, whole.values());
            return new Life(whole, late, refused, answers, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Somebody reads, and posts something of which others hear.
    private static EventStream post(LibertyServer server, JsonObject post) {
        var member = Member.signUp(server.uri(), Member.name());
        EventStream stream = member.stream(post.getString("stream"));
        stream.next("hello");
        assertThat(member.post(post.getString("path"), post.getJsonObject("body"))
                        .statusCode())
                .isEqualTo(201);
        return stream;
    }

    // The server is not stopped, because the JDK's HTTP/2 client discards what it has not delivered when its connection
    // ends.
    private static void undeploy(LibertyServer server, Collection<Recorder> streams) throws IOException {
        var endings = new ArrayList<Future<Recorder>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Recorder stream : streams) {
                endings.add(threads.submit(() -> {
                    stream.toTheEnd();
                    return stream;
                }));
            }
            server.undeploy();
        }
        for (Future<Recorder> ending : endings) {
            if (ending.state() == Future.State.FAILED) {
                throw new IOException("not ended in good order", ending.exceptionNow());
            }
            ending.resultNow().close();
        }
    }

    /// The streams that were admitted.
    List<Recorder> streams() {
        return Stream.of(whole, late).flatMap(kind -> kind.values().stream()).toList();
    }

    List<Recorder> all() {
        return Stream.concat(streams().stream(), refused.values().stream()).toList();
    }

    /// The streams that were admitted over one transport.
    List<Recorder> streams(Transport transport) {
        return Stream.of(whole, late)
                .flatMap(kind -> kind.entrySet().stream())
                .filter(stream -> stream.getKey() == transport)
                .map(Map.Entry::getValue)
                .toList();
    }

    private static String beginning(Map<Transport, Recorder> streams) {
        Event hello = streams.values().iterator().next().events().getFirst();
        return hello.json().getString("epoch") + "-0";
    }

    private static Map<Transport, Recorder> open(LibertyServer server, String path) throws IOException {
        var streams = new EnumMap<Transport, Recorder>(Transport.class);
        for (Transport transport : Transport.values()) {
            streams.put(transport, transport.open(server, path));
        }
        return streams;
    }
}
