package org.lingbao.contribution.tax;

import jakarta.ws.rs.ForbiddenException;
import java.util.regex.Pattern;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;

/**
 * A tax bureau (税务机关), as its token names it.
 *
 * @param code such as {@code TAX-210000}: what it collects is in this area
 */
public record Bureau(String code) {
    private static final String PREFIX = "TAX-";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[1-9]\\d{5}");

    /**
     * The bureau that calls.
     *
     * @throws ForbiddenException where the token names none
     */
    public static Bureau of(Caller caller) {
        var code = caller.bureau();
        if (code == null || !FORM.matcher(code).matches()) {
            throw new ForbiddenException("the token names no tax bureau");
        }
        return new Bureau(code);
    }

    /** What the codes of its places begin with. */
    public String area() {
        return new AccessScope.Subtree(code.substring(PREFIX.length())).prefix();
    }
}
