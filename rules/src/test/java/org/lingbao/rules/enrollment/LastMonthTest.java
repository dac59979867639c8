package org.lingbao.rules.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingbao.rules.Law;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.identity.Sex;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/** Until when whoever joined may pay: the retirement age of the category that the upper age names. */
class LastMonthTest {
    private static final Place WEIFANG = new Place("370700");
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static final LocalDate BORN = LocalDate.of(1990, 3, 15);
    private static final Path FILES = Path.of("src/main/resources/rules");

    @TempDir
    Path pack;

    @Test
    void a_woman_pays_until_the_age_that_was_55() {
        assertThat(retiresOn(Law.standard())).isEqualTo("2048-03-15");
    }

    @Test
    void where_the_data_names_another_category_it_is_that_ones_age() throws IOException {
        var file = "employee/upper-age.yaml";
        Files.createDirectories(pack.resolve("370000/employee"));
        Files.writeString(
                pack.resolve("370000").resolve(file),
                Files.readString(FILES.resolve("national").resolve(file)).replace("FEMALE_55", "FEMALE_50"));

        assertThat(retiresOn(Law.of(RuleFiles.standard().overlaidBy(pack)))).isEqualTo("2045-03-15");
    }

    @Test
    void a_fixed_age_is_no_retirement() {
        assertThat(Law.standard().enrollment().retirement(Scheme.RESIDENT, WEIFANG, TODAY, Sex.FEMALE, BORN))
                .isEmpty();
    }

    private static LocalDate retiresOn(Law law) {
        return law.enrollment()
                .retirement(Scheme.EMPLOYEE, WEIFANG, TODAY, Sex.FEMALE, BORN)
                .orElseThrow()
                .value()
                .statutoryDate();
    }
}
