package tickertape.chat.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is kept of who has done something, and under which name others see it.
class ChatTraceTest extends ChatScenario {

    @Test
    void whoHasDeletedAMessageIsToldSoAgainAndNobodyElseIs() {
        node.send("ann", ROOM, "message-1", "mine");
        node.send("ann", ROOM, "message-2", "rude");
        Deleting.Done own = node.write(new Deleting("ann", ROOM, 1, false));
        Deleting.Done done = node.write(new Deleting("carl", ROOM, 2, true));
        int told = node.published().size();
        database.time().pass(Duration.ofHours(1));

        assertThat(node.write(new Deleting("ann", ROOM, 1, false)))
                .isEqualTo(new Deleting.Done(own.message(), true, false, own.time()));
        assertThat(node.write(new Deleting("carl", ROOM, 2, true)))
                .isEqualTo(new Deleting.Done(done.message(), false, false, done.time()));

        assertThat(node.published()).hasSize(told);
        assertRefused(404, () -> node.write(new Deleting("ann", ROOM, 2, false)));
        assertRefused(404, () -> node.write(new Deleting("carl", ROOM, 1, true)));
        assertRefused(404, () -> node.write(new Deleting("dora", ROOM, 2, true)));
        assertRefused(404, () -> node.write(new Deleting("carl", ROOM, 9, true)));
    }

    @Test
    void whichModeratorItWasIsInTheRowOfWhatItHasDone() {
        String id =
                node.send("ann", ROOM, "message-1", "rude").message().author().id();
        node.send("ann", ROOM, "message-2", "mine");
        node.write(new Deleting("carl", ROOM, 1, true));
        node.write(new Deleting("ann", ROOM, 2, false));
        assertThat(database.execute("UPDATE chat_message SET seq = seq WHERE deleted_by = 'carl'"))
                .isEqualTo(1);
        assertThat(database.execute("UPDATE chat_message SET seq = seq WHERE deleted_by IS NULL"))
                .isEqualTo(1);

        node.write(new Muting("carl", id, Optional.of(Duration.ofHours(1)), "be kind"));
        assertThat(database.execute("UPDATE chat_author SET name = name WHERE muted_by = 'carl'"))
                .isEqualTo(1);
        node.write(new Muting("dora", id, Optional.empty(), null));
        assertThat(database.execute("UPDATE chat_author SET name = name WHERE muted_by = 'dora'"))
                .isEqualTo(1);
    }

    @Test
    void pagesHaveTheNameOfTheAccountNowAndTheIdStays() {
        assertThat(node.history.author("ann")).isEmpty();
        String id =
                node.send("ann", ROOM, "message-1", "hello").message().author().id();

        node.write(new Renaming("ann", "Anna"));
        node.write(new Renaming("nobody", "Nobody"));

        assertThat(node.message(ROOM, 1).orElseThrow().author()).isEqualTo(new Author(id, "Anna"));
        assertThat(node.write(edit("ann", 1, "hello all")).author()).isEqualTo(new Author(id, "Anna"));
        assertThat(node.history.author("ann")).contains(id);
        assertThat(node.published()).hasSize(2);
    }
}
