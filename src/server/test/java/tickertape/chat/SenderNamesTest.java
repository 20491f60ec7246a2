package tickertape.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tickertape.chat.store.Sender;
import tickertape.identity.AccountDirectory;
import tickertape.identity.Caller;
import tickertape.identity.CallerNames;
import tickertape.identity.TestDirectory;
import tickertape.store.Dialect;
import tickertape.store.TestDatabase;

/// Who comes with the word of an issuer is not taken for somebody who has an account here.
class SenderNamesTest {

    private static final Map<String, AccountDirectory.Entry> ACCOUNTS = Map.of(
            "Ann",
            new AccountDirectory.Entry("account-1", "Ann"),
            "Otto K",
            new AccountDirectory.Entry("jwt:otto", "Otto K"));

    private final SenderNames names = new SenderNames(new CallerNames(TestDirectory.of(ACCOUNTS)));

    @ParameterizedTest
    @CsvSource({
        "account-1, Ann, Ann",
        "jwt:other, Ann, Ann (service)",
        "jwt:other, '(Ann)', '(Ann) (service)'",
        "jwt:other, Otto K, Otto K (service)",
        "jwt:otto, Otto K, Otto K",
        "jwt:otto, Otto before, Otto K",
        "jwt:otto, Ann, Otto K",
        "jwt:other, prices, prices"
    })
    void nameOfSomebodyElseIsMarked(String account, String name, String shown) {
        var participant = new Participant(new Sender(account, name), false, false);

        assertThat(names.sender(participant)).isEqualTo(new Sender(account, shown));
        assertThat(names.present(caller(account, name))).isEqualTo(shown);
    }

    @Test
    void nameThatRunsOverOtherLinesIsTamed() {
        assertThat(names.present(caller("account-2", "Z\u0336\u0335\u0334\u0333")))
                .isEqualTo("Z\u0336\u0335");
    }

    private static Caller caller(String account, String name) {
        return new Caller(account, name, Set.of(), Set.of(), "", Optional.empty());
    }

    @Test
    void whoIsInARoomIsMarkedAsLongAsNobodyCanBeLookedUp() throws SQLException {
        try (var database = TestDatabase.of(Dialect.H2)) {
            var away = new SenderNames(
                    new CallerNames(TestDirectory.of(() -> database.database().query(_ -> ACCOUNTS))));
            database.goAway();

            assertThat(away.present(caller("jwt:other", "prices"))).isEqualTo("prices (service)");
            assertThat(away.present(caller("account-1", "Ann"))).isEqualTo("Ann");
        }
    }
}
