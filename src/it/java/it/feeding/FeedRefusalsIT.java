package it.feeding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Http;
import it.Instruments;
import it.Issuer;
import it.LibertyServer;
import it.extension.SampleServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who may not feed, and what is no feed, is told why; and symbols outlive a restart.
class FeedRefusalsIT {

    private static final String LINE = "{\"symbol\":\"KEPT\",\"price\":2.50,\"size\":1,\"previousClose\":2}";

    @AutoClose
    private static FeedServer market;

    @BeforeAll
    static void start() {
        market = FeedServer.start(Map.of());
    }

    @Test
    void onlyAFeederMayFeed() throws IOException {
        Issuer issuer = market.issuer();

        assertThat(Http.send("POST", market.feed("")).statusCode()).isEqualTo(401);
        assertThat(status(market.feed(""), bearer(issuer, "feed", Optional.empty())))
                .isEqualTo(403);
        assertThat(status(market.feed(""), bearer(issuer, "read trade", Optional.of("feeder"))))
                .isEqualTo(403);
        assertThat(status(market.feed(""), market.credential())).isEqualTo(200);
    }

    @Test
    void formIsChecked() throws IOException {
        assertThat(typed("text/csv", "")).isEqualTo(415);
        assertThat(typed("application/json", "")).isEqualTo(415);
        assertThat(typed("application/x-ndjson", "br")).isEqualTo(415);
        assertThat(typed("application/x-ndjson; charset=utf-8", "")).isEqualTo(200);
        assertThat(status(market.feed("?source=a%20b"), market.credential())).isEqualTo(400);
        assertThat(status(market.feed("?sorce=a"), market.credential())).isEqualTo(400);
    }

    private static int typed(String type, String coding) throws IOException {
        try (var post = FeedPost.typed(market.feed(""), type, coding, market.credential())) {
            return post.send(LINE).status();
        }
    }

    @Test
    void serverWithAnotherFeedSaysWhichAndWhatWouldBeRight() throws IOException {
        LibertyServer other = SampleServer.shared();
        String[] credential = bearer(SampleServer.issuer(), "feed", Optional.of("feeder"));

        try (var post = FeedPost.open(other.uri("api/feed"), credential)) {
            JsonObject problem = post.send(LINE).answer();

            assertThat(problem.getInt("status")).isEqualTo(409);
            assertThat(problem.getString("detail"))
                    .isEqualTo("prices come from elsewhere: feed.source is sample; set it to http to post them");
        }
    }

    @Test
    void symbolsAndPricesOutliveARestart() throws IOException {
        assertThat(status(market.feed(""), market.credential())).isEqualTo(200);
        market.server().stop();
        market.server().startAgain();

        assertThat(Instruments.of(market.server().uri()).symbols()).contains("KEPT");
        // Nobody has sent a price yet, and a balancer lets feeders in all the same.
        await().until(() -> Http.answers(200, market.server().uri("health/ready")));
        try (var post = FeedPost.open(market.feed(""), market.credential())) {
            assertThat(post.send("{\"symbol\":\"KEPT\",\"price\":3,\"size\":1}").status())
                    .isEqualTo(200);
        }
        JsonObject quote = Instruments.object(
                Http.get(market.server().uri("api/quotes/KEPT")).body());
        assertThat(quote.get("last")).hasToString("3.00");
        assertThat(quote.get("previousClose")).hasToString("2.00");
    }

    private static String[] bearer(Issuer issuer, String scopes, Optional<String> right) {
        return FeedServer.bearer(FeedServer.token(issuer, scopes, right));
    }

    private static int status(URI uri, String... credential) throws IOException {
        try (var post = FeedPost.open(uri, credential)) {
            return post.send(LINE).status();
        }
    }
}
