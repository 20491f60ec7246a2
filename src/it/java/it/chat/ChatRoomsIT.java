package it.chat;

import static it.chat.Talker.FLOOR;
import static org.assertj.core.api.Assertions.assertThat;

import it.Connection;
import it.Http;
import it.LibertyServer;
import it.ServerDirectory;
import it.identity.Member;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rooms and pages that there are not, and readers whom a server does not let read.
class ChatRoomsIT {

    @AutoClose
    private static LibertyServer server;

    @BeforeAll
    static void start() {
        server = LibertyServer.start(
                ServerDirectory.path("war"),
                ServerDirectory.path("server.config"),
                "api/session",
                ChatOnServer.settings(Map.of("ACCESS_READ", "signed-in")));
    }

    private static Talker talker() {
        return new Talker(Member.signUp(server.uri(), Member.name()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..%2Fquotes",
                "..%2F..%2Fetc%2Fpasswd",
                "%2e%2e/quotes",
                "floor%2F..%2Fmuted",
                "floor%2F1",
                "floor/1",
                "floor%20",
                "FLOOR",
                "floor%0a",
                "NOPE",
                "%F0%9F%98%80",
                "1",
                "floor/99999999999999999999",
                "floor/-1",
                "muted/x/y"
            })
    void roomThatIsNoneIsNotThere(String room) throws IOException {
        Talker ann = talker();
        String[] credential = ann.member().credential();

        // As it stands: a client in Java would make it proper first.
        try (var response = Connection.send("GET", server.uri(), "/api/chat/" + room, credential)) {
            assertThat(response.status()).isIn(400, 404, 405);
        }
    }

    @Test
    void nameOfARoomIsNoPlaceForABook() throws IOException {
        try (var response = Connection.send(
                "GET",
                server.uri(),
                "/api/chat/" + "A".repeat(8000),
                talker().member().credential())) {
            assertThat(response.status()).isIn(404, 414);
            assertThat(response.rest()).hasSizeLessThan(500);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "before=-1",
                "before=1e3",
                "before=",
                "after=99999999999999999999",
                "after=%00",
                "limit=0",
                "limit=201",
                "limit=-1",
                "limit=9999999999",
                "limit=1&limit=2",
                "seq=1",
                "room=AAPL"
            })
    void pageThatIsNoneIsRefused(String query) {
        assertThat(talker().member().get("api/chat/floor?" + query).statusCode())
                .isEqualTo(400);
    }

    @Test
    void strangersReadNothingWhereOnlyMembersMay() {
        for (String path : List.of(
                "api/chat/floor",
                "api/chat/AAPL?after=0",
                "api/chat/NOPE",
                "api/chat/rooms",
                "api/chat/mentions",
                "api/chat/muted",
                "api/stream?topic=chat",
                "api/stream?topic=chat&room=floor",
                "api/stream?topic=presence",
                "api/stream?topic=room")) {
            assertThat(Http.get(server.uri(path)).statusCode()).as(path).isEqualTo(401);
        }
        assertThat(talker().page(FLOOR).getString("room")).isEqualTo(FLOOR);
    }
}
