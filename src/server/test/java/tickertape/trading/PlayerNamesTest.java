package tickertape.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tickertape.identity.AccountDirectory;
import tickertape.identity.Caller;
import tickertape.identity.CallerNames;

/// On the board nobody passes for somebody else, or for a player of the house.
class PlayerNamesTest {

    private final Map<String, String> onTheBoard = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final PlayerNames names = new PlayerNames(
            new CallerNames(wanted -> {
                asked.addAll(wanted);
                return wanted.contains("Ann")
                        ? Map.of("Ann", new AccountDirectory.Entry("account-1", "Ann"))
                        : Map.of();
            }),
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
        assertThat(asked).isEmpty();
        assertThat(names.shown(caller("jwt:other", "Bea"))).isEqualTo("Bea");
        assertThat(asked).containsOnly("Bea");
    }
}
