package org.lingbao.rules.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingbao.rules.Law;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.forecast.Assumptions;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Rate;

class ShadowRunTest {
    private static final LocalDate ON = LocalDate.of(2026, 11, 22);
    private static final Path RULES = Path.of("src/main/resources/rules");
    private static final int PEOPLE = 3000;

    @TempDir
    Path pack;

    @Test
    void a_pack_that_changes_nothing_changes_nobody() throws Exception {
        copy("national/employee/pension-rate.yaml", "20", "20");

        var total = over(people()).total();

        assertThat(total.people()).isEqualTo(PEOPLE);
        assertThat(total.changed()).isZero();
    }

    @Test
    void a_dearer_contribution_costs_those_of_the_provinces_that_pay_it_and_no_others() throws Exception {
        copy("national/employee/pension-rate.yaml", "\"0.20\"", "\"0.21\"");

        var report = over(people());

        var shandong = sum(report, "370000");
        assertThat(shandong.paidIn().more()).isEqualTo(shandong.changed()).isPositive();
        assertThat(shandong.paidIn().fewer()).isZero();
        assertThat(shandong.pension().sum().fen()).isZero();
        // Shanghai's own rate is in front of the country's
        assertThat(sum(report, "310000").changed()).isZero();
    }

    @Test
    void a_later_retirement_is_counted_with_its_category_and_the_age_groups_it_reaches() throws Exception {
        copy("national/employee/retirement-delay-male-60.yaml", "mostMonths: \"36\"", "mostMonths: \"48\"");

        var report = over(people());

        report.groups().forEach((group, tally) -> {
            if (!group.category().name().startsWith("MALE")) {
                assertThat(tally.changed()).as("%s", group).isZero();
            }
        });
        var total = report.total();
        assertThat(total.later()).isPositive();
        assertThat(total.earlier()).isZero();
    }

    @Test
    void a_pack_that_takes_data_away_shows_whose_answer_is_lost() throws Exception {
        var name = "370000/employee/limits.yaml";
        var written = Files.readString(RULES.resolve(name));
        write(name, written.replaceAll("effective: \"20\\d\\d", "effective: \"2099"));

        var report = over(people());

        assertThat(sum(report, "370000").answerOnlyBefore()).isPositive();
        assertThat(sum(report, "210000").changed()).isZero();
    }

    @Test
    void a_line_that_is_no_person_is_told_and_the_others_are_counted() throws Exception {
        var lines = new ArrayList<>(people());
        lines.set(10, "370700,MALE_60,1980-02-30,1,1,1,0,,60%");
        lines.set(1500, "garbage");

        var report = over(lines);

        assertThat(report.unreadable()).isEqualTo(2);
        assertThat(report.complaints()).hasSize(2).anyMatch(line -> line.startsWith("line 12: "));
        assertThat(report.total().people()).isEqualTo(PEOPLE - 2);
    }

    @Test
    void a_broken_pack_ends_the_run_with_the_file_that_is_broken() throws Exception {
        write("370000/employee/limits.yaml", "name: {}");

        assertThatThrownBy(() -> over(people())).hasMessageContaining("370000/employee/limits.yaml");
    }

    @Test
    void a_person_is_the_same_before_and_after_the_file() {
        assertThat(People.of(7, 200, ON))
                .allSatisfy(person -> assertThat(Person.parse(person.line())).isEqualTo(person));
    }

    @Test
    void the_same_seed_makes_the_same_people_and_another_seed_others() {
        assertThat(lines(7)).isEqualTo(lines(7)).isNotEqualTo(lines(8));
    }

    @Test
    void what_each_core_counted_is_what_one_would_have_counted() throws Exception {
        copy("national/employee/pension-rate.yaml", "\"0.20\"", "\"0.21\"");
        var law = Law.of(RuleFiles.standard().overlaidBy(pack));
        var alone = new Report();
        people().stream()
                .map(Person::parse)
                .forEach(person -> alone.add(
                        person,
                        Outcome.of(Law.standard(), person, assumptions(), ON),
                        Outcome.of(law, person, assumptions(), ON)));

        var together = over(people());

        assertThat(together.groups().keySet()).isEqualTo(alone.groups().keySet());
        assertThat(together.total().paidIn().sum())
                .isEqualTo(alone.total().paidIn().sum());
        assertThat(together.total().changed()).isEqualTo(alone.total().changed());
    }

    private Report over(List<String> lines) throws InterruptedException {
        var after = Law.of(RuleFiles.standard().overlaidBy(pack));
        return new ShadowRun(Law.standard(), after, assumptions(), ON).over(lines.iterator(), 2, read -> {});
    }

    private static Assumptions assumptions() {
        return new Assumptions(Rate.of("0"), null);
    }

    private static List<String> people() {
        return People.of(1, PEOPLE, ON).map(Person::line).toList();
    }

    private static List<String> lines(long seed) {
        return People.of(seed, 50, ON).map(Person::line).toList();
    }

    private static Tally sum(Report report, String province) {
        var sum = new Tally();
        report.groups().forEach((group, tally) -> {
            if (group.province().equals(new Place(province))) {
                sum.add(tally);
            }
        });
        return sum;
    }

    private void copy(String name, String what, String instead) throws IOException {
        var written = Files.readString(RULES.resolve(name));
        assertThat(written).contains(what);
        write(name, written.replace(what, instead));
    }

    private void write(String name, String content) throws IOException {
        var file = pack.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
