package it.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Http;
import it.LibertyServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/// The resource of a feature in a jar passes the product's checks of writes, and answers as the product's own do.
class SampleWritesIT {

    private static final LibertyServer SERVER = SampleServer.shared();

    private static final Memos MEMOS = Memos.of(SERVER.uri());

    @Test
    void memoCanBeAskedForAgainByItsTag() {
        HttpResponse<String> written = MEMOS.post(Memos.body("SINE", "a resource of its own"));
        var place = MEMOS.uri().resolve(written.headers().firstValue("Location").orElseThrow());
        HttpResponse<String> read = Http.get(place);

        assertThat(read.body()).isEqualTo(written.body());
        String tag = read.headers().firstValue("ETag").orElseThrow();
        assertThat(Http.get(place, "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void repeatedWriteTakesEffectOnce() {
        String body = Memos.body("SINE", "once");

        HttpResponse<String> first = MEMOS.post(body, "Idempotency-Key", "\"once\"");
        HttpResponse<String> again = MEMOS.post(body, "Idempotency-Key", "\"once\"");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(MEMOS.all())
                .filteredOn(memo -> memo.getString("text").equals("once"))
                .hasSize(1);
    }

    @Test
    void writesPassTheChecksOfTheServer() {
        String body = Memos.body("SINE", "refused");
        int before = MEMOS.all().size();

        assertThat(MEMOS.send("127.0.0.1", "text/plain", body).statusCode()).isEqualTo(415);
        assertThat(MEMOS.post(Memos.body("SINE", "x".repeat(70_000))).statusCode())
                .isEqualTo(413);
        assertThat(MEMOS.post(body, "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(MEMOS.post("{\"symbol\":\"SINE\"").statusCode()).isEqualTo(400);
        assertThat(MEMOS.post("{\"symbol\":\"SINE\"}").body()).contains("'text' is missing");
        assertThat(MEMOS.post(Memos.body("NOPE", "unknown")).body()).contains("unknown symbol: NOPE");
        assertThat(MEMOS.post(Memos.body("SINE", " ")).body()).contains("1 to 280 characters");
        assertThat(MEMOS.all()).hasSize(before);
    }

    @Test
    void addressThatWritesTooOftenHasToWait() {
        HttpResponse<String> last = null;
        for (int i = 0; i < 2 * SampleServer.WRITES_PER_MINUTE; i++) {
            last = MEMOS.send("127.0.0.2", "application/json", "{}");
            if (last.statusCode() == 429) {
                break;
            }
        }

        assertThat(last).isNotNull();
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(last.headers().firstValue("Retry-After").orElseThrow()))
                .isPositive();
    }

    @Test
    void itsSettingHasItsDefault() {
        await().untilAsserted(() -> assertThat(SERVER.log()).containsPattern("Tickertape .*memos: 200 kept"));
    }
}
