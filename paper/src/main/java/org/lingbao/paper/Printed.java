package org.lingbao.paper;

import java.util.ArrayList;

/** Makes files of papers: the same words and the same code each time. */
final class Printed {
    private Printed() {}

    static byte[] of(Paper paper, Format format) {
        var legible = legible(paper);
        return switch (format) {
            case PDF -> PdfPaper.of(legible);
            case OFD -> OfdPaper.of(legible);
        };
    }

    /** In letters that there are, with the code as the first remark. */
    private static Paper legible(Paper paper) {
        var remarks = new ArrayList<String>();
        remarks.add("验证码：" + paper.proof().code());
        remarks.addAll(paper.remarks());
        return new Paper(
                Lettering.legible(paper.title()),
                Lettering.legible(paper.number()),
                paper.lines().stream()
                        .map(line -> new Paper.Line(Lettering.legible(line.label()), Lettering.legible(line.value())))
                        .toList(),
                remarks.stream().map(Lettering::legible).toList(),
                paper.proof());
    }
}
