package it.chat;

import static it.chat.Talker.FLOOR;
import static it.chat.Talker.SCHEMAS;
import static it.chat.Talker.newId;
import static org.assertj.core.api.Assertions.assertThat;

import it.Instruments;
import it.LibertyServer;
import it.SharedServers;
import it.identity.Member;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What nobody may say, or not so often.
class ChatLimitsIT {

    private static final LibertyServer SERVER = SharedServers.with(ChatOnServer.settings(Map.of()));

    private static Talker talker() {
        return new Talker(Member.signUp(SERVER.uri(), Member.name()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "floor | {'text':'a'} | 400 | the field 'id' is missing",
                "floor | {'id':'short','text':'a'} | 400 | 8 to 64 letters",
                "floor | {'id':'long-enough-1','text':' \\n '} | 400 | the message is empty",
                "floor | {'id':'long-enough-1','text':'a','room':'b'} | 400 | unknown field",
                "NOPE | {'id':'long-enough-1','text':'a'} | 404 | there are floor, and the symbols of"
            })
    void whatMakesNoSenseIsRefusedAndTheProblemSaysWhatWould(String room, String body, int status, String detail) {
        HttpResponse<String> response =
                talker().member().post("api/chat/" + room, Instruments.object(body.replace('\'', '"')));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(SCHEMAS.faults("problem", response.body())).isEmpty();
        assertThat(Member.json(response).getString("detail")).contains(detail);
    }

    @Test
    void markupIsTextAndWhatHidesGoes() {
        Talker ann = talker();
        String markup = "<script>alert(1)</script> **b** [x](javascript:y) \"quoted\",\"revision\":9";

        assertThat(ann.say(FLOOR, markup).getString("text")).isEqualTo(markup);

        assertThat(ann.say(FLOOR, "pay\u202Elap\u200B z\u0336\u0336\u0336\u0336\u0336")
                        .getString("text"))
                .isEqualTo("paylap z\u0336\u0336");
        assertThat(ann.say(FLOOR, "می\u200Cخواهم 👩\u200D👩\u200D👧").getString("text"))
                .isEqualTo("می\u200Cخواهم 👩\u200D👩\u200D👧");
    }

    @Test
    void floodsAndBooksAreRefused() {
        Talker ann = talker();
        assertThat(ann.send(FLOOR, newId(), "a".repeat(1 << 20)).statusCode()).isEqualTo(413);
        assertThat(ann.send(FLOOR, newId(), "👍🏽".repeat(501)).statusCode()).isEqualTo(400);
        String first = newId();
        assertThat(ann.send(FLOOR, first, "👍🏽".repeat(500)).statusCode()).isEqualTo(201);
        assertThat(ann.send(FLOOR, newId(), "👍🏽".repeat(500)).statusCode()).isEqualTo(422);
        IntStream.range(1, 5).forEach(i -> ann.say(FLOOR, "text " + i));

        HttpResponse<String> refused = ann.send(FLOOR, newId(), "one more");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 10L);
        assertThat(ann.send(FLOOR, first, "👍🏽".repeat(500)).statusCode()).isEqualTo(200);
        talker().say(FLOOR, "others may");
    }
}
