package bench.server;

import bench.orders.OrderBeans;
import it.ServerDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/// The application as it is packaged, with a feature in a jar that has private topics.
final class PrivateWar {

    private PrivateWar() {}

    static Path pack() throws IOException {
        Path war = Files.createTempFile("private", ".war");
        war.toFile().deleteOnExit();
        Files.copy(ServerDirectory.path("war"), war, StandardCopyOption.REPLACE_EXISTING);
        try (FileSystem files = FileSystems.newFileSystem(war);
                InputStream jar = ShrinkWrap.create(JavaArchive.class)
                        .addPackage(OrderBeans.class.getPackage())
                        .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml")
                        .as(ZipExporter.class)
                        .exportAsInputStream()) {
            Files.copy(jar, files.getPath("WEB-INF/lib/orders.jar"));
        }
        return war;
    }
}
