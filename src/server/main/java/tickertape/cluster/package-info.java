/// Several servers share one market and one tape, through a topic of Kafka: `cluster.kafka`.
///
/// ```
/// the server that leads                               every server
/// StreamHub ─▶ Outbox ─▶ LogWriter ──entries──▶ Kafka ──▶ LogReader ─▶ LogApplier ─▶ tape.TapeReplica ─▶ Tape
///                           │ claims                                     │ claims
///                           └──────────────▶ Election ◀──────────────────┘
/// ```
///
/// - The log is a topic with one partition. A [LogEntry] is a batch, a snapshot, or a word on who leads;
///   [RecordParts] takes apart what is too large for a record.
/// - [LogApplier] makes the tape of it, the same on all servers: also the server that leads puts nothing on its tape
///   but what it has read.
/// - The [Election] is `market.Leadership`: the last claim in the log leads, as long as its lease lasts. [LogWriter]
///   claims when the log is silent.
/// - [ClusterNode] has the two threads, [ClusterClients] makes the clients, [TopicWatch] makes the topic and notices
///   when it is another one.
/// - [CatchUp] knows who waits until this server has read what another one had.
/// - [ClusterCheck] refuses to start with what can't be shared yet.
@NullMarked
package tickertape.cluster;

import org.jspecify.annotations.NullMarked;
