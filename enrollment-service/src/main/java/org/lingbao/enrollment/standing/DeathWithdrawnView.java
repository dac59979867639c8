package org.lingbao.enrollment.standing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A death that is no fact any more.
 *
 * @param diedOn the day that was on record
 * @param live the relations that go on, as they are reckoned without it
 * @param toDo what is not done of itself and who withdrew it must see to
 */
record DeathWithdrawnView(UUID personId, LocalDate diedOn, List<UUID> live, List<ToDo> toDo) {

    /** In both languages, because it is also printed. */
    record ToDo(String code, Words detail, Words howToFix) {}

    record Words(String zh, String en) {}
}
