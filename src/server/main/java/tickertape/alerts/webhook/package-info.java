/// Webhooks: what has fired is sent to services by HTTP, signed as Standard Webhooks has it, until they take it.
///
/// ```
/// store.ChangeWriter ─(same transaction)─▶ DeliveryTable ◀─▶ Deliveries ─▶ WebhookClient ─▶ receiver
///                                                            (DeliveryWorker)   │ CheckedResolver ─▶ AddressPolicy
/// AlertsResource ─▶ Webhooks ─▶ WebhookTable, SecretTable, DeadLetterTable ◀─ Housekeeping
/// ```
///
/// - A firing and its delivery are one transaction. A row is claimed before it is sent and deleted after it has
/// arrived:
///   a kill in between has it sent again under the same id, and two servers don't both send it.
/// - [RetrySchedule] says when it is sent again. What its receiver never takes becomes a [DeadLetter].
/// - [Places] bounds what is under way in all, of each owner and to each host, so that one slow receiver holds up
///   nobody else.
/// - [AddressPolicy] says where webhooks may go. It is asked for each address of a name, and those and no others are
///   connected to.
@NullMarked
package tickertape.alerts.webhook;

import org.jspecify.annotations.NullMarked;
