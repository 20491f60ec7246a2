package it.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import it.ServerDirectory;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the client jar contains, and what it does not.
class ClientJarIT {

    private static final int JAVA_17 = 61;

    @ParameterizedTest
    @ValueSource(strings = {"client", "wire"})
    void everyClassIsForJava17(String name) throws IOException {
        try (var jar = jar(name)) {
            for (JarEntry entry : classes(jar)) {
                try (var in = new DataInputStream(jar.getInputStream(entry))) {
                    in.skipNBytes(6);
                    assertThat(in.readUnsignedShort()).as(entry.getName()).isEqualTo(JAVA_17);
                }
            }
        }
    }

    @Test
    void manifestSaysSoToo() throws IOException {
        try (var jar = jar("client")) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Java-Version"))
                    .isEqualTo("17");
        }
    }

    @Test
    void holdsTheClientAndNothingElse() throws IOException {
        try (var jar = jar("client")) {
            assertThat(jar.stream()
                            .filter(entry -> !entry.isDirectory())
                            .map(JarEntry::getName)
                            .filter(name -> !name.startsWith("tickertape/client/")))
                    .containsExactlyInAnyOrder(
                            "META-INF/MANIFEST.MF", "META-INF/beans.xml", "META-INF/LICENSE", "META-INF/NOTICE");
        }
    }

    @Test
    void needsNothingElseOfTickertapeAndFewOtherLibraries() throws IOException {
        try (var client = jar("client");
                var wire = jar("wire")) {
            var imported = new ClassFileImporter().importJars(client, wire);
            Set<String> carried = imported.stream().map(JavaClass::getName).collect(Collectors.toSet());

            List<String> missing = imported.stream()
                    .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> !target.isPrimitive() && !carried.contains(target.getName()))
                    .map(JavaClass::getPackageName)
                    .distinct()
                    .toList();

            assertThat(missing)
                    .allMatch(name -> name.startsWith("java.")
                            || name.startsWith("javax.naming")
                            || name.startsWith("org.jspecify.")
                            || name.startsWith("org.eclipse.microprofile.config")
                            || name.matches("jakarta[.](ws[.]rs|json[.]bind|inject|enterprise)\\b.*"));
        }
    }

    @Test
    void serverDoesNotCarryTheClient() throws IOException {
        try (var war = jar("war")) {
            assertThat(war.stream().map(JarEntry::getName))
                    .noneMatch(name -> name.contains("tickertape/client/") || name.contains("tickertape-client"))
                    .anyMatch(name -> name.endsWith("tickertape/market/Market.class"));
        }
    }

    private static JarFile jar(String property) throws IOException {
        return new JarFile(ServerDirectory.path(property).toFile());
    }

    private static List<JarEntry> classes(JarFile jar) {
        List<JarEntry> classes =
                jar.stream().filter(entry -> entry.getName().endsWith(".class")).toList();
        assertThat(classes).isNotEmpty();
        return classes;
    }
}
