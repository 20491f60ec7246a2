package bench.server;

import bench.plain.PlainApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/// The plain broadcaster as an application that Liberty can run.
final class PlainWar {

    private PlainWar() {}

    static Path pack() throws IOException {
        Path file = Files.createTempFile("plain", ".war");
        ShrinkWrap.create(WebArchive.class)
                .addPackage(PlainApplication.class.getPackage())
                .as(ZipExporter.class)
                .exportTo(file.toFile(), true);
        file.toFile().deleteOnExit();
        return file;
    }
}
