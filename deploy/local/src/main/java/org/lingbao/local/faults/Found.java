package org.lingbao.local.faults;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What databases, topics and interfaces say after a trial. Ids and numbers only.
 *
 * @param receipts by the bank's reference
 * @param rows how many there are of what a kind of write makes, by the id by which the client knows it
 * @param heard the persons of whose paid months enrollment has heard
 * @param events of the topics since the load began, in the order of each key
 * @param hidden what was acknowledged and is not shown by the public interface, each as it was asked for
 * @param ledgers what the ledgers' own proofs found, each with its cell
 * @param unpublished how many events wait in the outbox of each service that has any
 * @param parked how many messages each service has parked since the load began, where there are any
 */
record Found(
        Map<String, List<Receipt>> receipts,
        Map<Journal.Kind, Map<String, Integer>> rows,
        Set<String> heard,
        List<Event> events,
        List<String> hidden,
        List<String> ledgers,
        Map<String, Long> unpublished,
        Map<String, Long> parked) {

    /**
     * A payment as it is booked.
     *
     * @param sets how many sets of entries it has; one is right
     */
    record Receipt(String number, String outcome, int sets) {}

    /**
     * A record of a topic.
     *
     * @param id by which a repetition is known
     * @param about the receipt of a paid month; nothing with other events
     */
    record Event(String topic, String key, String id, String type, String about) {}
}
