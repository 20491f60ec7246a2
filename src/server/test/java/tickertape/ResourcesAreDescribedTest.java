package tickertape;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.ws.rs.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tickertape.web.contract.Contract;

/// Every method of a resource is in the document that tools read, and nothing else is.
class ResourcesAreDescribedTest {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    @Test
    void everyResourceIsDescribedAndNothingElseIs() {
        Contract contract = Contract.of(Contract.class.getClassLoader());
        Set<String> described = new TreeSet<>();
        map(contract.openApi().get("paths"))
                .forEach((path, item) -> map(item).keySet().stream()
                        .map(Object::toString)
                        .filter(METHODS::contains)
                        .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));

        assertThat(described).isNotEmpty().isEqualTo(resources());
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return (Map<?, ?>) Objects.requireNonNull(value);
    }

    private static Set<String> resources() {
        return classes().stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .flatMap(ResourcesAreDescribedTest::paths)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JavaClasses classes() {
        return ArchConfiguration.withThreadLocalScope(configuration -> {
            // The platform's classes are not looked at.
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter()
                    .withImportOption(new DoNotIncludeTests())
                    .importPackages("tickertape");
        });
    }

    private static Stream<String> paths(JavaClass resource) {
        String base = resource.getAnnotationOfType(Path.class).value();
        return resource.getMethods().stream()
                .flatMap(method -> httpMethods(method).map(verb -> verb + " /api/" + base + below(method)));
    }

    // A parameter's pattern is the runtime's business.
    private static String below(JavaMethod method) {
        return method.isAnnotatedWith(Path.class)
                ? "/" + method.getAnnotationOfType(Path.class).value().replaceAll("\\{(\\w+):[^}]*}", "{$1}")
                : "";
    }

    private static Stream<String> httpMethods(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(annotation -> annotation.getRawType().getSimpleName())
                .filter(name -> METHODS.contains(name.toLowerCase(Locale.ROOT)));
    }
}
