package org.lingbao.enrollment.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class MigrationTest {
    @Test
    void what_was_added_unchecked_is_checked_in_the_end() {
        assertThat(TestDatabase.query("select conname from pg_constraint where not convalidated"))
                .isEmpty();
    }
}
