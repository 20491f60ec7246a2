package tickertape.web.start;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Loads all classes of the application at the start. To load one, the server opens the WAR: if too many files were
/// open
/// just when a class is first needed, it would be missing until the server's end.
@WebListener
public class ClassPreload implements ServletContextListener {

    private static final Logger LOG = System.getLogger(ClassPreload.class.getName());
    private static final String CLASSES = "/WEB-INF/classes/";
    private static final String SUFFIX = ".class";

    @Override
    public void contextInitialized(ServletContextEvent start) {
        Function<String, @Nullable Set<String>> folders = start.getServletContext()::getResourcePaths;
        ClassLoader loader = ClassPreload.class.getClassLoader();
        Thread.ofPlatform().daemon().name("class-preload").start(() -> load(folders, loader));
    }

    /// Returns how many it has loaded.
    ///
    /// @param folders what is in a folder, as [jakarta.servlet.ServletContext#getResourcePaths(String)] tells it
    static int load(Function<String, @Nullable Set<String>> folders, @Nullable ClassLoader loader) {
        int loaded = 0;
        Deque<String> paths = new ArrayDeque<>(Set.of(CLASSES + "tickertape/"));
        while (!paths.isEmpty()) {
            String path = paths.pop();
            if (path.endsWith(SUFFIX)) {
                loaded += load(path, loader) ? 1 : 0;
            } else if (path.endsWith("/")) {
                @Nullable Set<String> inside = folders.apply(path);
                paths.addAll(inside == null ? Set.of() : inside);
            }
        }
        return loaded;
    }

    private static boolean load(String path, @Nullable ClassLoader loader) {
        String name = path.substring(CLASSES.length(), path.length() - SUFFIX.length())
                .replace('/', '.');
        try {
            var _ = Class.forName(name, false, loader);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            // One that needs what this server does not have, as package-info may: whoever uses it will say so.
            LOG.log(Level.DEBUG, () -> "%s can't be loaded".formatted(name), e);
            return false;
        }
    }
}
