package org.lingbao.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.lingbao.local.part.PartFailed;

class PortPlanTest {
    @Test
    void a_service_listens_where_its_cell_and_number_say() {
        var plan = PortPlan.of("");
        assertThat(plan.service(Cell.SHANDONG, Service.ENROLLMENT)).isEqualTo(8371);
        assertThat(plan.service(Cell.SHANDONG, Service.JOB_MATCHING)).isEqualTo(8374);
        assertThat(plan.service(new Cell(21), Service.CONTRIBUTION)).isEqualTo(8212);
        assertThat(plan.issuer()).isEqualTo(8010);
    }

    @Test
    void one_offset_moves_all_ports() {
        var plan = PortPlan.of(" 1000 ");
        assertThat(plan.service(Cell.SHANDONG, Service.ENROLLMENT)).isEqualTo(9371);
        assertThat(plan.kafka()).isEqualTo(9012);
    }

    @Test
    void an_offset_that_makes_no_sense_is_refused_in_one_sentence() {
        assertThatThrownBy(() -> assertThat(PortPlan.of("many")).isNotNull())
                .isInstanceOf(PartFailed.class)
                .hasMessage("LINGBAO_PORT_OFFSET must be a whole number, not \"many\".");
        assertThatThrownBy(() -> assertThat(PortPlan.of("60000")).isNotNull())
                .isInstanceOf(PartFailed.class)
                .hasMessageContaining("leaves no room");
    }

    @Test
    void a_free_offset_avoids_ports_that_are_taken() throws IOException {
        var first = PortPlan.free();
        try (var taken = new ServerSocket(first.postgres(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(PortPlan.free().postgres()).isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void a_taken_port_is_named_with_its_owner_and_the_way_out() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> PortOwner.refuseTaken("Kafka", taken.getLocalPort()))
                    .isInstanceOf(PartFailed.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " (Kafka) is taken by pid "
                            + ProcessHandle.current().pid() + " (java)")
                    .hasMessageContaining("LINGBAO_PORT_OFFSET");
        }
    }
}
