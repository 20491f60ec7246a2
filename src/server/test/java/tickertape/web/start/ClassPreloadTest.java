package tickertape.web.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
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
            Set.of("/WEB-INF/classes/tickertape/web/start/Poll.class"),
            "/WEB-INF/lib/",
            Set.of("/WEB-INF/lib/tickertape-wire.jar", "/WEB-INF/lib/other.jar"));

    private record Folders(Map<String, Set<String>> folders) implements ClassPreload.Content {

        @Override
        public @Nullable Set<String> list(String folder) {
            return folders.get(folder);
        }

        @Override
        public @Nullable InputStream open(String path) {
            return path.endsWith("wire.jar") ? jar("tickertape/wire/Quote.class", "META-INF/MANIFEST.MF") : null;
        }

        private static InputStream jar(String... names) {
            var bytes = new ByteArrayOutputStream();
            try (var jar = new ZipOutputStream(bytes)) {
                for (String name : names) {
                    jar.putNextEntry(new ZipEntry(name));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new ByteArrayInputStream(bytes.toByteArray());
        }
    }

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

        assertThat(ClassPreload.load(new Folders(FOLDERS), loader)).isEqualTo(3);
        assertThat(asked)
                .containsExactlyInAnyOrder(
                        "tickertape.web.Problem",
                        "tickertape.web.Gone",
                        "tickertape.web.start.Poll",
                        "tickertape.wire.Quote");
    }

    @Test
    void applicationWithoutThatFolderHasNothingToLoad() {
        assertThat(ClassPreload.load(new Folders(Map.of()), ClassPreloadTest.class.getClassLoader()))
                .isZero();
    }
}
