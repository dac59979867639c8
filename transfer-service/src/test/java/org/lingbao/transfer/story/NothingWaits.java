package org.lingbao.transfer.story;

import org.junit.jupiter.api.AfterEach;
import org.lingbao.local.testing.TestDatabase;

/** A test whose letters nobody reads: they are dropped afterwards, so that no other test's neighbour gets them. */
public interface NothingWaits {
    @AfterEach
    default void its_letters_are_dropped() {
        var dropped =
                TestDatabase.execute("delete from exchange_letter where answered_at is null and document like 'TR%'");
        assert dropped >= 0;
    }
}
