package org.lingbao.local.bench;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Sets one parameter of a statement after the other. */
final class Row {
    private final PreparedStatement statement;
    private int last;

    Row(PreparedStatement statement) {
        this.statement = statement;
    }

    void of(Object... values) throws SQLException {
        for (var value : values) {
            statement.setObject(++last, value);
        }
    }
}
