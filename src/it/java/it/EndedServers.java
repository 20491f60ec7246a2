package it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestWatcher;

/// The folders of servers that have ended: removed when the tests of their class have passed, and kept if one has
/// failed, so that one can look into them. Servers that classes share end with the process.
///
/// JUnit finds it by a file in `META-INF/services`.
public final class EndedServers implements BeforeAllCallback, TestWatcher {

    private static final Queue<Path> FOLDERS = new ConcurrentLinkedQueue<>();

    private static volatile boolean failedInClass;
    private static volatile boolean failed;

    /// Takes the folder of a server that has ended.
    static void add(Path folder) {
        if (!FOLDERS.contains(folder)) {
            FOLDERS.add(folder);
        }
    }

    /// When the process ends: its tests know by then whether they have passed.
    static void removeUnlessATestFailed() {
        if (!failed) {
            remove();
        }
    }

    @Override
    public void beforeAll(ExtensionContext type) {
        SharedServers.begin(type.getRequiredTestClass());
        // Closed after the class has closed its servers.
        AutoCloseable end = () -> end(type);
        type.getStore(Namespace.create(EndedServers.class)).put("end", end);
    }

    @Override
    public void testFailed(ExtensionContext test, @Nullable Throwable cause) {
        failedInClass = true;
    }

    private static void end(ExtensionContext type) {
        SharedServers.end(type.getRequiredTestClass());
        if (failedInClass || type.getExecutionException().isPresent()) {
            failed = true;
            FOLDERS.clear();
        } else {
            remove();
        }
        failedInClass = false;
    }

    private static void remove() {
        for (Path folder = FOLDERS.poll(); folder != null; folder = FOLDERS.poll()) {
            if (Files.exists(folder)) {
                ServerDirectory.remove(folder);
            }
        }
    }
}
