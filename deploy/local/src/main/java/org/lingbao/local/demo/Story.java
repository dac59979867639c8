package org.lingbao.local.demo;

import java.io.PrintStream;
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
     * @param lines where people read along
     * @param document where the JSON document goes
     * @param resume whether to go on with the last story
     */
    public static void tell(Home home, PortPlan ports, boolean resume, PrintStream lines, PrintStream document) {
        var memory = resume ? Memory.resume(home.story()) : Memory.fresh(home.story());
        var told = new Told(lines);
        try {
            new Story(new Api(ports, Cell.SHANDONG), memory, told).tell();
            document.println(told.document(""));
        } catch (PartFailed e) {
            document.println(told.document(String.valueOf(e.getMessage())));
            throw new NotAsItShouldBe("Step \"" + told.current() + "\": " + e.getMessage());
        }
    }

    private void tell() {
        told.begin("business day");
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
