package org.lingbao.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What we promise to others in files is what the code does, both ways; each check rejects a fixture by name. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ContractTest {
    private static final Contracts HOUSE = Contracts.ofTheHouse();
    private static final Contracts WRONG = Contracts.fixture();
    private static final Code CODE = Code.production();
    private static final Code WRONG_CODE = Code.fixture("contracts");

    @Test
    void every_example_is_valid_against_its_schema() {
        holds(
                EventChecks.examples(HOUSE),
                EventChecks.examples(WRONG),
                "thing-broken.v1.schema.json: $.amount",
                "thing-open.v1.schema.json: allows fields",
                "thing-alone.v1.schema.json: has no example",
                "thing-stray.v1.example.json has no schema");
    }

    @Test
    void no_event_tells_who_somebody_is() {
        holds(
                EventChecks.anonymous(HOUSE),
                EventChecks.anonymous(WRONG),
                "architecture.thing-open.v1 carries identityNumber");
    }

    @Test
    void the_catalogue_lists_every_event_that_has_a_schema() {
        holds(
                EventChecks.catalogue(HOUSE),
                EventChecks.catalogue(WRONG),
                "architecture.thing-alone.v1 is not in the catalogue",
                "architecture.thing-imagined.v1 has no schema",
                "architecture.thing-open.v1 is listed as produced by somebody");
    }

    @Test
    void every_event_has_its_topic_and_every_topic_its_events() {
        holds(
                EventChecks.topics(HOUSE),
                EventChecks.topics(WRONG),
                "architecture.thing-imagined.v1: topic architecture.nowhere",
                "architecture.silent carries no event");
    }

    @Test
    void the_code_produces_the_events_of_the_catalogue() {
        holds(
                EventChecks.producers(HOUSE, CODE),
                EventChecks.producers(WRONG, WRONG_CODE),
                "architecture produces architecture.thing-unlisted.v1",
                "architecture.thing-imagined.v1 is in the catalogue",
                "architecture.thing-open.v1 is in the catalogue");
    }

    @Test
    void the_code_consumes_the_events_of_the_catalogue() {
        holds(
                EventChecks.consumers(HOUSE, CODE),
                EventChecks.consumers(WRONG, WRONG_CODE),
                "architecture.thing-unheard.v1 by architecture: handled, and not",
                "architecture.thing-broken.v1 by architecture: in the catalogue, and not");
    }

    @Test
    void every_error_code_that_is_used_is_in_the_catalogue() {
        holds(
                ErrorChecks.usedAreListed(HOUSE, CODE),
                ErrorChecks.usedAreListed(WRONG, WRONG_CODE),
                "contracts/alpha/Speaks.java says UNLISTED_CODE");
    }

    @Test
    void every_error_code_in_the_catalogue_is_used() {
        holds(
                ErrorChecks.listedAreUsed(HOUSE, CODE),
                ErrorChecks.listedAreUsed(WRONG, WRONG_CODE),
                "UNUSED_CODE is in errors.yaml");
    }

    @Test
    void every_error_code_gets_the_parameters_that_its_text_names() {
        holds(
                ErrorChecks.parametersAreGiven(HOUSE, CODE),
                ErrorChecks.parametersAreGiven(WRONG, WRONG_CODE),
                "contracts/alpha/Speaks.java says GOOD_CODE without {name}");
    }

    @Test
    void every_error_code_speaks_both_languages() {
        holds(
                ErrorChecks.words(HOUSE),
                ErrorChecks.words(WRONG),
                "UNUSED_CODE has an unknown severity",
                "UNUSED_CODE names other parameters",
                "UNUSED_CODE needs a way to fix it");
    }

    @Test
    void every_operation_is_in_the_authorization_matrix() {
        holds(
                HOUSE.matrix().complaints(HOUSE.documents()),
                WRONG.matrix().complaints(WRONG.documents()),
                "beta is in authorization.yaml and has no OpenAPI document",
                "alpha: POST /forgotten is not in authorization.yaml; add",
                "alpha: DELETE /imagined is in authorization.yaml and not in the document",
                "alpha: GET /generous lets in [bank, citizen] by authorization.yaml and [citizen] by the document",
                "alpha: GET /misspelled names a caller that there is not: cleric",
                "alpha: GET /silent says neither",
                "alpha: GET /undecided cannot be open and name callers");
    }

    @Test
    void the_checks_see_the_contracts_of_the_house() {
        assertThat(HOUSE.schemas()).isNotEmpty();
        assertThat(HOUSE.catalogue()).isNotEmpty();
        assertThat(HOUSE.topics()).isNotEmpty();
        assertThat(HOUSE.errors()).isNotEmpty();
        assertThat(HOUSE.documents())
                .hasSizeGreaterThan(3)
                .allSatisfy(document -> assertThat(document.operations()).isNotEmpty());
    }

    private static void holds(List<String> inTheHouse, List<String> rejected, String... offenders) {
        var softly = new SoftAssertions();
        softly.assertThat(inTheHouse).as("what breaks the promise in the house").isEmpty();
        for (var offender : offenders) {
            softly.assertThat(rejected)
                    .as("the fixture that the check must reject")
                    .anyMatch(line -> line.contains(offender));
        }
        softly.assertThat(rejected)
                .as("nothing else in the fixture is wrong")
                .allMatch(line -> Stream.of(offenders).anyMatch(line::contains));
        softly.assertAll();
    }
}
