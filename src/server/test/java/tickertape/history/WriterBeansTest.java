package tickertape.history;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;

/// A server whose only connection would say who writes is refused at its start.
class WriterBeansTest {

    @Test
    void lockNeedsAConnectionOfItsOwn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WriterBeans.requireConnections(true, "1"))
                .withMessageStartingWith("database.connections must be 2 at least");
        assertThatNoException().isThrownBy(() -> WriterBeans.requireConnections(true, "2"));
        assertThatNoException().isThrownBy(() -> WriterBeans.requireConnections(false, "1"));
    }
}
