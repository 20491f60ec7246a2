package tickertape.commentary.model;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import tickertape.commentary.author.EndReason;

/// What providers answer, good and bad.
final class ProviderAnswers {

    /// How the names of those begin after which the connection breaks.
    static final String CUT = "cut";

    private static final String TYPE = "application/json";
    private static final String TEN = "a b c d e f g h i j ";

    private ProviderAnswers() {}

    private static Arguments refusal(int status, EndReason reason) {
        return arguments(
                "status " + status,
                (RawProvider.Script) exchange -> exchange.refuse(
                        status, TYPE, "{\"error\":{\"message\":\"not you, %s\"}}".formatted(ModelAuthorTest.KEY)),
                "",
                reason);
    }

    private static Arguments refusal(String what, RawProvider.Script script, EndReason reason) {
        return arguments(what, script, "", reason);
    }

    private static Arguments afterTen(String what, String text, RawProvider.Script script, EndReason reason) {
        RawProvider.Script whole = exchange -> {
            exchange.begin();
            exchange.say(Arrays.stream(TEN.split(" ")).map(word -> word + " ").toArray(String[]::new));
            script.answer(exchange);
        };
        return arguments(what, whole, TEN + text, reason);
    }

    /// Each with a name, what the provider does, the text that is left, and why it ends.
    static Stream<Arguments> all() {
        return Stream.of(
                afterTen(
                        "whole",
                        "上涨 😀.",
                        exchange -> {
                            exchange.say("上涨 ", "\\ud83d", "\\ude00", ".");
                            exchange.finish("stop");
                        },
                        EndReason.COMPLETE),
                refusal(429, EndReason.BUSY),
                refusal(503, EndReason.BUSY),
                refusal(504, EndReason.SLOW),
                refusal(401, EndReason.FAILED),
                refusal(404, EndReason.FAILED),
                refusal(500, EndReason.FAILED),
                refusal(302, EndReason.FAILED),
                refusal("page", exchange -> exchange.refuse(200, "text/html", "<html>"), EndReason.FAILED),
                refusal("no stream", exchange -> exchange.refuse(200, TYPE, "{\"choices\":[]}"), EndReason.FAILED),
                refusal("nothing", _ -> {}, EndReason.INTERRUPTED),
                refusal(
                        "no words",
                        exchange -> {
                            exchange.begin();
                            exchange.end();
                        },
                        EndReason.INTERRUPTED),
                refusal("line without an end", ProviderAnswers::endless, EndReason.INTERRUPTED),
                afterTen(
                        "error",
                        "",
                        exchange -> {
                            exchange.send("data: {\"error\": {\"message\": \"out of memory\", \"code\": 500}}\n\n");
                            exchange.awaitEnd();
                        },
                        EndReason.FAILED),
                afterTen(
                        "event of an error",
                        "",
                        exchange -> {
                            exchange.send("event: error\ndata: out of memory\n\n");
                            exchange.awaitEnd();
                        },
                        EndReason.FAILED),
                afterTen(
                        "no JSON",
                        "",
                        exchange -> {
                            exchange.send("data: <html>\n\n");
                            exchange.say("more");
                            exchange.awaitEnd();
                        },
                        EndReason.FAILED),
                afterTen("cut in mid-word", "App", exchange -> exchange.say("App"), EndReason.INTERRUPTED),
                afterTen(
                        "ends in mid-word",
                        "App",
                        exchange -> {
                            exchange.say("App");
                            exchange.end();
                        },
                        EndReason.INTERRUPTED),
                afterTen(
                        "ends in mid-event",
                        "",
                        exchange -> {
                            exchange.send("data: {\"choi");
                            exchange.end();
                        },
                        EndReason.INTERRUPTED),
                afterTen("cut in mid-event", "", exchange -> exchange.send("data: {\"choi"), EndReason.INTERRUPTED),
                afterTen("cut in mid-character", "", exchange -> half(exchange, 1), EndReason.INTERRUPTED),
                afterTen(
                        "half a character, and more",
                        "",
                        exchange -> {
                            half(exchange, 2);
                            exchange.send("\"}}]}\n\n");
                            exchange.finish("stop");
                        },
                        EndReason.COMPLETE),
                afterTen(
                        "character in two packets",
                        "涨",
                        exchange -> {
                            half(exchange, 2);
                            exchange.send("涨".getBytes(StandardCharsets.UTF_8)[2]);
                            exchange.send("\"}}]}\n\n");
                            exchange.finish("stop");
                        },
                        EndReason.COMPLETE),
                afterTen("too long", "", exchange -> exchange.finish("length"), EndReason.LIMIT),
                afterTen("filtered", "", exchange -> exchange.finish("content_filter"), EndReason.FAILED));
    }

    private static void half(RawProvider.Exchange exchange, int bytes) throws IOException {
        exchange.send("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"");
        exchange.send(Arrays.copyOf("涨".getBytes(StandardCharsets.UTF_8), bytes));
    }

    private static void endless(RawProvider.Exchange exchange) throws IOException {
        exchange.begin();
        byte[] much = new byte[1 << 20];
        try {
            while (true) {
                exchange.send(much);
            }
        } catch (SocketException gone) {
            exchange.awaitEnd();
        }
    }
}
