package org.lingbao.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopicsTest {
    @Test
    void the_declared_topics_are_those_of_the_contracts() {
        assertThat(Topics.declared())
                .extracting(Topics.Topic::name)
                .contains("enrollment.person", "contribution.person", "contribution.billing-run")
                .doesNotHaveDuplicates();
        assertThat(Topics.declared())
                .allSatisfy(topic -> assertThat(topic.partitions()).isPositive());
    }

    @Test
    void retention_is_a_period_or_for_ever() {
        assertThat(new Topics.Topic("a", 1, "P1D").retentionMillis()).isEqualTo("86400000");
        assertThat(new Topics.Topic("a", 1, "forever").retentionMillis()).isEqualTo("-1");
        assertThat(new Topics.Topic("a", 1, null).retentionMillis()).isEqualTo("-1");
    }
}
