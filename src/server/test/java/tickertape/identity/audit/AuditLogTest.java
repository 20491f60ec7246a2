package tickertape.identity.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tickertape.identity.Caller;
import tickertape.store.Dialect;
import tickertape.store.EpochMicros;
import tickertape.store.TestDatabase;

/// Whatever people do with accounts has a row, and a line in the log if that is asked for.
class AuditLogTest {

    private static final Logger LOG = Logger.getLogger("tickertape.audit");

    @AutoClose
    private final TestDatabase database = TestDatabase.with("identity");

    private final AuditWriter writer = new AuditWriter(Dialect.H2, Duration.ofDays(1), database.time());
    private final List<String> lines = new ArrayList<>();
    private final Handler handler = new Handler() {

        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOG.addHandler(handler);
        LOG.setUseParentHandlers(false);
    }

    @AfterEach
    void stop() {
        LOG.removeHandler(handler);
        LOG.setUseParentHandlers(true);
    }

    private AuditLog log(boolean isLogged) {
        return TestAudit.log(
                entry -> database.database().transaction(connection -> {
                    writer.write(connection, List.of(entry));
                    return entry;
                }),
                isLogged,
                database.time(),
                new RefusalTally(database.time()::nanoTime));
    }

    private List<String> rows() {
        return database.database().query(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "SELECT action, account, name, address, detail FROM identity_audit ORDER BY at")) {
                return texts(rows);
            }
        });
    }

    private static List<String> texts(ResultSet rows) throws SQLException {
        var texts = new ArrayList<String>();
        while (rows.next()) {
            texts.add("%s|%s|%s|%s|%s"
                    .formatted(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5)));
        }
        return texts;
    }

    @ParameterizedTest
    @EnumSource
    void eachKindHasARowAndALineOfJsonIfThatIsAskedFor(AuditAction action) {
        log(false).add(action, "a1", "ann", TestAudit.request(), "more");
        assertThat(lines).isEmpty();

        log(true).add(action, "a1", "ann", TestAudit.request(), "more");

        assertThat(rows())
                .containsExactly(action.text() + "|a1|ann|10.0.0.1|more", action.text() + "|a1|ann|10.0.0.1|more");
        assertThat(lines)
                .singleElement()
                .asString()
                .startsWith("{")
                .contains(
                        "\"action\":\"" + action.text() + "\"",
                        "\"account\":\"a1\"",
                        "\"name\":\"ann\"",
                        "\"address\":\"10.0.0.1\"",
                        "\"detail\":\"more\"");
    }

    @Test
    void whatIsAddedAgainHasOneRowOfTheTimeWhenItWasDone() {
        AuditLog log = log(false);
        var ann = new Caller("a1", "ann", Set.of(), Set.of(), "session:secret", Optional.empty());
        Instant done = database.time().instant();
        database.time().pass(Duration.ofHours(1));
        log.addOnce("chat-deleted", "floor 1", done, ann, TestAudit.request(), "floor 1 of x");

        log.addOnce("chat-deleted", "floor 1", done, ann, TestAudit.request(), "floor 1 of x");
        log.addOnce("chat-deleted", "floor 2", done, ann, TestAudit.request(), "floor 2 of x");

        assertThat(rows())
                .containsExactlyInAnyOrder(
                        "chat-deleted|a1|ann|10.0.0.1|floor 1 of x", "chat-deleted|a1|ann|10.0.0.1|floor 2 of x");
        assertThat(database.execute("UPDATE identity_audit SET at = at WHERE at = " + EpochMicros.of(done)))
                .isEqualTo(2);
    }

    @Test
    void refusalHasARowUnlessTheRequestHasOneAndOfManyTheNextTellsTheNumber() {
        AuditLog log = log(false);
        var ann = new Caller("a1", "ann", Set.of(), Set.of(), "session:secret", Optional.empty());
        HttpServletRequest noted = TestAudit.request();
        log.add(AuditAction.PASSWORD_REFUSED, "a1", "ann", noted, "");
        log.refused(AuditAction.ACCESS_REFUSED, Optional.of(ann), noted, "PUT account/password");
        for (int i = 0; i < 10; i++) {
            database.time().pass(Duration.ofSeconds(1));
            log.refused(AuditAction.ACCESS_REFUSED, Optional.of(ann), TestAudit.request(), "GET tokens");
        }
        database.time().pass(Duration.ofMinutes(1));
        log.refused(AuditAction.ACCESS_REFUSED, Optional.of(ann), TestAudit.request(), "GET tokens");
        database.time().pass(Duration.ofSeconds(1));
        log.refused(AuditAction.TOKEN_REFUSED, Optional.empty(), TestAudit.request(), "GET alerts");

        assertThat(rows())
                .containsExactly(
                        "password-refused|a1|ann|10.0.0.1|",
                        "access-refused|a1|ann|10.0.0.1|GET tokens",
                        "access-refused|a1|ann|10.0.0.1|GET tokens, and 9 more",
                        "token-refused|null||10.0.0.1|GET alerts");
    }
}
