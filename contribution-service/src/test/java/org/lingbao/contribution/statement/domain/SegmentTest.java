package org.lingbao.contribution.statement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.statement.domain.PaidMonth.Payment;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

class SegmentTest {
    private static final Place WEIFANG = new Place("370700");
    private static final Place QINGDAO = new Place("370200");
    private static final YearMonth FIRST = YearMonth.of(2026, 9);

    @Test
    void months_without_a_gap_at_one_place_are_one_segment() {
        assertThat(Segment.of(List.of(at(WEIFANG, 0), at(WEIFANG, 1), at(WEIFANG, 2))))
                .containsExactly(new Segment(WEIFANG, Standing.FLEXIBLE, FIRST, FIRST.plusMonths(2), 3, Journey.NONE));
    }

    @Test
    void a_gap_and_another_place_each_begin_a_new_one() {
        assertThat(Segment.of(List.of(at(WEIFANG, 0), at(WEIFANG, 2), at(QINGDAO, 3))))
                .containsExactly(
                        new Segment(WEIFANG, Standing.FLEXIBLE, FIRST, FIRST, 1, Journey.NONE),
                        new Segment(
                                WEIFANG, Standing.FLEXIBLE, FIRST.plusMonths(2), FIRST.plusMonths(2), 1, Journey.NONE),
                        new Segment(
                                QINGDAO, Standing.FLEXIBLE, FIRST.plusMonths(3), FIRST.plusMonths(3), 1, Journey.NONE));
    }

    @Test
    void months_that_left_and_came_back_are_a_segment_each() {
        var left = new Journey(null, new Place("210000"));
        var back = new Journey(new Place("210000"), null);
        assertThat(Segment.of(List.of(
                        at(WEIFANG, 1, back), at(WEIFANG, 0, left), at(WEIFANG, 0, back), at(WEIFANG, 1, left))))
                .containsExactly(
                        new Segment(WEIFANG, Standing.FLEXIBLE, FIRST, FIRST.plusMonths(1), 2, left),
                        new Segment(WEIFANG, Standing.FLEXIBLE, FIRST, FIRST.plusMonths(1), 2, back));
    }

    @Test
    void where_an_employer_begins_to_pay_a_new_one_begins() {
        assertThat(Segment.of(List.of(at(WEIFANG, 0), at(WEIFANG, 1, Journey.NONE, Standing.EMPLOYED))))
                .containsExactly(
                        new Segment(WEIFANG, Standing.FLEXIBLE, FIRST, FIRST, 1, Journey.NONE),
                        new Segment(
                                WEIFANG, Standing.EMPLOYED, FIRST.plusMonths(1), FIRST.plusMonths(1), 1, Journey.NONE));
    }

    @Test
    void nothing_paid_is_no_segment() {
        assertThat(Segment.of(List.of())).isEmpty();
    }

    @Test
    void segments_hold_every_month_once_whatever_the_order() {
        qt().forAll(lists().of(integers().between(0, 60)).ofSizeBetween(0, 40)).check(months -> {
            var paid = months.stream().distinct().map(month -> at(month % 7 == 0 ? QINGDAO : WEIFANG, month));
            var inOrder = paid.toList();
            var shuffled = new ArrayList<>(inOrder);
            Collections.shuffle(shuffled, new Random(1));
            var segments = Segment.of(shuffled);
            return segments.equals(Segment.of(inOrder))
                    && segments.stream()
                            .flatMap(SegmentTest::monthsOf)
                            .sorted()
                            .toList()
                            .equals(inOrder.stream()
                                    .map(PaidMonth::month)
                                    .sorted()
                                    .toList());
        });
    }

    private static Stream<YearMonth> monthsOf(Segment segment) {
        return IntStream.range(0, segment.months())
                .mapToObj(later -> segment.from().plusMonths(later));
    }

    private static PaidMonth at(Place place, int monthsLater) {
        return at(place, monthsLater, Journey.NONE);
    }

    private static PaidMonth at(Place place, int monthsLater, Journey journey) {
        return at(place, monthsLater, journey, Standing.FLEXIBLE);
    }

    private static PaidMonth at(Place place, int monthsLater, Journey journey, Standing standing) {
        return new PaidMonth(
                FIRST.plusMonths(monthsLater),
                place,
                standing,
                new Money(457300),
                new Payment(
                        new Money(36584), new Money(54876), Money.ZERO, new ReceiptNumber("37-20260901-0000000001")),
                journey);
    }
}
