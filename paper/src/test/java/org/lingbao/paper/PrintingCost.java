package org.lingbao.paper;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.lingbao.paper.Paper.Line;

/** What a paper costs: time and memory of one thread. A program, not a test: {@code docs/operating/performance.md} has what it said. */
final class PrintingCost {
    private static final int WARM_UP = 300;
    private static final int PAPERS = 500;
    private static final int NANOS_A_MICRO = 1000;
    private static final String USUAL = "赵强";
    /** Beyond the first 65,536 characters of Unicode, where a subset of the font does not reach. */
    private static final String RARE = "赵𣲗";

    private PrintingCost() {}

    public static void main(String[] arguments) {
        var before = heap();
        var begun = System.nanoTime();
        var _ = Lettering.legible(USUAL);
        System.out.printf(
                "font read in %d ms, %d MB held%n",
                (System.nanoTime() - begun) / 1_000_000, (heap() - before) / 1_000_000);
        for (var format : Format.values()) {
            var _ = print(format, USUAL, WARM_UP);
            System.out.println(format + " " + print(format, USUAL, PAPERS));
            System.out.println(format + " of a rare name " + print(format, RARE, WARM_UP / 10));
        }
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static String print(Format format, String name, int papers) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        var allocated = threads.getCurrentThreadAllocatedBytes();
        var begun = threads.getCurrentThreadCpuTime();
        var bytes = IntStream.range(0, papers)
                .map(i -> Printed.of(paper(i, name), format).length)
                .sum();
        var micros = (threads.getCurrentThreadCpuTime() - begun) / NANOS_A_MICRO / papers;
        return "%d µs of processor, %d kB allocated, %d kB large"
                .formatted(
                        micros,
                        (threads.getCurrentThreadAllocatedBytes() - allocated) / papers / 1000,
                        bytes / papers / 1000);
    }

    private static Paper paper(int number, String name) {
        return new Paper(
                "社会保险参保证明",
                "证明编号：37-EC-20260901-" + number,
                List.of(
                        new Line("姓名", name),
                        new Line("社会保障号码", "**************9633"),
                        new Line("险种", "企业职工基本养老保险"),
                        new Line("参保地", "潍坊市（370700）"),
                        new Line("缴费主体", "个人（灵活就业）"),
                        new Line("参保起始月", "2026年9月"),
                        new Line("参保终止月", "—（参保关系存续）"),
                        new Line("开具日期", "2026年9月1日")),
                List.of("本证明所载为开具之日的参保登记情况；扫描二维码或凭验证码可查验真伪以及是否仍与登记一致。", "本证明不代表已经缴费，缴费情况以缴费凭证为准。"),
                new Paper.Proof(
                        "E0123456789ABCDEF0123456789ABCDEF",
                        "https://enrollment.37.lingbao.example/verify/E0123456789ABCDEF0123456789ABCDEF" + number));
    }
}
