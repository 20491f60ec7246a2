package it.identity;

import static it.identity.Member.PASSWORD;
import static it.identity.Member.credentials;
import static org.assertj.core.api.Assertions.assertThat;

import it.LibertyServer;
import it.extension.SampleServer;
import jakarta.json.Json;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;

/// Who signs in while somebody else changes the password, or deletes the account, stays in with the new password only.
class OldPasswordIT {

    private static final LibertyServer SERVER = SampleServer.shared();
    private static final URI ROOT = SERVER.uri();
    private static final int OTHERS = 4;

    @RepeatedTest(3)
    void signInUnderWayEndsWithThePassword() throws Exception {
        String name = Member.name();
        Member owner = Member.signUp(ROOT, name);
        var change = Json.createObjectBuilder()
                .add("current", PASSWORD)
                .add("next", "another horse battery")
                .build();

        List<Member> others = signInBeside(
                name, () -> owner.put("api/account/password", change).statusCode(), 200);

        assertThat(owner.session().getBoolean("signedIn")).isTrue();
        assertThat(others).noneMatch(other -> other.session().getBoolean("signedIn"));
    }

    @RepeatedTest(3)
    void signInUnderWayEndsWithTheAccount() throws Exception {
        String name = Member.name();
        Member owner = Member.signUp(ROOT, name);

        List<Member> others =
                signInBeside(name, () -> owner.delete("api/account").statusCode(), 204);

        assertThat(others).noneMatch(other -> other.session().getBoolean("signedIn"));
    }

    /// Who has signed in with the old password, or tried to.
    private static List<Member> signInBeside(String name, Callable<Integer> end, int status) throws Exception {
        var go = new CountDownLatch(1);
        List<Member> others =
                Stream.generate(() -> new Member(ROOT)).limit(OTHERS).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = others.stream()
                    .map(other -> threads.submit(() -> {
                        go.await();
                        return other.post("api/session", credentials(name, PASSWORD))
                                .statusCode();
                    }))
                    .toList();
            Future<Integer> ended = threads.submit(() -> {
                go.await();
                return end.call();
            });
            go.countDown();
            assertThat(ended.get()).isEqualTo(status);
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isIn(200, 401);
            }
        }
        return others;
    }
}
