package org.lingbao.local.faults;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.lingbao.local.demo.MadeUpNumber;
import org.lingbao.local.faults.Journal.Kind;
import org.lingbao.local.stack.Service;

/** New people, one after the other: each registers, enrolls and chooses what to pay, as far as answers come. */
final class Joining implements Runnable {
    private static final Step REGISTRATION = new Step(Kind.REGISTRATION, Service.ENROLLMENT, "/persons", "/personId");
    private static final Step ENROLLMENT = new Step(Kind.ENROLLMENT, Service.ENROLLMENT, "/enrollments", "/relationId");
    private static final Step PLAN = new Step(Kind.PLAN, Service.CONTRIBUTION, "/plans", "/bill/billId");
    private static final int PREFECTURES = 17;
    private static final int DAYS = 30 * 365;
    private static final int MEN_A_DAY = 500;
    private static final int LOGINS = 900_000_000;
    private static final int CHOICES = 2;
    private static final Map<String, Boolean> STATEMENTS = Map.of("pensioner", false, "employedInsured", false);

    private final Client client;
    private final FreshTokens tokens;
    private final Stock stock;
    private final LocalDate today;
    private final String prefecture;
    private final LocalDate firstBorn;
    private final Deque<Choice> waiting = new ArrayDeque<>();
    private int people;

    /**
     * One of the writes with which somebody joins.
     *
     * @param id where in the answer what was made has its id
     */
    private record Step(Kind kind, Service service, String path, String id) {}

    /** A plan that cannot be chosen before contribution has heard of the person. */
    private record Choice(String person, Command command) {}

    Joining(Client client, FreshTokens tokens, Stock stock, LocalDate today) {
        var random = ThreadLocalRandom.current();
        this.client = client;
        this.tokens = tokens;
        this.stock = stock;
        this.today = today;
        this.prefecture = "37%02d".formatted(1 + random.nextInt(PREFECTURES));
        this.firstBorn = today.minusYears(18).minusDays(random.nextInt(DAYS));
    }

    @Override
    public void run() {
        var login = "citizen-" + (1 + ThreadLocalRandom.current().nextInt(LOGINS));
        var registered = client.write(registration(login));
        if (registered.isEmpty()) {
            return;
        }
        var person = registered.get().body().path("personId").asText();
        if (client.write(enrollment(login, person)).isEmpty()) {
            return;
        }
        stock.joined(new Stock.Member(person, login));
        waiting.add(new Choice(person, plan(login, person)));
        for (var turn = Math.min(CHOICES, waiting.size()); turn > 0; turn--) {
            choose(waiting.removeFirst());
        }
    }

    private void choose(Choice choice) {
        client.write(choice.command())
                .ifPresentOrElse(
                        chosen -> {
                            var bill = chosen.body().path("bill");
                            stock.issued(new Stock.Bill(
                                    bill.path("billId").asText(),
                                    choice.person(),
                                    bill.path("amount").asText()));
                        },
                        () -> waiting.addLast(choice));
    }

    /** A number that no other load has, as good as certainly: men of some days in a row. */
    private String number() {
        var at = people++;
        return MadeUpNumber.of(prefecture, firstBorn.minusDays(at / MEN_A_DAY), 2 * (at % MEN_A_DAY) + 1);
    }

    private Command registration(String login) {
        var body = Map.of("identityNumber", number(), "name", "孙行者", "phone", "13800000000", "hukou", "370702");
        return command(REGISTRATION, "", login, body);
    }

    private Command enrollment(String login, String person) {
        var body = Map.of(
                "personId", person,
                "scheme", "EMPLOYEE",
                "place", "370700",
                "category", "OTHER_FLEXIBLE",
                "channel", "MOBILE_12333",
                "statements", STATEMENTS);
        return command(ENROLLMENT, person, login, body);
    }

    private Command plan(String login, String person) {
        var from = YearMonth.from(today).toString();
        var body = Map.of("personId", person, "scheme", "EMPLOYEE", "base", "4573.00", "period", "MONTH", "from", from);
        return command(PLAN, person, login, body);
    }

    private Command command(Step step, String about, String login, Map<String, ?> body) {
        return new Command(
                step.kind(),
                UUID.randomUUID().toString(),
                about,
                step.service(),
                "POST",
                step.path(),
                () -> tokens.person(login),
                body,
                answer -> answer.at(step.id()).asText());
    }
}
