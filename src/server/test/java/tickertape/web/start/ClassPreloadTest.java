package tickertape.web.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// All classes of the application are loaded, in whatever package they are, and nothing else is tried.
class ClassPreloadTest {

    private static final Map<String, Set<String>> FOLDERS = Map.of(
            "/WEB-INF/classes/tickertape/",
            Set.of("/WEB-INF/classes/tickertape/web/", "/WEB-INF/classes/tickertape/messages.properties"),
            "/WEB-INF/classes/tickertape/web/",
            Set.of(
                    "/WEB-INF/classes/tickertape/web/start/",
                    "/WEB-INF/classes/tickertape/web/Problem.class",
                    "/WEB-INF/classes/tickertape/web/Gone.class"),
            "/WEB-INF/classes/tickertape/web/start/",
            Set.of("/WEB-INF/classes/tickertape/web/start/Poll.class"));

    @Test
    void classesOfAllPackagesAreLoadedAndWhatIsMissingIsPassedOver() {
        List<String> asked = new ArrayList<>();
        var loader = new ClassLoader(ClassPreloadTest.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                asked.add(name);
                return super.loadClass(name, resolve);
            }
        };

        assertThat(ClassPreload.load(FOLDERS::get, loader)).isEqualTo(2);
        assertThat(asked)
                .containsExactlyInAnyOrder(
                        "tickertape.web.Problem", "tickertape.web.Gone", "tickertape.web.start.Poll");
    }

    @Test
    void applicationWithoutThatFolderHasNothingToLoad() {
        assertThat(ClassPreload.load(_ -> null, ClassPreloadTest.class.getClassLoader()))
                .isZero();
    }
}
