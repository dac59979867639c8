package org.lingbao.rules.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lingbao.rules.trace.Status;
import org.lingbao.rules.trace.Text;
import org.lingbao.rules.value.Place;

class RuleFilesTest {
    private static final Path ROOT = Path.of("src/main/resources/rules");
    /** Place, scheme, name: what lies higher is no value of the law. */
    private static final int DEPTH = 3;

    private static final String GOOD = """
            name: {zh: 年龄, en: Age}
            description: An age
            unit: years
            status: official
            values:
              - effective: "2011-07-01"
                value: "16"
                published: "2010-10-28"
                source:
                  title: A law
                  number: No. 35
                  href: https://example.org/law
            """;

    /** A provincial file under another name would never be read, and the country's value would silently hold. */
    private static final Set<String> PROVINCIAL = Set.of(
            "employee/account-rate",
            "employee/accounts-begin",
            "employee/benefit-base-wage",
            "employee/catch-up",
            "employee/channels",
            "employee/chosen-by",
            "employee/city-benefit-base-wage",
            "employee/collected",
            "employee/contribution-rounding",
            "employee/documents",
            "employee/flexible-subsidy",
            "employee/grounds",
            "employee/index-floor",
            "employee/late-limits-top-up",
            "employee/limit-year",
            "employee/limits",
            "employee/local-addition",
            "employee/medical-rate",
            "employee/medical-waiting",
            "employee/minimum-age",
            "employee/payment-channels",
            "employee/payment-window",
            "employee/pension-rate",
            "employee/pension-rounding",
            "employee/pension-years",
            "employee/periods",
            "employee/reference-wage",
            "employee/registered-before",
            "employee/refused-status",
            "employee/tiers",
            "employee/tiers-shown",
            "employee/transitional-pension",
            "employee/upper-age",
            "injury/insured",
            "resident/basic-pension",
            "resident/crediting-rate",
            "resident/grounds",
            "resident/payment-window",
            "resident/sponsored",
            "resident/sponsored-groups",
            "resident/subsidy",
            "resident/subsidy-reported",
            "resident/tiers");

    @ParameterizedTest
    @MethodSource("files")
    void every_rule_file_loads_and_cites_a_page(Path file) {
        var folder = ROOT.relativize(file).getName(0).toString();
        var name = ROOT.resolve(folder).relativize(file).toString().replace(".yaml", "");
        var law = RuleFiles.standard();
        var parameter = folder.equals("national")
                ? law.national(name, value -> value)
                : law.provincial(new Place(folder), name, value -> value);
        assertThat(parameter.versions())
                .isNotEmpty()
                .allSatisfy(version -> assertThat(version.citation().href()).matches("https?://\\S+"));
    }

    @Test
    void no_province_has_a_file_of_a_name_that_nobody_knows() throws IOException {
        assertThat(files())
                .filteredOn(file -> !file.startsWith(ROOT.resolve("national")))
                .allSatisfy(file -> {
                    var path = ROOT.relativize(file);
                    assertThat(path.getName(0).toString()).matches("[0-9]{2}0000");
                    assertThat(path.subpath(1, 3).toString().replace(".yaml", ""))
                            .isIn(PROVINCIAL);
                });
    }

    @Test
    void a_good_file_is_read_whole() {
        var version = read(GOOD).at(LocalDate.of(2011, 7, 1), LocalDate.of(2011, 7, 1));

        assertThat(version)
                .isEqualTo(new Parameter.Version<>(
                        "national/employee/age",
                        new Text("年龄", "Age"),
                        LocalDate.of(2011, 7, 1),
                        16,
                        "16",
                        Status.OFFICIAL,
                        new Citation("A law", "No. 35", "https://example.org/law", LocalDate.of(2010, 10, 28))));
    }

    @Test
    void a_value_may_be_less_sure_than_its_file() {
        var uncertain = GOOD.replace("    value:", "    status: uncertain\n    value:");
        assertThat(read(uncertain).latest().status()).isEqualTo(Status.UNCERTAIN);
    }

