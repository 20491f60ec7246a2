package tickertape.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tickertape.identity.Caller;
import tickertape.identity.account.TestAccounts;
import tickertape.identity.audit.TestAudit;
import tickertape.identity.jwt.IdTokens.Person;
import tickertape.identity.session.Session;
import tickertape.identity.session.TestSessions;
import tickertape.store.EntityStore;
import tickertape.store.TestDatabase;
import tickertape.store.TestEntities;
import tickertape.testing.FakeTime;

/// Which of somebody's rights are kept.
class ArrivalsTest {

    @AutoClose
    private final TestDatabase database = TestDatabase.with("identity");

    private final FakeTime time = database.time();
    private final List<String> heard = new ArrayList<>();

    /// What changes while the account is read counts for the session.
    @Test
    void sessionIsAsOldAsTheMomentBeforeTheAccountWasRead() {
        Instant begin = time.instant();
        EntityStore store = new TestEntities(database.database())
                .meanwhile(() -> time.pass(Duration.ofSeconds(5)))
                .store();
        var arrivals = new Arrivals(
                "https://id.example",
                TestAccounts.of(store, time),
                named -> heard.add("%s is %s".formatted(named.account(), named.name())),
                (caller, said, ends) -> heard.add("%s %s %s".formatted(caller.rights(), said, ends)),
                TestSessions.of(store, time),
                TestAudit.log(time),
                Duration.ofHours(12));
        var ann = new Caller("jwt:ann", "ann", Set.of("realtime"), Set.of(), "c", Optional.empty());

        Session session = arrivals.welcome(new Person("ann", ann), TestAudit.request());

        assertThat(time.instant()).isAfter(begin);
        assertThat(session.issued()).isEqualTo(begin);
        assertThat(session.signedIn()).isEqualTo(begin);
        assertThat(heard)
                .containsExactly(
                        "jwt:ann is ann", "[realtime] %s %s".formatted(begin, begin.plus(Duration.ofHours(12))));
    }

    /// A flood of attempts fills no table.
    @Test
    void refusalsAreNotedAndOfTooManyOneAMinute() {
        EntityStore store = new TestEntities(database.database()).store();
        var arrivals = new Arrivals(
                "https://id.example",
                TestAccounts.of(store, time),
                _ -> {},
                (_, _, _) -> {},
                TestSessions.of(store, time),
                TestAudit.log(heard::add, time),
                Duration.ofHours(12));

        arrivals.refused(SignInOutcome.UNAVAILABLE, TestAudit.request());
        for (int i = 0; i < 100; i++) {
            arrivals.refused(SignInOutcome.TOO_MANY, TestAudit.request());
        }

        assertThat(heard)
                .containsExactly(
                        "sign-in-refused at https://id.example: " + SignInOutcome.UNAVAILABLE.text(),
                        "too-many-refused at https://id.example: " + SignInOutcome.TOO_MANY.text());
    }

    @Test
    void ofHundredsOfRolesThoseThatTheServerKnowsAreKept() {
        Set<String> all = Stream.concat(
                        IntStream.range(0, 500).mapToObj(number -> "a-role-" + number),
                        Stream.of("realtime", "moderator"))
                .collect(Collectors.toSet());

        assertThat(Arrivals.foremost(all)).hasSize(30).contains("realtime", "moderator");
        assertThat(Arrivals.foremost(Set.of("b", "a"))).containsExactlyInAnyOrder("a", "b");
    }
}
