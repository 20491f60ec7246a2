package it.chat;

import static it.chat.Talker.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Connection;
import it.LibertyServer;
import it.SharedServers;
import it.identity.Member;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Somebody deletes the account while a message is on its way.
class GoneAuthorIT {

    @Test
    void messageOnItsWayWhileItsAccountGoesLeavesNoNameEither() throws Exception {
        LibertyServer server = SharedServers.with(ChatOnServer.settings(Map.of()));
        String name = Member.name();
        Talker ann = new Talker(Member.signUp(server.uri(), name));
        byte[] body = Talker.body(newId(), "on my way out").toString().getBytes(StandardCharsets.UTF_8);
        String[] credential = ann.member().credential();
        try (var socket = new Socket(server.uri().getHost(), server.uri().getPort());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Connection.ask(
                    socket,
                    "POST",
                    server.uri(),
                    "/api/chat/AMZN",
                    credential[0],
                    credential[1],
                    "Content-Type",
                    "application/json",
                    "Content-Length",
                    Integer.toString(body.length));
            socket.getOutputStream().write(body, 0, body.length - 1);
            Future<Integer> deleted = threads.submit(
                    () -> ann.member().at(server.uri()).delete("api/account").statusCode());
            await().until(() -> ann.read("AMZN", 0).statusCode() == 401);

            socket.getOutputStream().write(body, body.length - 1, 1);

            assertThat(Connection.answered(socket).status()).isIn(201, 401);
            assertThat(deleted.get()).isEqualTo(204);
            assertThat(new Talker(Member.signUp(server.uri(), Member.name())).messages("AMZN"))
                    .extracting(message -> message.getJsonObject("author").getString("name", ""))
                    .doesNotContain(name);
        }
    }
}