    @ParameterizedTest
    @CsvSource({
        "'unit: years', 'unit: years\nremark: x', unknown: remark",
        "'unit: years', 'unit: years\nunit: months', unit",
        "'unit: years\n', '', unit is missing",
        "'name: {zh: 年龄, en: Age}\n', '', name is missing",
        "', en: Age', '', en is missing",
        "'2011-07-01', '2011-7-1', 2011-7-1",
        "'2010-10-28', '28 October 2010', 28 October 2010",
        "'value: \"16\"', 'value: 16', values[0].value is no string: 16",
        "'value: \"16\"', 'value: true', values[0].value is no string: true",
        "'value: \"16\"', 'table: {a: 16}', values[0].table.a is no string: 16",
        "'value: \"16\"', 'table: 16', values[0].table. has no keys",
        "'value: \"16\"', 'value:', values[0].value is missing",
        "'value: \"16\"', 'amount: \"16\"', unknown: values[0].amount",
        "'    value: \"16\"\n', '', either one value or a table",
        "'      href: https://example.org/law\n', '', values[0].source.href is missing",
        "'href: https', 'page: https', unknown: values[0].source.page",
        "'status: official', 'status: official\n---\nunit: years', Trailing token",
        "'      title: A law', '      title: \"\"', title is missing",
        "'status: official', 'status: sure', not a status: sure"
    })
    void a_careless_file_does_not_load(String what, String instead, String complaint) {
        assertThat(GOOD).contains(what);
        assertThatThrownBy(() -> read(GOOD.replace(what, instead))).hasMessageContaining(complaint);
    }

    @Test
    void a_file_without_a_source_does_not_load() {
        var end = GOOD.indexOf("    source:");
        assertThatThrownBy(() -> read(GOOD.substring(0, end))).hasMessageContaining("source is missing");
    }

    @Test
    void two_values_of_one_day_do_not_load() {
        var again = GOOD + GOOD.substring(GOOD.indexOf("  - effective"));
        assertThatThrownBy(() -> read(again)).hasMessageContaining("two values");
    }

    @Test
    void a_province_without_the_file_is_named_in_the_error() {
        assertThatThrownBy(
                        () -> RuleFiles.standard().provincial(new Place("110101"), "employee/limits", RuleValue::text))
                .isInstanceOfSatisfying(DataNotLoaded.class, missing -> {
                    assertThat(missing.place()).isEqualTo("110000");
                    assertThat(missing.what()).isEqualTo("employee/limits");
                });
    }

    @Test
    void a_province_overrides_the_country() {
        var name = "employee/pension-rate";
        assertThat(RuleFiles.standard()
                        .provincialOrNational(new Place("310104"), name, RuleValue::text)
                        .place())
                .isEqualTo("310000");
        assertThat(RuleFiles.standard()
                        .provincialOrNational(new Place("370702"), name, RuleValue::text)
                        .place())
                .isEqualTo("national");
    }

    @Test
    void the_files_are_found_in_a_directory_and_in_a_jar(@TempDir Path folder) throws IOException {
        var inDirectory = RuleFiles.standard().paths().toList();
        var jar = URI.create("jar:" + folder.resolve("library.jar").toUri());
        try (var files = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            for (var path : inDirectory) {
                var file = files.getPath("/rules/" + path);
                Files.createDirectories(file.getParent());
                Files.writeString(file, "");
            }
            Files.writeString(files.getPath("/rules/divisions.csv"), "");
        }

        var inJar = Source.Library.paths(URI.create(jar + "!/rules/divisions.csv"));

        assertThat(inDirectory)
                .hasSameSizeAs(files())
                .contains("national/employee/minimum-age.yaml")
                .containsExactlyInAnyOrderElementsOf(inJar);
    }

    @Test
    void a_pack_that_is_still_being_written_is_listed_with_the_rest(@TempDir Path folder) throws IOException {
        var pack = Files.createDirectories(folder.resolve("110000/employee"));
        Files.writeString(pack.resolve("age.yaml"), GOOD);
        var files = RuleFiles.standard().overlaidBy(folder);
        var day = LocalDate.of(2026, 11, 21);

        assertThat(files.provinces()).extracting(Place::code).contains("110000", "370000");
        assertThat(files.inForce(new Place("110101"), day, day))
                .extracting(value -> value.version().parameter())
                .contains("110000/employee/age", "national/employee/minimum-age")
                .noneMatch(parameter -> parameter.startsWith("370000"));
    }

    @Test
    void a_table_has_exactly_the_keys_its_reader_knows() {
        var parts = new RuleValue(null, Map.of("lower", "1", "upper", "2"));
        assertThatCode(() -> parts.keys("lower", "upper").entry("lower")).doesNotThrowAnyException();
        assertThatThrownBy(() -> parts.keys("lower")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(parts::text).isInstanceOf(IllegalArgumentException.class);
    }

    private static Parameter<Integer> read(String yaml) {
        return RuleFiles.standard()
                .overlaidBy(path -> path.equals("national/employee/age.yaml")
                        ? new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))
                        : null)
                .national("employee/age", RuleValue::number);
    }

    static List<Path> files() throws IOException {
        try (var all = Files.walk(ROOT)) {
            return all.filter(file -> ROOT.relativize(file).getNameCount() == DEPTH)
                    .toList();
        }
    }
}
