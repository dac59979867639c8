package org.lingbao.matching.matching;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;
import org.lingbao.matching.matching.domain.Finding;
import org.lingbao.matching.matching.domain.Parameters;
import org.lingbao.matching.matching.domain.Share;

/** The platform's own figures and words for matching, from {@code matching.yaml}. */
@ApplicationScoped
class Tuning {
    private static final String FILE = "matching.yaml";
    private static final BigDecimal HUNDRED = BigDecimal.TEN.multiply(BigDecimal.TEN);

    private final Tuned tuned;

    record Tuned(
            BigDecimal sameSkill,
            BigDecimal leastSkill,
            BigDecimal atEdge,
            BigDecimal otherUnit,
            int belowFloor,
            int kept,
            int all,
            Map<String, Sentence> words) {}

    /** A sentence in both languages. */
    record Sentence(String zh, String en) {
        private Sentence with(String name, Object value) {
            var hole = "{" + name + "}";
            return new Sentence(zh.replace(hole, value.toString()), en.replace(hole, value.toString()));
        }
    }

    Tuning() {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not in this build");
            }
            tuned = new YAMLMapper().readValue(file, Tuned.class);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    Parameters parameters() {
        return new Parameters(
                new Share(tuned.sameSkill()),
                new Share(tuned.leastSkill()),
                new Share(tuned.atEdge()),
                new Share(tuned.otherUnit()),
                tuned.belowFloor(),
                tuned.kept(),
                tuned.all());
    }

    /** What was found, in words. */
    Sentence say(Finding finding) {
        return switch (finding) {
            case Finding.SameSkill(var occupation) -> words("SAME_SKILL").with("occupation", occupation.word());
            case Finding.RelatedSkill(var common) ->
                words("RELATED_SKILL")
                        .with("percent", common.value().multiply(HUNDRED).toBigInteger());
            case Finding.OtherSkill() -> words("OTHER_SKILL");
            case Finding.Within(var distance, var radius) ->
                words("DISTANCE").with("metres", distance.value()).with("radius", radius.value());
            case Finding.TooFar(var distance, var radius) ->
                words("TOO_FAR").with("metres", distance.value()).with("radius", radius.value());
            case Finding.PaysEnough(var offered, var wanted) ->
                words("PAY_ENOUGH").with("offered", offered.toYuan()).with("wanted", wanted.toYuan());
            case Finding.PaysLess(var offered, var wanted) ->
                words("PAY_BELOW").with("offered", offered.toYuan()).with("wanted", wanted.toYuan());
            case Finding.PaysByOtherUnit() -> words("PAY_OTHER_UNIT");
            case Finding.NoFloor() -> words("PAY_NO_FLOOR");
            case Finding.Free(var days, var of) ->
                words("DAYS").with("free", days).with("days", of);
            case Finding.Kept(var kept, var all) ->
                words("RELIABILITY").with("kept", kept).with("all", all);
        };
    }

    private Sentence words(String key) {
        var sentence = tuned.words().get(key);
        if (sentence == null) {
            throw new IllegalStateException(FILE + " has no words for " + key);
        }
        return sentence;
    }
}
