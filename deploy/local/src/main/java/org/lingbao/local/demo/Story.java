package org.lingbao.local.demo;

import java.io.PrintStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.stack.Cell;
import org.lingbao.local.stack.Home;
import org.lingbao.local.stack.PortPlan;
import org.lingbao.local.stack.Service;

/**
 * The main job (参保、核定、缴费、转移、零工、就业、对账) over public HTTP with real tokens: a worker joins in Liaoning, pays
 * there, goes home to Shandong and takes his rights along, works for a day at an inn and then for a company. Every step is checked, and every step may be repeated: the story goes on
 * after any crash with the same persons and fen.
 */
public final class Story {
    public static final String DAY = "business day";
    public static final String REGISTER = "register";
    public static final String ENROLL = "enroll";
    public static final String TIER = "choose a tier";
    public static final String TAX = "tax bureau";
    public static final String REFUSE = "refuse";
    public static final String MOVE = "go home";
    public static final String JOIN = "join at home";
    public static final String APPLY = "apply for the transfer";
    public static final String SEND = "send the money";
    public static final String ARRIVE = "rights arrive";
    public static final String COMPARE = "compare both sides";
    public static final String COLLEAGUE = "a colleague joins";
    public static final String CHOOSE = "choose a base";
    public static final String LOOK_UP = "look up";
    public static final String PAY = "pay";
    public static final String PAY_AGAIN = "send again";
    public static final String PAY_TWICE = "pay twice";
    public static final String POST_GIG = "a household posts a gig";
    public static final String RECOMMEND = "a gig is recommended";
    public static final String ACCEPT = "accept the gig";
    public static final String SCAN = "come and leave";
    public static final String GIG_PAID = "gig paid";
    public static final String HIRE = "hire";
    public static final String EMPLOYER_PAYS = "the employer's month";
    public static final String STATEMENT = "statement";
    public static final String FORECAST = "forecast";
    public static final String LEAVE = "leave the company";
    public static final String SHANGHAI = "join in Shanghai";
    public static final String MEDICAL_RIDER = "pension and medical in one bill";
    public static final String PROOF = "proof of the ledgers";

    /** How it goes. */
    public enum Plot {
        /** Of one worker, over three months: the business day of both cells is moved. */
        THREE_MONTHS,
        /** The same, and a fourth month in Shanghai. */
        TO_SHANGHAI,
        /** All on the same day, so that it can be told again and again: a colleague pays the month in Weifang. */
        ONE_DAY;

        /** All steps in their order. */
        public List<String> steps() {
            var steps = new ArrayList<>(List.of(DAY, REGISTER, ENROLL, TIER, TAX, REFUSE));
            var threeMonths = this != ONE_DAY;
            if (threeMonths) {
                steps.add(MOVE);
            }
            steps.addAll(List.of(JOIN, APPLY, SEND, ARRIVE, COMPARE));
            if (!threeMonths) {
                steps.add(COLLEAGUE);
            }
            steps.addAll(List.of(CHOOSE, LOOK_UP, PAY, PAY_AGAIN, PAY_TWICE));
            steps.addAll(List.of(POST_GIG, RECOMMEND, ACCEPT, SCAN, GIG_PAID, HIRE));
            if (threeMonths) {
                steps.add(EMPLOYER_PAYS);
            }
            steps.addAll(List.of(STATEMENT, FORECAST));
            if (this == TO_SHANGHAI) {
                steps.addAll(List.of(LEAVE, SHANGHAI, MEDICAL_RIDER));
            }
            steps.add(PROOF);
            return steps;
        }
    }

    private static final int HOME_ON = 9;
    private static final int COLLECTED_ON = 16;

    private final Api weifang;
    private final Api dalian;
    private final Memory memory;
    private final Told told;

    private Story(Api weifang, Memory memory, Told told) {
        this.weifang = weifang;
        this.dalian = weifang.in(Cell.LIAONING);
        this.memory = memory;
        this.told = told;
    }

    /**
     * Tells the story.
     *
     * @param resume whether to go on with the last story
     * @param begins hears the name of each step before its first request
     * @param lines where people read along
     * @param document where the JSON document goes
     */
    public static void tell(
            Home home,
            PortPlan ports,
            Plot plot,
            boolean resume,
            Consumer<String> begins,
            PrintStream lines,
            PrintStream document) {
        var memory = resume ? Memory.resume(home.story()) : Memory.fresh(home.story());
        var told = new Told(lines, begins);
        try {
            var chosen = Plot.valueOf(memory.once("plot", plot::name));
            if (chosen == Plot.TO_SHANGHAI && plot != chosen) {
                throw new PartFailed("The last story goes to Shanghai, whose cell has to run: ./lingbao down, and then"
                        + " ./lingbao demo --resume --cells 37,21,31 goes on with it.");
            }
            new Story(new Api(ports, Cell.SHANDONG), memory, told).tell(chosen);
            document.println(told.document(""));
        } catch (PartFailed e) {
            document.println(told.document(String.valueOf(e.getMessage())));
            throw new NotAsItShouldBe("Step \"" + told.current() + "\": " + e.getMessage());
        }
    }

