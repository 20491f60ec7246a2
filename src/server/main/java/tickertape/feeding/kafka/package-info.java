/// Prices come from a topic of Kafka: `feed.source=kafka`.
///
/// ```
/// broker ──records──▶ TopicConsumer ──▶ PartitionReader ──lines──▶ LineChannel ──▶ LineQueue, as those of requests
///                      on a thread            │ no good                              │ confirmed after the tick
///                      of its own             ▼                                      ▼
///                                        DeadLetters ──settled──▶ PartitionProgress ──▶ OffsetStore ──▶ database
/// ```
///
/// - [TopicReader] has the thread, and begins anew where a client fails; [KafkaClients] makes the clients from
///   [KafkaSettings].
/// - [TopicConsumer] reads for as long as one client lasts. A full queue holds it up, so that it asks for no more; the
/// tick
///   never waits. A [BrokerPulse] says whether brokers answer.
/// - A [PartitionProgress] knows up to where records have been dealt with: those that are good have gone through a
/// tick,
///   those that are not lie in the other topic. [OffsetStore] keeps that in the database, where the bars are.
@NullMarked
package tickertape.feeding.kafka;

import org.jspecify.annotations.NullMarked;
