package org.lingbao.contribution.chain;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the exported chain: a seal with the entry set as it is now. The first line has no set: it says where the export
 * begins.
 *
 * @param cell whose ledger it is; on the first line
 * @param position of the link; absent for a set that stands among the others and was never sealed
 * @param seal SHA-256 in hexadecimal digits
 * @param entrySetId what was sealed
 * @param set what it is now; absent where there is none of that id
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChainLine(
        @Nullable String cell,
        @Nullable Long position,
        @Nullable String seal,
        @Nullable UUID entrySetId,
        @Nullable EntrySet set) {

    static ChainLine beginning(String cell, long position, String seal) {
        return new ChainLine(cell, position, seal, null, null);
    }

    /**
     * An entry set (凭证).
     *
     * @param facts what it follows from, by name, in the order of the canonical form
     */
    record EntrySet(String kind, LocalDate day, Map<String, String> facts, List<Entry> entries) {}

    /**
     * An entry. Persons are opaque ids.
     *
     * @param amount in yuan
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            int line,
            String account,
            String owner,
            int shard,
            String amount,
            LocalDate day,
            @Nullable UUID person,
            @Nullable UUID bill) {}
}
