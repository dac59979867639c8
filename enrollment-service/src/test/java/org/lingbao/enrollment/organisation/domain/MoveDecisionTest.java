package org.lingbao.enrollment.organisation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.organisation.domain.MoveDecision.Moves;
import org.lingbao.enrollment.organisation.domain.MoveDecision.Reason;
import org.lingbao.enrollment.organisation.domain.MoveDecision.Refused;

class MoveDecisionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static final OrganisationCode COMMUNITY = new OrganisationCode("370702001001");
    private static final OrganisationCode TOWN = new OrganisationCode("370702001");
    private static final OrganisationCode OTHER_TOWN = new OrganisationCode("370704001");
    private static final OrganisationCode COUNTY = new OrganisationCode("370702");
    private static final OrganisationCode CITY = new OrganisationCode("370700");
    private static final OrganisationCode COMPANY = new OrganisationCode("91370700MA0000001Y");

    @Test
    void a_community_moves_to_another_town_from_today_on() {
        assertThat(MoveDecision.of(node(COMMUNITY, TOWN, null), OTHER_TOWN, there(OTHER_TOWN), TODAY, TODAY))
                .isEqualTo(new Moves(COMMUNITY, OTHER_TOWN, TODAY));
    }

    @Test
    void a_refusal_lists_every_reason() {
        var yesterday = TODAY.minusDays(1);
        var moved = node(COMMUNITY, COUNTY, yesterday);

        assertThat(MoveDecision.of(moved, COUNTY, Optional.empty(), yesterday, TODAY))
                .isEqualTo(refused(
                        new Reason.InThePast(TODAY),
                        new Reason.MovesAlready(yesterday),
                        new Reason.ParentNotThere(COUNTY, yesterday),
                        new Reason.ParentOfWrongLevel(Level.COMMUNITY, Level.COUNTY),
                        new Reason.ThereAlready(COUNTY)));
    }

    @Test
    void what_its_code_says_does_not_move() {
        assertThat(MoveDecision.of(node(COUNTY, CITY, null), CITY, there(CITY), TODAY, TODAY))
                .isEqualTo(refused(new Reason.FixedByCode(Level.COUNTY), new Reason.ThereAlready(CITY)));
    }

    @Test
    void a_move_comes_after_all_that_are_known_and_not_on_their_day() {
        var next = TODAY.plusDays(30);
        var moved = node(COMMUNITY, TOWN, next);

        assertThat(MoveDecision.of(moved, OTHER_TOWN, there(OTHER_TOWN), next, TODAY))
                .isEqualTo(refused(new Reason.MovesAlready(next)));
        assertThat(MoveDecision.of(moved, OTHER_TOWN, there(OTHER_TOWN), next.plusDays(1), TODAY))
                .isInstanceOf(Moves.class);
    }

    @Test
    void an_employer_hangs_under_anything_from_city_to_community_and_comes_once() {
        assertThat(MoveDecision.ofNew(COMPANY, false, COMMUNITY, there(COMMUNITY), TODAY, TODAY))
                .isEqualTo(new Moves(COMPANY, COMMUNITY, TODAY));
        assertThat(MoveDecision.ofNew(COMPANY, true, COMPANY, Optional.empty(), TODAY, TODAY))
                .isEqualTo(refused(
                        new Reason.KnownAlready(COMPANY),
                        new Reason.ParentNotThere(COMPANY, TODAY),
                        new Reason.ParentOfWrongLevel(Level.EMPLOYER, Level.EMPLOYER)));
    }

    @Test
    void the_form_of_a_code_says_what_it_is_of() {
        assertThat(new OrganisationCode("370000").level()).isEqualTo(Level.PROVINCE);
        assertThat(CITY.level()).isEqualTo(Level.CITY);
        assertThat(COUNTY.level()).isEqualTo(Level.COUNTY);
        assertThat(TOWN.level()).isEqualTo(Level.TOWN);
        assertThat(COMMUNITY.level()).isEqualTo(Level.COMMUNITY);
        assertThat(COMPANY.level()).isEqualTo(Level.EMPLOYER);
        for (var none : List.of("91370700MA0000002Y", "37070", "3707021", "")) {
            assertThatIllegalArgumentException().isThrownBy(() -> new OrganisationCode(none));
        }
    }

    private static Node node(OrganisationCode code, OrganisationCode parent, @Nullable LocalDate from) {
        return new Node(code, parent, from);
    }

    private static Optional<Node> there(OrganisationCode code) {
        return Optional.of(new Node(code, null, null));
    }

    private static Refused refused(Reason... reasons) {
        return new Refused(List.of(reasons));
    }
}
