package org.lingbao.matching.jobcode;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a job code says (就业码).
 *
 * @param id of the code itself
 * @param use what it lets somebody do
 * @param gig where
 * @param engagement the one that it is for; null: any of the gig
 * @param expires from this moment on it is worth nothing
 */
public record JobCode(UUID id, Use use, UUID gig, @Nullable UUID engagement, Instant expires) {

    /** What a code is shown for. */
    public enum Use {
        /** 到岗签到. */
        IN,
        /** 离岗签退. */
        OUT
    }
}
