package org.lingbao.contribution.transfer;

import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.Story.Person;
import org.lingbao.local.testing.TestDatabase;

/** Relations that enrollment closes and opens, told by events. */
final class RelationStory {
    private RelationStory() {}

    static void closes(Person person, @Nullable Object relation, String to) {
        tell("relation-closed", person, """
                {"relationId": "%s", "personId": "%s", "scheme": "EMPLOYEE", "place": "370700", "to": "%s",
                 "because": "TRANSFERRED_OUT", "closedOn": "2026-09-01"}""".formatted(relation, person.id(), to));
    }

    static void opens(Person person, UUID relation) {
        tell("relation-opened", person, """
                {"relationId": "%s", "personId": "%s", "scheme": "EMPLOYEE", "place": "370700", "standing": "FLEXIBLE",
                 "from": "2026-10", "lastPayableMonth": null, "openedOn": "2026-09-01"}""".formatted(relation, person.id()));
    }

    private static void tell(String name, Person person, String body) {
        var message = UUID.randomUUID();
        Story.enrollmentTells(message, name, person.id(), body);
        Awaitility.await()
                .until(() -> TestDatabase.number("select count(*) from inbox where message_id = ?", message) == 1);
    }
}
