package org.lingbao.matching.jobcode;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.id.Ids;

/** Makes job codes and reads those that somebody scanned. */
@ApplicationScoped
public class JobCodes {
    private final CodeKeys keys;
    private final Clock clock;
    private final Duration validity;
    private final String issuer;

    JobCodes(
            @ConfigProperty(name = "lingbao.job-code.keys") String keys,
            @ConfigProperty(name = "lingbao.job-code.validity") Duration validity,
            @ConfigProperty(name = "lingbao.cell") String cell,
            Clock clock) {
        this.keys = CodeKeys.read(Path.of(keys));
        this.validity = validity;
        this.clock = clock;
        this.issuer = "lingbao:job-matching:" + cell;
    }

    /** A code to show. @param compact the code itself: a compact JWS */
    public record Shown(String compact, JobCode code) {}

    /** What came of reading a text that was scanned. */
    public sealed interface Scan {
        record Read(JobCode code, boolean expired) implements Scan {}

        /** Not one of this form. */
        record Unreadable() implements Scan {}

        /** Of this form, and not signed by this cell. */
        record Forged() implements Scan {}
    }

    /** Whoever may show a code for this has been asked before. */
    public Shown show(JobCode.Use use, UUID gig, @Nullable UUID engagement) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var code = new JobCode(Ids.next(), use, gig, engagement, now.plus(validity));
        return new Shown(CodeJws.sign(issuer, code, now, keys.signing()), code);
    }

    public Scan read(String compact) {
        return CodeJws.claims(compact, keys, issuer)
                .<Scan>map(claims -> switch (claims) {
                    case CodeJws.Claims.Trusted(var code) ->
                        new Scan.Read(code, !clock.instant().isBefore(code.expires()));
                    case CodeJws.Claims.Untrusted() -> new Scan.Forged();
                })
                .orElseGet(Scan.Unreadable::new);
    }

    /** The public halves, by which anybody verifies a code offline. */
    Map<String, Object> published() {
        return keys.published();
    }
}
