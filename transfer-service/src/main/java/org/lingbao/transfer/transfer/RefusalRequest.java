package org.lingbao.transfer.transfer;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.lingbao.transfer.transfer.domain.Command;
import org.lingbao.transfer.transfer.domain.Reason;

/**
 * An agency's no.
 *
 * @param reasons all of them; the person and the other place are told
 */
record RefusalRequest(@NotEmpty List<@NotNull Ground> reasons) {

    /** Why an agency may refuse (不予转移). The names are codes of the catalogue. */
    enum Ground {
        /** 待遇领取. */
        DRAWING_PENSION,
        /** 参保关系未中断. */
        RELATION_NOT_STOPPED,
        /** 重复缴费未处理. */
        OVERLAP_UNRESOLVED,
        /** 身份信息不符. */
        TRANSFER_PERSON_NOT_FOUND,
        /** 基金不符. */
        FUNDS_NOT_CLEARED,
        /** 其他. */
        REFUSED_BY_AGENCY
    }

    Command.Refuse toCommand() {
        return new Command.Refuse(
                reasons.stream().map(ground -> new Reason(ground.name())).toList());
    }
}
