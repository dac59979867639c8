package org.lingbao.enrollment.channel;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A way by which an application comes in (办理渠道). Every channel uses the same API; the record keeps which one it was.
 *
 * @param code stable, for programs
 * @param zh its name
 * @param en its name in English
 * @param alsoCalled by what other names the rules of a place call it
 * @param callers whose token may come through it: a counter needs a clerk or a bank's terminal, a web site the person
 * @param confirmations by which of these the person confirms what another does there; empty: nobody else acts through it
 * @param cells the provinces that offer it; empty: all
 * @param address its official address, so that a false one can be told from it
 */
record Channel(
        String code,
        String zh,
        String en,
        Set<String> alsoCalled,
        Kind kind,
        Set<String> callers,
        Set<Confirmation.Kind> confirmations,
        Set<String> cells,
        @Nullable String address) {

    /** How the person meets the channel. */
    public enum Kind {
        /** The person alone, on the web or a phone. */
        ONLINE,
        /** A clerk, or a bank's terminal, acts for the person; the record keeps both. */
        COUNTER,
        /** A machine at an agency, a bank or in a village. */
        SELF_SERVICE
    }

    public Channel(
            String code,
            String zh,
            String en,
            @Nullable Set<String> alsoCalled,
            Kind kind,
            @Nullable Set<String> callers,
            @Nullable Set<Confirmation.Kind> confirmations,
            @Nullable Set<String> cells,
            @Nullable String address) {
        this.code = code;
        this.zh = zh;
        this.en = en;
        this.alsoCalled = alsoCalled == null ? Set.of() : Set.copyOf(alsoCalled);
        this.kind = kind;
        this.callers = callers == null ? Set.of() : Set.copyOf(callers);
        this.confirmations = confirmations == null ? Set.of() : Set.copyOf(confirmations);
        this.cells = cells == null ? Set.of() : Set.copyOf(cells);
        this.address = address;
    }

    boolean isOfferedIn(String cell) {
        return cells.isEmpty() || cells.contains(cell);
    }
}
