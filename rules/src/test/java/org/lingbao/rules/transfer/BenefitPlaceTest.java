package org.lingbao.rules.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.booleans;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lingbao.rules.Law;
import org.lingbao.rules.transfer.BenefitPlace.Ground;
import org.lingbao.rules.value.Place;
import org.quicktheories.core.Gen;

class BenefitPlaceTest {
    private static final LocalDate ON = LocalDate.parse("2026-09-01");
    private static final Place WEIFANG = new Place("370702");
    private static final Place PUDONG = new Place("310115");
    private static final Place DALIAN = new Place("210202");
    private static final Place SHENYANG = new Place("210102");
    private static final Place GUANGZHOU = new Place("440100");

    @Test
    void a_relation_in_the_hukou_province_needs_no_years() {
        assertThat(place(WEIFANG, new Place("370000"), List.of())).isEqualTo(at("370000", Ground.HUKOU_RELATION));
    }

    @Test
    void ten_years_may_be_made_up_of_several_cities_of_a_province() {
        var segments = List.of(
                segment(SHENYANG, "2008-01", "2012-12", 60),
                segment(PUDONG, "2013-01", "2017-12", 60),
                segment(DALIAN, "2018-01", "2022-12", 60));
        assertThat(place(WEIFANG, DALIAN, segments)).isEqualTo(at("210000", Ground.TEN_YEARS));
        assertThat(place(WEIFANG, PUDONG, segments)).isEqualTo(at("210000", Ground.EARLIER_TEN_YEARS));
    }

    @Test
    void months_of_a_temporary_account_count_nowhere() {
        var segments = List.of(
                segment(PUDONG, "2010-01", "2019-11", 119),
                new Segment(PUDONG, YearMonth.parse("2019-12"), YearMonth.parse("2022-12"), 37, true));
        assertThat(place(WEIFANG, PUDONG, segments)).isEqualTo(at("370000", Ground.HUKOU_FALLBACK));
    }

    @Test
    void of_two_that_end_in_one_month_the_one_that_began_later_is_the_last() {
        var segments =
                List.of(segment(GUANGZHOU, "2011-01", "2021-12", 120), segment(DALIAN, "2010-01", "2021-12", 144));
        assertThat(place(WEIFANG, PUDONG, segments)).isEqualTo(at("440000", Ground.EARLIER_TEN_YEARS));
        assertThat(place(WEIFANG, PUDONG, segments.reversed())).isEqualTo(at("440000", Ground.EARLIER_TEN_YEARS));
    }

    @Test
    void without_a_hukou_the_most_months_decide_and_of_several_the_last() {
        var segments = List.of(
                segment(PUDONG, "2014-01", "2018-12", 60),
                segment(DALIAN, "2019-01", "2023-12", 60),
                segment(GUANGZHOU, "2024-01", "2024-12", 12));
        assertThat(place(null, GUANGZHOU, segments)).isEqualTo(at("210000", Ground.MOST_MONTHS));
        assertThat(place(null, GUANGZHOU, segments.subList(0, 1))).isEqualTo(at("310000", Ground.MOST_MONTHS));
        assertThat(place(null, GUANGZHOU, List.of())).isEqualTo(at("440000", Ground.MOST_MONTHS));
    }

    @Test
    void the_order_of_the_segments_does_not_matter() {
        qt().forAll(
                        lists().of(segments()).ofSizeBetween(0, 8),
                        places(),
                        integers().between(0, 1000))
                .check((segments, relation, seed) -> {
                    var shuffled = new ArrayList<>(segments);
                    Collections.shuffle(shuffled, new Random(seed));
                    return place(WEIFANG, relation, segments).equals(place(WEIFANG, relation, shuffled))
                            && place(null, relation, segments).equals(place(null, relation, shuffled));
                });
    }

    @Test
    void the_place_is_the_hukou_province_or_one_with_enough_months() {
        qt().forAll(lists().of(segments()).ofSizeBetween(0, 8), places()).check((segments, relation) -> {
            var place = place(WEIFANG, relation, segments);
            var months = segments.stream()
                    .filter(segment ->
                            !segment.temporary() && segment.place().province().equals(place.province()))
                    .mapToInt(Segment::months)
                    .sum();
            return switch (place.ground()) {
                case HUKOU_RELATION, HUKOU_FALLBACK -> place.province().equals(WEIFANG.province());
                case TEN_YEARS, EARLIER_TEN_YEARS -> months >= 120;
                case MOST_MONTHS -> false;
            };
        });
    }

    @Test
    void the_reason_is_told_without_a_code() {
        var trace = Law.standard()
                .transfer()
                .benefitPlace(new Career(WEIFANG, PUDONG, List.of(segment(DALIAN, "2010-01", "2021-12", 144))), ON)
                .trace();
        assertThat(trace.text().zh()).isEqualTo("户籍省份 370000，关系所在省份 310000，待遇领取地 210000（上一个满十年的原参保地，当地 144 个月）");
        assertThat(trace.article()).contains("第六条");
    }

    @Test
    void no_segment_ends_before_it_begins_or_has_less_than_no_months() {
        assertThatThrownBy(() -> segment(PUDONG, "2020-02", "2020-01", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> segment(PUDONG, "2020-01", "2020-02", -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static BenefitPlace place(@Nullable Place hukou, Place relation, List<Segment> segments) {
        return Law.standard()
                .transfer()
                .benefitPlace(new Career(hukou, relation, segments), ON)
                .value();
    }

    private static BenefitPlace at(String province, Ground ground) {
        return new BenefitPlace(new Place(province), ground);
    }

    private static Segment segment(Place place, String from, String to, int months) {
        return new Segment(place, YearMonth.parse(from), YearMonth.parse(to), months, false);
    }

    private static Gen<Place> places() {
        return arbitrary().pick(WEIFANG, PUDONG, DALIAN, SHENYANG, GUANGZHOU);
    }

    private static Gen<Segment> segments() {
        return places().zip(
                        integers().between(0, 300),
                        integers().between(0, 140),
                        booleans().all(),
                        (place, start, months, temporary) -> {
                            var from = YearMonth.of(1998, 1).plusMonths(start);
                            return new Segment(place, from, from.plusMonths(months), months, temporary);
                        });
    }
}
