package org.lingbao.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.WholeReads;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class WholeReadsTest {
    private static final WholeReads LOOK = new WholeReads(
            Set.of(
                    "consent",
                    "deceased",
                    "employer",
                    "engagement",
                    "gig",
                    "hire",
                    "login",
                    "person_area",
                    "registered_occupation",
                    "worker"),
            Set.of(),
            40);

    /** Which of them may read what they like, with why. */
    private static final Map<String, String> OTHERS = Map.of(
            "Engagements.SELECT", "a beginning of statements, without what each of them asks for",
            "Recommend.GIGS", "by place: while the table is empty the planner thinks little of an index of places");

    @Test
    void what_is_asked_of_one_person_reads_no_table_from_one_end_to_the_other() {
        assertThat(LOOK.but(OTHERS.keySet())).isEmpty();
    }
}
