package tickertape.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import tickertape.identity.WritesUnderWay;
import tickertape.web.ProblemException;

/// Whoever wants to be deleted is, with all that belongs to the account, in the end.
class AccountDeletionTest {

    private static final String ANN = "ann";

    private final WritesUnderWay writes = new WritesUnderWay(Duration.ofMinutes(5), System::nanoTime);
    private final List<String> deleted = new ArrayList<>();

    @Test
    void accountGoesAfterWhatBelongsToIt() {
        var deletion = new AccountDeletion(
                account -> deleted.add("account " + account), writes, its -> deleted.add("things of " + its.account()));

        deletion.delete(ANN);

        assertThat(deleted).containsExactly("things of ann", "account ann");
        assertThatThrownBy(() -> writes.begin(ANN)).isInstanceOf(ProblemException.class);
    }

    @Test
    void whatHasFailedIsTriedAgainByTheAccountWhichIsStillThere() {
        var isAway = new AtomicBoolean(true);
        var deletion = new AccountDeletion(account -> deleted.add("account " + account), writes, its -> {
            if (isAway.get()) {
                throw new IllegalStateException("the database is away");
            }
            deleted.add("things of " + its.account());
        });
        assertThatThrownBy(() -> deletion.delete(ANN)).isInstanceOf(IllegalStateException.class);
        assertThat(deleted).isEmpty();
        writes.begin(ANN);

        isAway.set(false);
        deletion.delete(ANN);

        assertThat(deleted).containsExactly("things of ann", "account ann");
    }
}
