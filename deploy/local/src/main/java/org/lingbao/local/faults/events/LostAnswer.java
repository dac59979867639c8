package org.lingbao.local.faults.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.lingbao.local.faults.Ground;
import org.lingbao.local.faults.Trial;
import org.lingbao.local.faults.events.Databases.Owner;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Ports;
import org.lingbao.local.stack.Cell;
import org.lingbao.local.stack.Service;

/** Somebody applies; enrollment is killed as soon as its decision is in the database, and its answer is read by nobody. */
record LostAnswer() implements Trial {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Owner ENROLLMENT = new Owner(Cell.SHANDONG, Service.ENROLLMENT);
    private static final Duration DECIDED = Duration.ofSeconds(30);
    private static final int TIMES = 4;

    @Override
    public String name() {
        return "lost-answer";
    }

    @Override
    public String sentence() {
        return "enrollment killed with -9 between its decision and its answer: the same application under the same key gets"
                + " the receipt of that decision, and there is one relation";
    }

    @Override
    public String run(Ground ground) {
        var times = ground.brief() ? 1 : TIMES;
        for (var time = 0; time < times; time++) {
            once(ground);
        }
        return times + " answers lost, " + times + " receipts told again";
    }

    private static void once(Ground ground) {
        var databases = new Databases(ground);
        var somebody = Newcomer.registers(ground);
        var of = " from application where person_id = '" + somebody.person() + "'";
        var key = Newcomer.fresh();
        try {
            applies(ground, somebody, key, () -> {
                awaitDecision(databases, "select count(*)" + of);
                ground.kill(ENROLLMENT.toString());
            });
        } finally {
            ground.startMissing().run();
        }
        var decided = databases.column(ENROLLMENT, "select receipt_number" + of).getFirst();
        var code = databases.column(ENROLLMENT, "select verification_code" + of).getFirst();
        var again = somebody.api()
                .post(Service.ENROLLMENT, "/enrollments", token(somebody), key, somebody.application())
                .expect(201)
                .with("receiptNumber", decided)
                .with("verificationCode", code);
        if (!again.replayed()) {
            throw new PartFailed("The application was decided again: " + decided);
        }
        exactlyOne(databases, "select count(*)" + of);
        exactlyOne(databases, "select count(*) from relation where person_id = '" + somebody.person() + "'");
    }

    private static void awaitDecision(Databases databases, String count) {
        var deadline = System.nanoTime() + DECIDED.toNanos();
        while (databases.number(ENROLLMENT, count) == 0) {
            if (System.nanoTime() > deadline) {
                throw new PartFailed("An application is not decided within " + DECIDED.toSeconds() + " s.");
            }
        }
    }

    /** Sends it, and hangs up without having read a byte. */
    private static void applies(Ground ground, Newcomer somebody, String key, Runnable meanwhile) {
        var port = ground.ports().service(Cell.SHANDONG, Service.ENROLLMENT);
        try (var socket = new Socket(Ports.HOST, port)) {
            var body = JSON.writeValueAsString(somebody.application());
            var request = new HangUp.Request(port, "POST", "/enrollments", token(somebody), key, body);
            socket.getOutputStream().write(request.head());
            socket.getOutputStream().write(body.getBytes(UTF_8));
            socket.getOutputStream().flush();
            meanwhile.run();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new PartFailed("enrollment cannot be asked: " + e.getMessage(), e);
        }
    }

    private static String token(Newcomer somebody) {
        return somebody.api().signIn(somebody.login());
    }

    private static void exactlyOne(Databases databases, String count) {
        var found = databases.number(ENROLLMENT, count);
        if (found != 1) {
            throw new PartFailed(count + ": " + found + " instead of one.");
        }
    }
}
