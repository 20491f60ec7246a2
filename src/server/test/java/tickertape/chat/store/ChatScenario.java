package tickertape.chat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tickertape.store.Dialect;
import tickertape.store.TestDatabase;
import tickertape.web.ProblemException;

/// A chat on a database of its own.
abstract class ChatScenario {

    static final String ROOM = "floor";

    TestDatabase database;
    ChatNode node;

    /// Which database it is.
    Dialect dialect() {
        return Dialect.H2;
    }

    @BeforeEach
    void open() {
        database = TestDatabase.of(dialect(), "chat");
        node = ChatNode.on(database);
    }

    @AfterEach
    void close() throws SQLException {
        node.close();
        database.close();
    }

    static void assertRefused(int status, Callable<?> work) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(work::call)
                .satisfies(
                        refused -> assertThat(refused.getResponse().getStatus()).isEqualTo(status));
    }

    Editing edit(String account, long seq, String text) {
        return node.editing(account, ROOM, seq, text, Map.of());
    }

    /// Does all of it at the same moment.
    static <T> List<T> atOnce(List<Callable<T>> work) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (Future<T> each : threads.invokeAll(work)) {
                results.add(each.get());
            }
            return results;
        }
    }
}
