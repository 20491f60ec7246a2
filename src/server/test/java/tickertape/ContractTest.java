package tickertape;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every resource is in the description that tools read, and nothing else is.
class ContractTest {

    private static final java.nio.file.Path DOCUMENT = java.nio.file.Path.of("src/docs/openapi.yaml");
    private static final Pattern PATH = Pattern.compile("^  (/api/\\S*):$", Pattern.MULTILINE);

    @Test
    void everyResourceIsDescribedAndNothingElseIs() throws IOException {
        String document = Files.readString(DOCUMENT);
        Set<String> described = PATH.matcher(document)
                .results()
                .map(path -> path.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(described).isNotEmpty().isEqualTo(resources());
    }

    private static Set<String> resources() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("tickertape").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .flatMap(ContractTest::paths)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> paths(JavaClass resource) {
        String base = resource.getAnnotationOfType(Path.class).value();
        return resource.getMethods().stream()
                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                .map(method -> "/api/" + base + below(method));
    }

    // A parameter's pattern is the runtime's business.
    private static String below(JavaMethod method) {
        return method.isAnnotatedWith(Path.class)
                ? "/" + method.getAnnotationOfType(Path.class).value().replaceAll("\\{(\\w+):[^}]*}", "{$1}")
                : "";
    }
}
