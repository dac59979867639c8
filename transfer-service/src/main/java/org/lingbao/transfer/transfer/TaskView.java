package org.lingbao.transfer.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.transfer.transfer.domain.Effect.Task;
import org.lingbao.transfer.transfer.domain.Status;

/**
 * Something to do about a transfer (待办事项).
 *
 * @param place whose agency has to
 * @param reasons what is wrong; codes of the catalogue
 * @param dueOn the deadline of the law that runs for the case, where one does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TaskView(
        UUID taskId,
        UUID transferId,
        Task task,
        List<String> reasons,
        String place,
        Status status,
        LocalDate since,
        @Nullable LocalDate dueOn) {

    /** @param next where the next page begins; missing on the last one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<TaskView> tasks, @Nullable String next) {}
}
