package tickertape.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.Dependent;
import javax.sql.DataSource;

/// What the server gives the database. A data source whose address makes no sense cannot be had, so ask for the dialect
/// before it.
@Dependent
class StorePlatform {

    // The platform injects what it defines by name into fields only.
    @Resource(lookup = StoreBeans.SOURCE)
    DataSource source;

    @Resource(lookup = StoreBeans.THREADS)
    ManagedThreadFactory threads;
}
