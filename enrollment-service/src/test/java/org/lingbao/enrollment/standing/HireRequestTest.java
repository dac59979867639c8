package org.lingbao.enrollment.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lingbao.rules.value.Scheme;

class HireRequestTest {
    @Test
    void the_same_schemes_are_in_one_order_whichever_came_first() {
        var request = new HireRequest(
                "37070219900505001X",
                "赵测试",
                "370700",
                LocalDate.of(2026, 9, 1),
                new LinkedHashSet<>(List.of(Scheme.INJURY, Scheme.EMPLOYEE)),
                null);

        assertThat(request.schemes()).containsExactly(Scheme.EMPLOYEE, Scheme.INJURY);
    }
}
