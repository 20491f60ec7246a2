package tickertape.web.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Fragments are merged without contradicting each other.
class FragmentMergeTest {

    private final FragmentMerge merge = new FragmentMerge();

    @BeforeEach
    void addOneFragment() {
        merge.add(
                "quotes",
                Map.of(
                        "paths",
                        Map.of("/quotes", Map.of("get", Map.of("operationId", "quotes", "tags", List.of("a"))))));
    }

    @Test
    void mapsAreMerged() {
        merge.add("about", Map.of("paths", Map.of("/about", Map.of("get", Map.of("operationId", "about")))));

        assertThat(merge.merged().get("paths"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsOnlyKeys("/quotes", "/about");
    }

    @Test
    void listsAreAppended() {
        merge.add("about", Map.of("paths", Map.of("/quotes", Map.of("get", Map.of("tags", List.of("b"))))));

        assertThat(merge.merged().toString()).contains("tags=[a, b]");
    }

    @Test
    void pathThatTwoFragmentsDefineFailsNamingBoth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> merge.add(
                        "copy", Map.of("paths", Map.of("/quotes", Map.of("get", Map.of("operationId", "quotes"))))))
                .withMessage("copy defines /paths//quotes/get/operationId, which quotes defines already");
    }

    @Test
    void itemThatIsInAListAlreadyFails() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> merge.add(
                        "copy", Map.of("paths", Map.of("/quotes", Map.of("get", Map.of("tags", List.of("a")))))))
                .withMessageContaining("copy adds a to /paths//quotes/get/tags");
    }

    @Test
    void mapInPlaceOfATextFails() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> merge.add(
                        "copy",
                        Map.of("paths", Map.of("/quotes", Map.of("get", Map.of("operationId", Map.of("a", 1)))))))
                .withMessageContaining("quotes defines already");
    }
}
