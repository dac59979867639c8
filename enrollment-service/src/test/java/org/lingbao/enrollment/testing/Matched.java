package org.lingbao.enrollment.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.lingbao.local.testing.TestDatabase;

/** Possible matches as the service finds them by itself. */
public final class Matched {
    private static final String FIND = """
            select match_id from possible_match
            where first_person = least(cast(? as uuid), cast(? as uuid))
              and second_person = greatest(cast(? as uuid), cast(? as uuid))""";

    private Matched() {}

    /** Waits until these two are found to be alike, and answers the match's id. */
    public static String pair(String one, String other) {
        var found = await().atMost(Duration.ofSeconds(60))
                .until(() -> TestDatabase.query(FIND, one, other, one, other), rows -> !rows.isEmpty());
        return String.valueOf(found.getFirst().get("match_id"));
    }
}
