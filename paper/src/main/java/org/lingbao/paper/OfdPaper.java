package org.lingbao.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dom4j.DocumentException;
import org.ofdrw.font.Font;
import org.ofdrw.layout.OFDDoc;
import org.ofdrw.layout.PageLayout;
import org.ofdrw.layout.element.AFloat;
import org.ofdrw.layout.element.Clear;
import org.ofdrw.layout.element.Div;
import org.ofdrw.layout.element.Paragraph;
import org.ofdrw.layout.element.TextAlign;
import org.ofdrw.layout.element.canvas.Canvas;

/**
 * A paper as OFD (GB/T 33190), by OFDRW. Lengths in millimetres. It works with files below {@code java.io.tmpdir}, which are gone
 * when the paper is made.
 */
final class OfdPaper {
    private static final int MARGIN = 25;
    private static final int WIDTH = 160;
    private static final int LABELS = 45;
    private static final int QR_CODE = 35;

    private OfdPaper() {}

    static byte[] of(Paper paper) {
        var file = new ByteArrayOutputStream();
        try (var document = new OFDDoc(file)) {
            write(paper, document, font(letters(paper, document)));
        } catch (IOException | DocumentException e) {
            throw new IllegalStateException("no paper could be made", e);
        }
        return file.toByteArray();
    }

    /** The file of the font, written to where the document collects what it consists of. */
    private static Path letters(Paper paper, OFDDoc document) throws IOException {
        var parts = document.getOfdDir().obtainDocDefault().obtainRes().getContainerPath();
        return Files.write(parts.resolve("letters.ttf"), Lettering.file(characters(paper)));
    }

    private static Set<Integer> characters(Paper paper) {
        return Stream.of(
                        Stream.of(paper.title(), paper.number()),
                        paper.lines().stream().flatMap(line -> Stream.of(line.label(), line.value())),
                        paper.remarks().stream())
                .flatMap(words -> words)
                .flatMapToInt(String::codePoints)
                .boxed()
                .collect(Collectors.toSet());
    }

    /** With the widths of its Latin letters; all others are as wide as high. So OFDRW asks no font system of the machine. */
    private static Font font(Path file) {
        return new Font(
                Lettering.NAME,
                Lettering.NAME,
                file,
                IntStream.rangeClosed(' ', '~')
                        .mapToDouble(letter -> Lettering.font().getWidth(letter) / 1000d)
                        .toArray());
    }

    private static void write(Paper paper, OFDDoc document, Font font) throws IOException, DocumentException {
        document.setDefaultPageLayout(PageLayout.A4().setMargin((double) MARGIN));
        document.getOfdDir().getOfd().getDocBody().getDocInfo().setTile(paper.title());
        document.add(new Paragraph(paper.title(), 7d, font).setTextAlign(TextAlign.center));
        document.add(new Paragraph(paper.number(), 3.2, font)
                .setTextAlign(TextAlign.right)
                .setPadding(2d, 0d, 2d, 0d));
        for (var line : paper.lines()) {
            row(document, cell(line.label(), LABELS, font), cell(line.value(), WIDTH - LABELS, font));
        }
        proof(document, paper, font);
    }

    private static Paragraph cell(String text, int width, Font font) {
        var cell = new Paragraph(text, 4.2, font).setBorder(0.15).setPadding(2.5);
        cell.setWidth(width - cell.widthPlus());
        return cell;
    }

    /** Both as high as the higher one. */
    private static void row(OFDDoc document, Paragraph label, Paragraph value) {
        var height = Math.max(
                label.doPrepare((double) WIDTH).getHeight(),
                value.doPrepare((double) WIDTH).getHeight());
        for (var cell : new Paragraph[] {label, value}) {
            beside(cell.setHeight(height - cell.heightPlus()));
            document.add(cell);
        }
    }

    private static void beside(Div<?> element) {
        element.setFloat(AFloat.left);
        element.setClear(Clear.none);
        element.setIntegrity(true);
    }

    /** The QR code with what is said beside it, on one page. */
    private static void proof(OFDDoc document, Paper paper, Font font) {
        var code = QrCode.of(paper.proof().address());
        var square = (double) QR_CODE / code.size();
        var drawn = new Canvas((double) QR_CODE, (double) QR_CODE, context -> {
            context.beginPath();
            code.draw((column, row) -> context.rect(column * square, row * square, square, square));
            context.fill();
        });
        var remarks = new Paragraph(String.join("\n", paper.remarks()), 3.2, font).setPadding(4d, 0d, 0d, 2d);
        remarks.setWidth(WIDTH - QR_CODE - remarks.widthPlus());
        beside(drawn);
        beside(remarks);
        document.add(drawn);
        document.add(remarks);
    }
}
