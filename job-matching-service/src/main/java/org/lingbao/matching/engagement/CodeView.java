package org.lingbao.matching.engagement;

import java.time.Instant;
import org.lingbao.matching.jobcode.JobCode;
import org.lingbao.matching.jobcode.JobCodes;

/** A code to show as a QR. @param code a compact JWS (RFC 7515), verified by {@code /job-codes/keys} */
record CodeView(String code, JobCode.Use use, Instant expiresAt) {
    static CodeView of(JobCodes.Shown shown) {
        return new CodeView(shown.compact(), shown.code().use(), shown.code().expires());
    }
}
