package org.lingbao.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * The ten rules. Each test holds one of them twice: the house keeps it, and the fixture that breaks it on purpose is
 * rejected by name, so a check that has gone blind is noticed.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ArchitectureTest {

    // ---- 1. A feature is a package

    @Test
    void features_do_not_form_cycles() {
        holds(FeatureChecks.acyclic(), Code.fixture("cycle"), "cycle.alpha.Alpha", "cycle.beta.Beta");
    }

    @Test
    void a_class_of_a_service_is_in_a_feature_or_in_its_domain() {
        holds(
                FeatureChecks.oneFeatureOnePackage(),
                Code.fixture("grabbag"),
                "grabbag.Everything",
                "grabbag.common.Stuff",
                "grabbag.alpha.deep.Layer");
    }

    // ---- 2. The domain is pure, immutable, total

    @Test
    void the_domain_depends_on_nothing_but_the_jdk_the_law_and_itself() {
        holds(DomainChecks.pure(), Code.fixture("impure"), "domain.ReadsAFile", "domain.KnowsItsNeighbour");
    }

    @Test
    void the_domain_does_not_change() {
        holds(DomainChecks.immutable(), Code.fixture("changing"), "domain.Counter.count");
    }

    // ---- 3. Everything around it is package-private, but for a small face

    @Test
    void a_feature_shows_only_what_another_feature_needs() {
        holds(FeatureChecks.smallFace(), Code.fixture("face"), "face.alpha.NobodyNeedsMe");
    }

    @Test
    void rows_resources_consumers_and_requests_stay_inside_their_feature() {
        holds(FeatureChecks.hiddenInside(), Code.fixture("inside"), "alpha.PersonRow", "alpha.PersonResource");
    }

    @Test
    void an_endpoint_method_is_public() {
        holds(FeatureChecks.reachableEndpoints(), Code.fixture("endpoint"), "HiddenResource.hidden()");
    }

    // ---- 4. A decision is told everything

    @Test
    void a_decision_reads_no_clock_no_chance_and_no_configuration() {
        holds(DomainChecks.toldEverything(), Code.fixture("clock"), "domain.LooksAtTheClock", "domain.ThrowsDice");
    }

    @Test
    void nobody_asks_for_now_without_a_clock() {
        holds(DomainChecks.noWallClock(), Code.fixture("wallclock"), "LooksOutOfTheWindow.today()");
    }

    // ---- 5. A refusal is a value with all its reasons

    @Test
    void the_domain_does_not_refuse_by_exceptions() {
        holds(
                DomainChecks.refusesByValue(),
                Code.fixture("throwing"),
                "domain.TooYoungException",
                "domain.Declares.decide()",
                "domain.Throws.decide()");
    }

    @Test
    void a_refusal_is_a_sealed_outcome_and_lists_every_reason() {
        holds(DomainChecks.listsAllReasons(), Code.fixture("reasons"), "domain.Decision$Refused", "domain.Rejected");
    }

    // ---- 6. One command, one transaction, one style

    @Test
    void no_class_uses_both_panache_and_a_pool() {
        holds(CommandChecks.oneStyle(), Code.fixture("twostyles"), "alpha.PostsTwice");
    }

    @Test
    void nothing_that_a_panache_transaction_reaches_goes_to_a_pool() {
        holds(
                CommandChecks.noHiddenSecondTransaction(),
                Code.fixture("dualwrite"),
                "alpha.Command.handle()",
                "alpha.PooledPostings.post()");
    }

    @Test
    void no_command_calls_another() {
        holds(CommandChecks.noNestedCommands(), Code.fixture("nested"), "alpha.Outer.handle()");
    }

    @Test
    void only_application_scoped_beans_have_transactions() {
        holds(CommandChecks.onlyInBeans(), Code.fixture("nobean"), "alpha.NoBean.handle()");
    }

    @Test
    void a_client_that_hangs_up_cancels_nothing() {
        holds(
                CommandChecks.notCancelled(),
                Code.fixture("cancelled"),
                "alpha.LeakyResource",
                "alpha.AlsoLeakyResource");
    }

    @Test
    void nothing_in_a_service_cuts_a_transaction_off_or_splits_it() {
        holds(CommandChecks.notCutOff(), Code.fixture("cutoff"), "alpha.Impatient", "alpha.Parallel");
    }

    @Test
    void nothing_is_sent_but_through_the_outbox() {
        holds(EventCodeChecks.onlyByOutbox(), Code.fixture("broker"), "alpha.SendsItself");
    }

    @Test
    void nothing_is_taken_but_through_the_inbox() {
        holds(EventCodeChecks.onlyByInbox(), Code.fixture("broker"), "alpha.TakesItself.on(");
    }

    @Test
    void what_is_read_from_json_is_a_record() {
        holds(EventCodeChecks.onlyRecords(), Code.fixture("forgotten"), "alpha.ThingMade ", "alpha.Setting ");
    }

    // ---- 7. No figure of the law in Java

    @Test
    void code_that_decides_holds_no_figures() {
        holds(LawChecks.noFigures(), Code.fixture("figures"), "holds the figure 16", "holds the figure 0.08");
    }

    @Test
    void no_amount_rate_or_day_is_made_of_a_literal() {
        holds(LawChecks.nothingMadeOfLiterals(), Code.fixture("literals"), "literals/alpha/Limits.java");
    }

    // ---- 8. Money, proportions, months and ids have types

    @Test
    void nothing_is_floating() {
        holds(ValueChecks.nothingFloats(), Code.fixture("floating"), "alpha.Average");
    }

    @Test
    void nothing_in_a_domain_is_a_bare_long_string_decimal_or_uuid() {
        holds(
                ValueChecks.nothingBare(),
                Code.fixture("bare"),
                "domain.Posting.person",
                "domain.Posting.amount",
                "domain.Splits.split");
    }

    // ---- 9. Services share schemas, never classes

    @Test
    void no_service_knows_the_classes_of_another() {
        holds(FeatureChecks.separateServices(), Code.fixtureOfServices("foreign", "one", "two"), "one.alpha.Curious");
    }

    @Test
    void no_service_is_built_with_another() {
        holds(SourceChecks.separateBuilds(), Code.fixture("poms"), "poms/one-service/pom.xml depends on two-service");
    }

    @Test
    void events_and_rows_belong_to_a_service() {
        holds(
                FeatureChecks.ownEventsAndRows(),
                Code.fixtureOfServices("sharing", "alpha"),
                "everybody.PersonRegisteredV1",
                "everybody.PersonRow");
    }

    // ---- 10. A file fits in a head

    @Test
    void no_file_is_longer_than_300_lines() {
        holds(SourceChecks.shortFiles(), Code.fixture("toolong"), "alpha/TooLong.java");
    }

    @Test
    void the_platform_has_no_more_than_2000_lines_of_code() {
        holds(SourceChecks.smallPlatform(), Code.fixture("heavy"), "the platform has 2003 lines");
    }

    // ---- and the names

    @Test
    void a_name_tells_what_a_type_is() {
        holds(SourceChecks.tellingNames(), Code.fixture("names"), "alpha.PersonService", "alpha.BasePerson");
    }

    @Test
    void rows_resources_and_events_are_named_so() {
        holds(
                SourceChecks.namedForTheirKind(),
                Code.fixture("kinds"),
                "kinds.alpha.Person ",
                "kinds.alpha.Persons ",
                "kinds.alpha.ThingMade ");
    }

    @Test
    void every_package_is_null_marked() {
        holds(SourceChecks.nullMarked(), Code.fixture("unmarked"), "alpha/Unmarked.java");
    }

    // ---- and the checks themselves

    @Test
    void the_checks_see_the_code_of_every_module() {
        var seen = Code.production().classes().stream()
                .map(type -> type.getPackageName().split("\\.")[2])
                .distinct();
        assertThat(seen)
                .contains(words(
                        "rules personal platform asking watching paper local manifests enrollment contribution transfer"
                                + " matching"));
        assertThat(Code.production().sources().stream().map(SourceFile::module).distinct())
                .contains(words(
                        "rules personal platform asking watching paper deploy/local deploy/manifests enrollment-service"
                                + " contribution-service transfer-service job-matching-service architecture"));
    }

    @Test
    void every_rule_in_the_contributors_guide_names_its_check_and_every_check_is_named_there() {
        var checks = Stream.of(ArchitectureTest.class, ContractTest.class)
                .flatMap(test -> Stream.of(test.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> method.getName())
                .filter(Predicate.not(
                        name -> name.startsWith("the_checks_see") || name.startsWith("every_rule_in_the")))
                .toList();
        var guide = Guide.read();
        assertThat(guide.checks()).containsExactlyInAnyOrderElementsOf(checks);
        assertThat(guide.fixtures()).isEqualTo(Code.fixtures());
        assertThat(guide.rules()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    private static String[] words(String text) {
        return text.split(" ", -1);
    }

    private static void holds(Check check, Code fixture, String... offenders) {
        var softly = new SoftAssertions();
        softly.assertThat(check.violations(Code.production()))
                .as("what breaks the rule in the house")
                .isEmpty();
        var rejected = check.violations(fixture);
        for (var offender : List.of(offenders)) {
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
