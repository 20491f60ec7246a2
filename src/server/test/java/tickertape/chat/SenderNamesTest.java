package tickertape.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tickertape.chat.store.Sender;
import tickertape.identity.AccountDirectory;

/// Who comes with the word of an issuer is not taken for somebody who has an account here.
class SenderNamesTest {

    private static final Map<String, AccountDirectory.Entry> ACCOUNTS = Map.of(
            "Ann",
            new AccountDirectory.Entry("account-1", "Ann"),
            "Otto K",
            new AccountDirectory.Entry("jwt:otto", "Otto K"));

    private final SenderNames names = new SenderNames(asked -> ACCOUNTS.entrySet().stream()
            .filter(known -> asked.contains(known.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));

    @ParameterizedTest
    @CsvSource({
        "account-1, Ann, Ann",
        "jwt:other, Ann, Ann (service)",
        "jwt:other, '(Ann)', '(Ann) (service)'",
        "jwt:other, Otto K, Otto K (service)",
        "jwt:otto, Otto K, Otto K",
        "jwt:other, prices, prices"
    })
    void nameOfSomebodyElseIsMarked(String account, String name, String shown) {
        var participant = new Participant(new Sender(account, name), false, false);

        assertThat(names.sender(participant)).isEqualTo(new Sender(account, shown));
    }
}
