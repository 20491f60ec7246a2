/// The database: transactions, schemas, and what happens while it is away.
///
/// ```
/// feature ──SqlWork──▶ Database ──▶ the server's data source (server.xml): H2 in a file, or PostgreSQL
///    └──rows──▶ WriteQueue ──BatchWriter──▶ Database
/// ```
///
/// - [Database] runs one [SqlWork] in one transaction, and notes in [Availability] whether the database answers.
///   While it does not, work is refused at once, so that nobody waits. [DatabaseSupervisor] asks until it answers
///   again.
/// - A feature owns its tables: it produces a bean of type [Migrations], and [SchemaMigrator] runs those before
///   anything reads.
/// - A [WriteQueue] takes rows from who must not wait, and writes them in batches by a [BatchWriter]. [WriteQueues]
///   makes them.
/// - A [DatabaseThread] takes turns at the database for who looks for what others have written; a [WakeSignal] has it
///   look at once.
/// - [BackgroundWork] reads for who must not wait: it is asked again later.
/// - A [RowExpiry] deletes the rows of a table that are too old.
/// - [StoreBeans] wires all that with what [StorePlatform] has; [StoreMetrics] counts.
@NullMarked
package tickertape.store;

import org.jspecify.annotations.NullMarked;
