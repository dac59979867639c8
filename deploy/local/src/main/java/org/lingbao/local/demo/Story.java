package org.lingbao.local.demo;

import java.io.PrintStream;
import java.util.List;
import java.util.function.Consumer;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.stack.Cell;
import org.lingbao.local.stack.Home;
import org.lingbao.local.stack.PortPlan;
import org.lingbao.local.stack.Service;

/**
 * The main job (参保、核定、缴费、对账) from a worker's application to the statement, over public HTTP with real tokens.
 * Every step is checked, and every step may be repeated: the story goes on after any crash with the same person and fen.
 */
public final class Story {
    public static final String DAY = "business day";
    public static final String REGISTER = "register";
    public static final String ENROLL = "enroll";
    public static final String REFUSE = "refuse";
    public static final String CHOOSE = "choose a base";
    public static final String LOOK_UP = "look up";
    public static final String PAY = "pay";
    public static final String PAY_AGAIN = "send again";
    public static final String PAY_TWICE = "pay twice";
    public static final String STATEMENT = "statement";
    public static final String PROOF = "proof of the ledger";

    /** All steps in their order. */
    public static final List<String> STEPS =
            List.of(DAY, REGISTER, ENROLL, REFUSE, CHOOSE, LOOK_UP, PAY, PAY_AGAIN, PAY_TWICE, STATEMENT, PROOF);

    private final Api api;
    private final Memory memory;
    private final Told told;

    private Story(Api api, Memory memory, Told told) {
        this.api = api;
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
            boolean resume,
            Consumer<String> begins,
            PrintStream lines,
            PrintStream document) {
        var memory = resume ? Memory.resume(home.story()) : Memory.fresh(home.story());
        var told = new Told(lines, begins);
        try {
            new Story(new Api(ports, Cell.SHANDONG), memory, told).tell();
            document.println(told.document(""));
        } catch (PartFailed e) {
            document.println(told.document(String.valueOf(e.getMessage())));
            throw new NotAsItShouldBe("Step \"" + told.current() + "\": " + e.getMessage());
        }
    }

    private void tell() {
        told.begin(DAY);
        var day = api.get(Service.CONTRIBUTION, "/business-day", api.signIn("operator"))
                .expect(200)
                .text("day");
        var cast = Cast.of(memory, day);
        told.figure("businessDay", day);
        told.say("The main job in Weifang (潍坊 370700), Shandong; business day " + day + ", amounts in yuan");
        var joining = new JoiningChapter(api, memory, told, cast);
        joining.register();
        joining.enroll();
        joining.refuse();
        var paying = new PayingChapter(api, memory, told, cast);
        paying.choose();
        paying.lookUp();
        paying.pay();
        paying.payAgain();
        paying.payTwice();
        paying.statement();
        paying.proof();
        told.say("All as it should be.");
    }
}
