package org.lingbao.transfer.simulation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingbao.transfer.transfer.domain.CaseId;
import org.lingbao.transfer.transfer.domain.Correspondence;
import org.lingbao.transfer.transfer.domain.Message;
import org.lingbao.transfer.transfer.domain.Move;
import org.lingbao.transfer.transfer.domain.Status;
import org.lingbao.transfer.transfer.domain.TransferIn;
import org.lingbao.transfer.transfer.domain.TransferOut;

/** One case in one cell, as its database has it, and below that what only the process knows. */
final class Docket {
    final CaseId id;

    /** The state of one side or of the other; neither, while a letter has opened no case. */
    @Nullable
    TransferIn in;

    @Nullable
    TransferOut out;

    Correspondence mail = Correspondence.NONE;
    final List<Message> sent = new ArrayList<>();
    int day;

    /** How often somebody has looked at it. */
    int visits;

    /** How often the messages were sent in vain. */
    int tries;

    /** Only the latest alarm sends them again. */
    int alarm;

    Docket(CaseId id) {
        this.id = id;
    }

    boolean isOpen() {
        return in != null && !in.isEnded() || out != null && !out.isEnded();
    }

    boolean isCompleted() {
        return status() == Status.COMPLETED;
    }

    @Nullable
    Status status() {
        if (in != null) {
            return in.status();
        }
        return out == null ? null : out.status();
    }

    @Nullable
    Move move() {
        if (in != null) {
            return in.move();
        }
        return out == null ? null : out.move();
    }

    /** Whether a message waits for its receipt. */
    boolean waits() {
        return mail.heard() < mail.sent();
    }

    @Override
    public String toString() {
        return id.value() + " " + (in == null ? out : in);
    }
}
