package tickertape.web.start;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// Loads all classes of the application at the start. To load one, the server opens the WAR: if too many files were
/// open
/// just when a class is first needed, it would be missing until the server's end.
@WebListener
public class ClassPreload implements ServletContextListener {

    private static final Logger LOG = System.getLogger(ClassPreload.class.getName());
    private static final String CLASSES = "/WEB-INF/classes/";
    private static final String OWN_JARS = "/WEB-INF/lib/tickertape-";
    private static final String SUFFIX = ".class";

    /// What is in the WAR.
    interface Content {

        /// The paths of what is in a folder; null if there is no such folder.
        @Nullable
        Set<String> list(String folder);

        /// Null if there is no such file.
        @Nullable
        InputStream open(String path);
    }

    @Override
    public void contextInitialized(ServletContextEvent start) {
        ServletContext context = start.getServletContext();
        var content = new Content() {
            @Override
            public @Nullable Set<String> list(String folder) {
                return context.getResourcePaths(folder);
            }

            @Override
            public @Nullable InputStream open(String path) {
                return context.getResourceAsStream(path);
            }
        };
        ClassLoader loader = ClassPreload.class.getClassLoader();
        Thread.ofPlatform().daemon().name("class-preload").start(() -> load(content, loader));
    }

    /// Returns how many it has loaded.
    static int load(Content content, @Nullable ClassLoader loader) {
        int loaded = 0;
        Deque<String> paths = new ArrayDeque<>(List.of(CLASSES + "tickertape/", "/WEB-INF/lib/"));
        while (!paths.isEmpty()) {
            String path = paths.pop();
            if (path.endsWith("/")) {
                @Nullable Set<String> inside = content.list(path);
                paths.addAll(inside == null ? Set.of() : inside);
            } else if (path.startsWith(CLASSES) && path.endsWith(SUFFIX)) {
                loaded += load(path.substring(CLASSES.length()), loader) ? 1 : 0;
            } else if (path.startsWith(OWN_JARS)) {
                loaded += loadJar(content, path, loader);
            }
        }
        return loaded;
    }

    private static int loadJar(Content content, String path, @Nullable ClassLoader loader) {
        int loaded = 0;
        try (InputStream file = content.open(path)) {
            if (file != null) {
                var jar = new ZipInputStream(file);
                for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                    loaded += entry.getName().endsWith(SUFFIX) && load(entry.getName(), loader) ? 1 : 0;
                }
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, () -> "%s can't be read".formatted(path), e);
        }
        return loaded;
    }

    /// @param file of a class, below the root of its folder or jar
    private static boolean load(String file, @Nullable ClassLoader loader) {
        String name = file.substring(0, file.length() - SUFFIX.length()).replace('/', '.');
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
