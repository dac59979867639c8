package org.lingbao.transfer.simulation;

import org.lingbao.transfer.transfer.domain.Message;
import org.lingbao.transfer.transfer.domain.Receipt;

/** What lies between the cells: loses, doubles and delays. */
final class Network {
    private final World world;

    Network(World world) {
        this.world = world;
    }

    void send(Message message) {
        carry(() -> world.cell(message.to()).receive(message));
    }

    void reply(Cell from, Message message, Receipt receipt) {
        carry(() -> world.other(from).receive(message.caseId(), receipt));
    }

    /** Tells the sender that something is missing before this message. */
    void gap(Cell from, Message message) {
        world.tally.gaps++;
        carry(() -> world.other(from).resend(message.caseId()));
    }

    private void carry(Runnable delivery) {
        world.tally.packets++;
        var weather = world.weather();
        var copies = world.dice.percent(weather.repeat()) ? 2 : 1;
        for (var copy = 0; copy < copies; copy++) {
            if (world.dice.percent(weather.drop())) {
                world.tally.dropped++;
            } else {
                world.agenda.after(world.delay(), delivery);
            }
        }
    }
}
