package it;

import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/// The packaged application, for Arquillian to deploy.
public final class Packaged {

    private Packaged() {}

    public static WebArchive application() {
        return ShrinkWrap.create(ZipImporter.class, "tickertape.war")
                .importFrom(ServerDirectory.path("war").toFile())
                .as(WebArchive.class);
    }
}
