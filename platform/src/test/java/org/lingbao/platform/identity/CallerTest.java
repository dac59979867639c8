package org.lingbao.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallerTest {
    private static final AccessScope OWN = new AccessScope.Own("issuer", "subject");

    @Test
    void each_role_has_its_scope() {
        assertThat(caller(null, null, Role.CITIZEN).scope()).isEqualTo(OWN);
        assertThat(caller("370700", null, Role.CLERK).scope()).isEqualTo(new AccessScope.Subtree("370700"));
        assertThat(caller(null, "CCB", Role.BANK).scope()).isEqualTo(new AccessScope.Partner("CCB", null));
        assertThat(caller(null, null, Role.AUDITOR).scope()).isEqualTo(new AccessScope.Everything());
        assertThat(caller(null, null, Role.OPERATOR).scope()).isEqualTo(new AccessScope.Everything());
        assertThat(caller(null, null, Role.SERVICE).scope()).isEqualTo(new AccessScope.Everything());
        assertThat(caller(null, null, Role.TAX).scope()).isEqualTo(OWN);
        assertThat(caller(null, null, Role.EMPLOYER).scope()).isEqualTo(OWN);
    }

    @Test
    void of_several_roles_the_narrowest_decides() {
        assertThat(caller("370700", null, Role.CLERK, Role.AUDITOR).scope())
                .isEqualTo(new AccessScope.Subtree("370700"));
        assertThat(caller(null, null, Role.CITIZEN, Role.OPERATOR).scope()).isEqualTo(OWN);
        assertThat(caller("370700", null, Role.CLERK, Role.SERVICE).scope())
                .isEqualTo(new AccessScope.Subtree("370700"));
    }

    @Test
    void a_token_that_does_not_say_where_or_for_whom_opens_nothing() {
        assertThat(caller(null, null, Role.CLERK, Role.AUDITOR).scope()).isEqualTo(OWN);
        assertThat(caller("000000", null, Role.CLERK).scope()).isEqualTo(OWN);
        assertThat(caller("37070", null, Role.CLERK).scope()).isEqualTo(OWN);
        assertThat(caller("3707020", null, Role.CLERK).scope()).isEqualTo(OWN);
        assertThat(caller("3707020010011", null, Role.CLERK).scope()).isEqualTo(OWN);
        assertThat(caller(null, null, Role.BANK).scope()).isEqualTo(OWN);
        assertThat(caller(null, null).scope()).isEqualTo(OWN);
    }

    @Test
    void the_prefix_of_a_subtree_is_its_code_without_the_empty_levels() {
        assertThat(new AccessScope.Subtree("370000").prefix()).isEqualTo("37");
        assertThat(new AccessScope.Subtree("370700").prefix()).isEqualTo("3707");
        assertThat(new AccessScope.Subtree("370702").prefix()).isEqualTo("370702");
    }

    @Test
    void a_town_and_a_community_have_their_whole_code_for_a_prefix() {
        var town = new AccessScope.Subtree("370702100");
        var community = new AccessScope.Subtree("370702100200");

        assertThat(caller("370702100", null, Role.CLERK).scope()).isEqualTo(town);
        assertThat(caller("370702100200", null, Role.CLERK).scope()).isEqualTo(community);
        assertThat(town.prefix()).isEqualTo("370702100");
        assertThat(community.prefix()).isEqualTo("370702100200");
        assertThat(town.place()).isEqualTo("370702");
        assertThat(community.place()).isEqualTo("370702");
    }

    private static Caller caller(@Nullable String organization, @Nullable String bank, String... roles) {
        return new Caller("issuer", "subject", "app", Set.of(roles), organization, bank, null, null, null);
    }
}
