package org.lingbao.enrollment.standing;

import io.quarkus.security.ForbiddenException;
import org.lingbao.platform.identity.Caller;
import org.lingbao.rules.value.CreditCode;

/** The employer (用人单位) that calls; which one it is says the token, never the body. */
record Employer(Caller caller, CreditCode code) {

    /** @throws ForbiddenException where the token names none */
    static Employer of(Caller caller) {
        var stated = caller.employer();
        if (stated != null && CreditCode.parse(stated) instanceof CreditCode.Parsed.Valid(var code)) {
            return new Employer(caller, code);
        }
        throw new ForbiddenException("the token names no employer");
    }
}
