package it.commentary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Faults;
import it.Http;
import it.Instruments;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The same with the texts for everybody.
abstract class CommentaryOnServer extends AnswersOnServer {

    @Test
    void dayOfTheMarketIsToldInBothLanguages() {
        var occasions = new HashMap<String, Set<String>>();
        try (var reader = Reader.open(server.uri(), "topic=commentary&language=en,zh")) {
            while (!occasions.getOrDefault("en", Set.of()).containsAll(Set.of("open", "close", "quiet", "move"))
                    || !occasions.getOrDefault("zh", Set.of()).containsAll(Set.of("open", "close", "quiet", "move"))) {
                JsonObject piece = reader.next();
                assertThat(SCHEMAS.faults("commentary", piece.toString())).isEmpty();
                if (piece.containsKey("done")) {
                    assertThat(piece.getString("reason")).isEqualTo("complete");
                    String text = reader.text(id(piece));
                    String language = piece.getString("language");
                    assertThat(text.codePoints().anyMatch(Character::isIdeographic))
                            .as(text)
                            .isEqualTo(language.equals("zh"));
                    occasions.computeIfAbsent(language, _ -> new HashSet<>()).add(piece.getString("occasion"));
                }
            }
        }
    }

    @Test
    void whatIsAtRestIsWhatWasOnTheStream() {
        try (var reader = Reader.open(server.uri(), "topic=commentary")) {
            JsonObject last = reader.next();
            while (!last.containsKey("done")) {
                last = reader.next();
            }
            String id = id(last);

            JsonObject text = Instruments.object(
                    Http.get(server.uri("api/commentary/" + id)).body());

            assertThat(SCHEMAS.faults("commentary-text", text.toString())).isEmpty();
            assertThat(text.getString("text")).isEqualTo(reader.text(id)).isNotBlank();
            assertThat(text.getString("reason")).isEqualTo("complete");
            assertThat(past("limit=50&language=en"))
                    .extracting(CommentaryOnServer::id)
                    .contains(id);
        }
    }

    /// All of one symbol, and of the market as a whole.
    @Test
    void symbolsAndLanguagesAreFilters() {
        try (var reader = Reader.open(server.uri(), "topic=commentary&language=zh&symbol=AAPL,MSFT")) {
            for (int i = 0; i < 200; i++) {
                JsonObject piece = reader.next();
                assertThat(piece.getString("language")).isEqualTo("zh");
                assertThat(piece.getString("symbol", "AAPL")).isIn("AAPL", "MSFT");
            }
        }
        assertThat(past("symbol=AAPL&language=en")).allSatisfy(text -> {
            assertThat(text.getString("symbol")).isEqualTo("AAPL");
            assertThat(text.getString("language")).isEqualTo("en");
        });
    }

    @Test
    void pagesLeadToOlderTexts() {
        await().until(() -> past("limit=9").size() == 9);
        var ids = new ArrayList<String>();
        String query = "limit=3";
        for (int page = 0; page < 3; page++) {
            HttpResponse<String> response = Http.get(server.uri("api/commentary?" + query));
            Instruments.array(response.body()).getValuesAs(JsonObject.class).forEach(text -> ids.add(id(text)));
            String link = response.headers().firstValue("Link").orElseThrow();
            assertThat(link).startsWith("<./commentary?").endsWith(">; rel=\"next\"");
            query = link.substring(link.indexOf('?') + 1, link.indexOf('>'));
        }

        assertThat(ids).hasSize(9).doesNotHaveDuplicates();
        assertThat(past("limit=200")).extracting(CommentaryOnServer::id).containsSubsequence(ids);
    }

    @Test
    void nobodyHasToLookIntoTheLog() {
        assertThat(Faults.in(server.log())).isEmpty();
    }
}
