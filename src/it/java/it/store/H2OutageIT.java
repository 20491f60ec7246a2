package it.store;

/// H2 that is away, locked, or started again.
class H2OutageIT extends DatabaseOutages {

    H2OutageIT() {
        super(new H2Server());
    }
}
