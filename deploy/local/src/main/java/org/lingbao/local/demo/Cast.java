package org.lingbao.local.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Who plays: new people for every story, so that it can be told again on the same stack.
 *
 * @param zhao a ride-hailing driver from Weifang, who has worked in Dalian
 * @param qian a courier in Weifang
 * @param sun who is fifteen
 * @param li whose household in Weifang needs a driver for a day
 * @param day on which the story began
 */
record Cast(Worker zhao, Worker qian, Worker sun, Worker li, LocalDate day) {
    static final String TERMINAL = "terminal-370702-0001";

    private static final int CITIZENS = 900_000_000;

    static Cast of(Memory memory, String today) {
        var day = LocalDate.parse(memory.once("day", () -> today));
        return new Cast(
                new Worker("zhao", "Zhao Qiang (赵强)", "赵强", login(memory, "zhao"), grown(memory, "zhao", day)),
                new Worker("qian", "Qian Wei (钱伟)", "钱伟", login(memory, "qian"), grown(memory, "qian", day)),
                new Worker("sun", "Sun Xiaoli (孙小丽)", "孙小丽", login(memory, "sun"), young(memory, day)),
                new Worker("li", "Li Gang (李刚)", "李刚", login(memory, "li"), grown(memory, "li", day)),
                day);
    }

    /** 18 to 48 years before the day: old enough to work, and far from retirement. */
    private static String grown(Memory memory, String who, LocalDate day) {
        return memory.once(
                who + ".number",
                () -> MadeUpNumber.of("3707", day.minusYears(18).minusDays(random(30 * 365)), 2 * random(500) + 1));
    }

    private static String young(Memory memory, LocalDate day) {
        return memory.once(
                "sun.number",
                () -> MadeUpNumber.of("2306", day.minusYears(15).minusDays(random(360)), 2 * random(500)));
    }

    private static String login(Memory memory, String who) {
        return memory.once(who + ".login", () -> "citizen-" + (1 + random(CITIZENS)));
    }

    private static int random(int bound) {
        return ThreadLocalRandom.current().nextInt(bound);
    }

    YearMonth month() {
        return YearMonth.from(day);
    }
}
