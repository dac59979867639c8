package org.lingbao.enrollment.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.channel.ActView;

/**
 * A page of a person's consents, those that have ended, too; the last one first.
 *
 * @param next where the next page begins; absent: there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConsentsView(List<Given> consents, @Nullable UUID next) {

    /**
     * A consent and how it came and went.
     *
     * @param version of the text that was read
     * @param granted who gave it, and how; absent of one that is older than these records
     * @param endedOn absent while it holds
     * @param ended who took it back; absent where nobody did: a newer text took its place, the person died or turned out to be another
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Given(
            UUID consentId,
            String purpose,
            int version,
            LocalDate grantedOn,
            @Nullable ActView granted,
            @Nullable LocalDate endedOn,
            @Nullable ActView ended) {}

    /** @param found one more than the page holds, where there is a next one */
    static ConsentsView of(List<ConsentRow> found, Map<UUID, ActView> granted, Map<UUID, ActView> ended, int most) {
        return new ConsentsView(
                found.stream()
                        .limit(most)
                        .map(row -> new Given(
                                row.id,
                                row.purpose,
                                row.version,
                                row.grantedOn,
                                granted.get(row.id),
                                row.endedOn,
                                ended.get(row.id)))
                        .toList(),
                found.size() > most ? found.get(most - 1).id : null);
    }
}
