package org.lingbao.rules.shortfall;

import java.util.List;

/**
 * All that is open to a person (可选办理方式).
 *
 * @param missingMonths how many months are missing, 0 where there are enough
 * @param open sorted by name
 * @param unconfirmed of these, what rests on conditions that nobody has confirmed: an agency decides, not a machine
 */
public record Exits(int missingMonths, List<Exit> open, List<Exit> unconfirmed) {
    public Exits {
        open = List.copyOf(open);
        unconfirmed = List.copyOf(unconfirmed);
    }
}
