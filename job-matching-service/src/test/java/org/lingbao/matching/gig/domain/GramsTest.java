package org.lingbao.matching.gig.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import org.junit.jupiter.api.Test;

class GramsTest {

    @Test
    void chinese_is_found_by_single_and_neighbouring_characters_and_words_of_letters_whole() {
        assertThat(Grams.of("招 App外卖骑手，C1驾照").pieces())
                .containsExactly("招", "app", "外", "卖", "骑", "手", "外卖", "卖骑", "骑手", "c1", "驾", "照", "驾照");
    }

    @Test
    void a_question_asks_for_neighbours_and_for_a_character_only_where_it_stands_alone() {
        assertThat(Grams.ofQuestion("焊 外卖骑手").pieces()).containsExactly("焊", "外卖", "卖骑", "骑手");
        assertThat(Grams.ofQuestion(" ，！").isEmpty()).isTrue();
    }

    @Test
    void whatever_is_asked_of_a_text_in_its_own_words_is_in_it() {
        qt().forAll(strings().betweenCodePoints(0x4E00, 0x4E2F).ofLengthBetween(0, 12))
                .check(text -> Grams.of(text)
                        .pieces()
                        .containsAll(Grams.ofQuestion(text).pieces()));
        qt().forAll(strings().basicLatinAlphabet().ofLengthBetween(0, 30))
                .check(text -> Grams.of(text)
                        .pieces()
                        .containsAll(Grams.ofQuestion(text).pieces()));
    }
}
