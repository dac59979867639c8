package org.lingbao.enrollment.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlainNameTest {

    @Test
    void how_a_name_was_typed_makes_no_difference() {
        for (var typed : List.of("阿不都·热合曼", "阿不都•热合曼", "阿不都．热合曼", " 阿不都 热合曼", "阿不都\u3000热合曼\u200B", "阿不都-热合曼")) {
            assertThat(PlainName.of(typed)).as(typed).isEqualTo("阿不都热合曼");
        }
        assertThat(PlainName.of("Ｓｍｉｔｈ, john")).isEqualTo(PlainName.of("SMITH, John"));
    }

    @Test
    void other_names_stay_other_names() {
        assertThat(PlainName.of("赵强")).isNotEqualTo(PlainName.of("赵强生"));
        assertThat(PlainName.of("王芳")).isNotEqualTo(PlainName.of("王方"));
    }
}
