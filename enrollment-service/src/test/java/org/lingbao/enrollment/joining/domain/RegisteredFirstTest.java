package org.lingbao.enrollment.joining.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lingbao.enrollment.joining.domain.Applicants.TODAY;
import static org.lingbao.enrollment.joining.domain.Applicants.driverFromWeifang;
import static org.lingbao.enrollment.joining.domain.Applicants.registered;
import static org.lingbao.enrollment.joining.domain.Applicants.worksInShanghai;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.joining.domain.Decision.Accepted;
import org.lingbao.enrollment.joining.domain.Decision.Reason;
import org.lingbao.enrollment.joining.domain.Decision.Refused;

/** Employment before insurance, where the law wants it so (先就业登记，后社保登记). */
class RegisteredFirstTest {
    @Test
    void in_shanghai_employment_is_registered_first() {
        assertThat(Joining.decide(worksInShanghai(), driverFromWeifang(), TODAY))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reasons())
                                .singleElement()
                                .isInstanceOfSatisfying(
                                        Reason.EmploymentNotRegistered.class,
                                        reason ->
                                                assertThat(reason.law().text()).contains("沪人社规〔2023〕5号")));
        assertThat(Joining.decide(worksInShanghai(), registered(driverFromWeifang()), TODAY))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void before_the_rule_was_in_force_it_did_not_matter() {
        assertThat(Joining.employmentFirst(worksInShanghai(), LocalDate.of(2023, 11, 30)))
                .isEmpty();
        assertThat(Joining.employmentFirst(worksInShanghai(), LocalDate.of(2023, 12, 1)))
                .isPresent();
    }
}
