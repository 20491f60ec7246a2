package tickertape.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tickertape.identity.AccountDirectory;
import tickertape.identity.Caller;
import tickertape.identity.CallerNames;
import tickertape.identity.TestDirectory;

/// On the board nobody passes for somebody else, or for a player of the house.
class PlayerNamesTest {

    private final Map<String, String> onTheBoard = new HashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final PlayerNames names = new PlayerNames(
            new CallerNames(TestDirectory.of(() -> {
                asked.incrementAndGet();
                return Map.of(
                        "Ann", new AccountDirectory.Entry("account-1", "Ann"),
                        "Otto K", new AccountDirectory.Entry("jwt:otto", "Otto K"));
            })),
            account -> Optional.ofNullable(onTheBoard.get(account)));

    private static Caller caller(String account, String name) {
        return new Caller(account, name, Set.of(), Set.of(), "", Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "account-1, Ann, Ann",
        "jwt:other, Ann, Ann (service)",
        "jwt:other, (Ann), (Ann) (service)",
        "jwt:other, Bea, Bea",
        "jwt:other, House: investor 1, House  investor 1",
        "jwt:other, House\uFF1A investor 1, House  investor 1",
        "jwt:other, :, jwt:other",
        "jwt:otto, Otto before, Otto K",
    })
    void nameOfSomebodyElseIsMarked(String account, String name, String shown) {
        assertThat(names.shown(caller(account, name))).isEqualTo(shown);
    }

    @Test
    void marksDoNotCoverOtherRows() {
        assertThat(names.shown(caller("jwt:other", "Z" + "\u0335".repeat(63)))).isEqualTo("Z\u0335\u0335");
    }

    @Test
    void whoIsOnTheBoardByANameIsLookedUpAgainForAnotherOneOnly() {
        onTheBoard.put("jwt:other", "Ann (service)");

        assertThat(names.shown(caller("jwt:other", "Ann"))).isEqualTo("Ann (service)");
        assertThat(asked).hasValue(0);
        assertThat(names.shown(caller("jwt:other", "Bea"))).isEqualTo("Bea");
        assertThat(asked).hasPositiveValue();
    }
}
