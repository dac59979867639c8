package org.lingbao.platform.outbox;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "thing")
public class ThingRow extends PanacheEntityBase {
    @Id
    public @Nullable UUID id;

    public @Nullable String name;

    static ThingRow of(UUID id, String name) {
        var row = new ThingRow();
        row.id = id;
        row.name = name;
        return row;
    }
}
