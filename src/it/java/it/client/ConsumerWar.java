package it.client;

import consumer.BasketResource;
import it.ServerDirectory;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/// The sample service as a WAR: its classes, and the jars of the client and the wire that the build made.
final class ConsumerWar {

    private ConsumerWar() {}

    static Path in(Path directory) {
        Path war = directory.resolve("consumer.war");
        ShrinkWrap.create(WebArchive.class)
                .addPackage(BasketResource.class.getPackage())
                .addAsLibraries(
                        ServerDirectory.path("client").toFile(),
                        ServerDirectory.path("wire").toFile())
                .as(ZipExporter.class)
                .exportTo(war.toFile(), true);
        return war;
    }
}
