package org.lingbao.local.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
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
    private static final int PREFECTURES = 17;
    private static final int DAYS = 30 * 365;
    private static final int MEN_A_DAY = 500;
    private static final int LOGINS = 900_000_000;
    private static final int CHOICES = 2;
    private static final Map<String, Boolean> STATEMENTS = Map.of("pensioner", false, "employedInsured", false);

    private final Client client;
    private final Badges badges;
    private final Stock stock;
    private final LocalDate today;
    private final String prefecture;
    private final LocalDate firstBorn;
    private final Deque<Choice> waiting = new ArrayDeque<>();
    private int people;

    /** A plan that cannot be chosen before contribution has heard of the person. */
    private record Choice(String person, Command command) {}

    Joining(Client client, Badges badges, Stock stock, LocalDate today) {
        var random = ThreadLocalRandom.current();
        this.client = client;
        this.badges = badges;
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
        return command(
                Kind.REGISTRATION,
                "",
                login,
                Service.ENROLLMENT,
                "/persons",
                body,
                answer -> answer.path("personId").asText());
    }

    private Command enrollment(String login, String person) {
        var body = Map.of(
                "personId", person,
                "scheme", "EMPLOYEE",
                "place", "370700",
                "category", "OTHER_FLEXIBLE",
                "channel", "MOBILE_12333",
                "statements", STATEMENTS);
        return command(
                Kind.ENROLLMENT,
                person,
                login,
                Service.ENROLLMENT,
                "/enrollments",
                body,
                answer -> answer.path("relationId").asText());
    }

    private Command plan(String login, String person) {
        var body = Map.of(
                "personId", person,
                "scheme", "EMPLOYEE",
                "base", "4573.00",
                "period", "MONTH",
                "from", today.toString().substring(0, "2026-09".length()));
        return command(
                Kind.PLAN,
                person,
                login,
                Service.CONTRIBUTION,
                "/plans",
                body,
                answer -> answer.at("/bill/billId").asText());
    }

    private Command command(
            Kind kind,
            String about,
            String login,
            Service service,
            String path,
            Map<String, ?> body,
            java.util.function.Function<JsonNode, String> learn) {
        var key = UUID.randomUUID().toString();
        return new Command(kind, key, about, service, "POST", path, () -> badges.person(login), body, learn);
    }
}
