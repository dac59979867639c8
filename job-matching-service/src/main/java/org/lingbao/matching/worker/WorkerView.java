package org.lingbao.matching.worker;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.matching.wire.Pay;
import org.lingbao.matching.wire.Position;

/**
 * A worker, to the person alone.
 *
 * @param workerId what employers see instead of the person
 * @param consent whether the person's consent holds; without it nobody is shown this
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorkerView(
        UUID workerId,
        List<String> occupations,
        String place,
        Position position,
        int radius,
        LocalDate freeFrom,
        @Nullable LocalDate freeUntil,
        @Nullable Pay floor,
        boolean recommendations,
        boolean consent,
        LocalDate statedOn) {

    static WorkerView of(Row row) {
        var floor = row.getLong("floor_fen");
        return new WorkerView(
                row.getUUID("worker_id"),
                List.of(row.getArrayOfStrings("occupations")),
                row.getString("place"),
                Position.ofMicro(row.getInteger("lat_micro"), row.getInteger("lon_micro")),
                row.getInteger("radius_m"),
                row.getLocalDate("free_from"),
                row.getLocalDate("free_until"),
                floor == null ? null : Pay.of(floor, row.getString("floor_unit")),
                row.getBoolean("recommendations"),
                row.getBoolean("consent"),
                row.getLocalDate("stated_on"));
    }
}