    private void tell(Plot plot) {
        told.begin(DAY);
        var day = dalian.get(Service.CONTRIBUTION, "/business-day", dalian.signIn("operator"))
                .expect(200)
                .text("day");
        var cast = Cast.of(memory, day);
        told.figure("businessDay", cast.day().toString());
        told.say("The main job in Liaoning and Shandong; business day " + cast.day() + ", amounts in yuan");
        liaoning(cast);
        var threeMonths = plot != Plot.ONE_DAY;
        var paidOn = threeMonths ? cast.day().plusMonths(1).withDayOfMonth(HOME_ON) : cast.day();
        transfer(cast, threeMonths, paidOn);
        var worker = threeMonths ? cast.zhao() : colleague(cast);
        pay(worker, paidOn);
        gig(worker, cast, paidOn);
        var bases = work(worker, cast, threeMonths, paidOn);
        look(worker, bases);
        if (plot == Plot.TO_SHANGHAI) {
            shanghai(worker, paidOn.plusMonths(1).withDayOfMonth(COLLECTED_ON));
        }
        new ProofChapter(dalian, weifang, memory, told).proof();
        told.say("All as it should be.");
    }

    private void liaoning(Cast cast) {
        var chapter = new LiaoningChapter(dalian, memory, told, cast);
        chapter.register();
        chapter.enroll();
        chapter.tier();
        chapter.tax();
        new JoiningChapter(weifang, memory, told).refuse(cast.sun());
    }

    private void transfer(Cast cast, boolean later, LocalDate day) {
        var chapter = new TransferChapter(dalian, weifang, memory, told, cast);
        if (later) {
            chapter.move(day);
        }
        chapter.join();
        chapter.apply();
        chapter.send();
        chapter.arrive();
        chapter.compare();
    }

    private Worker colleague(Cast cast) {
        told.begin(COLLEAGUE);
        var joining = new JoiningChapter(weifang, memory, told);
        var masked = joining.register(cast.qian(), "370702");
        var reply = joining.enroll(cast.qian(), TransferChapter.WEIFANG, Map.of("workPlace", "370705"));
        told.end(cast.qian().name() + ", courier (快递员), registers in Weifang as " + masked + " and joins: receipt "
                + reply.text("receiptNumber"));
        return cast.qian();
    }

    private void pay(Worker worker, LocalDate day) {
        var chapter = new PayingChapter(weifang, memory, told, worker, day);
        chapter.choose();
        chapter.lookUp();
        chapter.pay();
        chapter.payAgain();
        chapter.payTwice();
    }

    private void gig(Worker worker, Cast cast, LocalDate day) {
        var chapter = new InnChapter(weifang, memory, told, worker, cast.li(), day);
        chapter.post();
        chapter.recommend();
        chapter.accept();
        chapter.scan();
        chapter.paid();
    }

    /** @return the months that the worker has paid by now */
    private List<PaidMonth> work(Worker worker, Cast cast, boolean threeMonths, LocalDate day) {
        var chapter = new EmployerChapter(weifang, memory, told, worker);
        chapter.hire(day);
        var paid = YearMonth.from(day);
        var own = new PaidMonth(
                paid, TransferChapter.WEIFANG, PayingChapter.BASE, PayingChapter.ACCOUNT, PayingChapter.POOLED);
        if (!threeMonths) {
            return List.of(own);
        }
        var later = day.plusMonths(1).withDayOfMonth(COLLECTED_ON);
        BusinessDays.move(later, dalian, weifang);
        chapter.pays(paid.plusMonths(1), later);
        return List.of(
                new PaidMonth(
                        cast.month(),
                        LiaoningChapter.DALIAN,
                        LiaoningChapter.BASE,
                        LiaoningChapter.ACCOUNT,
                        LiaoningChapter.POOLED),
                own,
                new PaidMonth(
                        paid.plusMonths(1),
                        TransferChapter.WEIFANG,
                        EmployerChapter.BASE,
                        EmployerChapter.PERSONAL,
                        EmployerChapter.EMPLOYER));
    }

    private void look(Worker worker, List<PaidMonth> months) {
        new ProofChapter(dalian, weifang, memory, told).statement(worker, months);
        new ForecastChapter(weifang, told, worker)
                .look(months.stream().map(PaidMonth::base).toList());
    }

    private void shanghai(Worker worker, LocalDate lastDay) {
        var api = weifang.in(Cell.SHANGHAI);
        var chapter = new ShanghaiChapter(weifang, api, memory, told, worker);
        chapter.leave(lastDay);
        var day = lastDay.plusMonths(1).withDayOfMonth(1);
        BusinessDays.move(day, dalian, weifang, api);
        chapter.join(YearMonth.from(day));
        chapter.bill(YearMonth.from(day));
    }
}
