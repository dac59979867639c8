package org.lingbao.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lingbao.local.demo.Api;
import org.lingbao.local.demo.MadeUpNumber;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Ports;
import org.lingbao.local.stack.Service;

/**
 * People of a city who have not joined yet, before a clerk at a counter. One of them comes to the counter as anybody does; the
 * others are simply written, with that one's number and name as the service sealed them: how they come to be is not what is
 * measured.
 */
final class Applicants {
    private static final LocalDate BORN = LocalDate.of(1990, 4, 12);
    private static final String HUKOU = "370702";

    /** Each has an index of its own: nobody else has the number and the phone. */
    private static final String MADE = """
            create temporary table made as
                select uuidv7() as person, p.* from person p cross join generate_series(1, %1$d) where p.id = '%2$s'""";

    private static final String PERSONS = """
            insert into person (id, identity_number, identity_index, identity_kind, name, phone, phone_index, birth_date, sex,
                                hukou, registered_on)
            select person, identity_number, sha256(decode(md5('number ' || person), 'hex')), identity_kind, name, phone,
                   sha256(decode(md5('phone ' || person), 'hex')), birth_date, sex, hukou, registered_on
            from made""";

    private static final String AREAS = """
            insert into person_area (person_id, place, because)
            select person, place, because from made
            cross join (values ('370702', 'HUKOU'), ('370700', 'AGENCY')) as areas (place, because)""";

    private static final int CREATED = 201;
    private static final String ENROLLMENTS = "/enrollments/";

    private final Ground ground;
    private final Sql sql;
    private final UUID sample;

    Applicants(Ground ground, Sql sql) {
        this.ground = ground;
        this.sql = sql;
        var api = ground.api();
        this.sample = UUID.fromString(register(api));
        try (var line = new Line(ground.port())) {
            var enrolled = enroll(line, head(), sample);
            assert enrolled != null;
        }
    }

    private static String register(Api api) {
        var body = Map.of(
                "identityNumber",
                MadeUpNumber.of("3707", BORN, 1),
                "name",
                "孙行者",
                "phone",
                "13800000000",
                "hukou",
                HUKOU);
        var token = api.signIn("li.clerk");
        return api.post(Service.ENROLLMENT, "/persons", token, UUID.randomUUID().toString(), body)
                .expect(CREATED)
                .text("personId");
    }

    /** The one who came to the counter, and has joined. */
    UUID sample() {
        return sample;
    }

    /** Some more of them, in an order of chance. */
    List<UUID> come(int persons) {
        sql.execute(MADE.formatted(persons, sample), PERSONS, AREAS);
        var come = sql.rows("select person from made order by md5(person::text)", row -> row.getObject(1, UUID.class));
        sql.execute(
                "drop table made", "vacuum analyze person", "vacuum analyze person_area", "vacuum analyze relation");
        sql.execute("vacuum analyze application", "checkpoint");
        return come;
    }

    /** What each request of the counter begins with, its token included. */
    String head() {
        return """
                POST /enrollments HTTP/1.1\r
                Host: %s:%d\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Accept: application/json, application/problem+json\r
                Accept-Language: en\r
                """.formatted(Ports.HOST, ground.port(), ground.api().signIn("li.clerk"));
    }

    /**
     * Applies for one of them.
     *
     * @return the id of the application, which was accepted
     */
    static UUID enroll(Line line, String head, UUID person) {
        var body = "{\"personId\":\"" + person
                + "\",\"scheme\":\"EMPLOYEE\",\"place\":\"370700\",\"category\":\"OTHER_FLEXIBLE\","
                + "\"channel\":\"AGENCY_COUNTER\",\"confirmation\":{\"kind\":\"CARD\",\"reference\":\"READER-0001\"},"
                + "\"statements\":{\"pensioner\":false,\"employedInsured\":false}}";
        var request = head + "Idempotency-Key: " + person + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        try {
            var location = line.ask(request.getBytes(UTF_8))
                    .expect(CREATED)
                    .header("Location")
                    .orElse("");
            return UUID.fromString(location.substring(location.indexOf(ENROLLMENTS) + ENROLLMENTS.length()));
        } catch (IOException e) {
            throw new PartFailed("The service hung up: " + e.getMessage(), e);
        }
    }
}
