package org.lingbao.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ReplyTest {
    private static Reply reply(int status, String json) throws JsonProcessingException {
        return new Reply("POST /plans", status, false, new ObjectMapper().readTree(json));
    }

    @Test
    void an_unexpected_status_is_told_with_every_reason() throws JsonProcessingException {
        var refused = reply(
                422, "{\"errors\":[{\"code\":\"BASE_BELOW_LOWER_LIMIT\",\"detail\":\"too low\"},{\"code\":\"TWO\"}]}");

        assertThatThrownBy(() -> assertThat(refused.expect(201)).isNull())
                .isInstanceOf(NotAsItShouldBe.class)
                .hasMessage("POST /plans answered 422 instead of 201: BASE_BELOW_LOWER_LIMIT too low; TWO ");
    }

    @Test
    void another_amount_is_told_with_both() throws JsonProcessingException {
        var bill = reply(201, "{\"bill\":{\"amount\":\"914.61\"}}");

        assertThatThrownBy(() -> assertThat(bill.with("bill/amount", "914.60")).isNull())
                .isInstanceOf(NotAsItShouldBe.class)
                .hasMessage("POST /plans: bill/amount is 914.61 instead of 914.60.");
    }

    @Test
    void a_missing_field_is_named() throws JsonProcessingException {
        var empty = reply(201, "{}");

        assertThatThrownBy(() -> assertThat(empty.text("planId")).isNull()).hasMessageContaining("without planId");
    }
}
