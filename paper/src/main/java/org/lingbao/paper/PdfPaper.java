package org.lingbao.paper;

import java.io.ByteArrayOutputStream;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/** A paper as PDF (ISO 32000), by OpenPDF. Lengths in points. */
final class PdfPaper {
    private static final int MARGIN = 70;
    private static final int TITLE = 20;
    private static final int TEXT = 12;
    private static final int SMALL = 9;
    private static final int PADDING = 7;
    private static final int QR_CODE = 92;
    private static final int WHOLE = 100;
    private static final int[] LABEL_AND_VALUE = {28, 72};
    private static final int[] CODE_AND_REMARKS = {22, 78};

    private PdfPaper() {}

    static byte[] of(Paper paper) {
        var file = new ByteArrayOutputStream();
        try (var document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN)) {
            var writer = PdfWriter.getInstance(document, file);
            document.addTitle(paper.title());
            document.setDocumentLanguage("zh-CN");
            document.open();
            writer.getInfo().remove(PdfName.CREATIONDATE);
            document.add(line(paper.title(), TITLE, Element.ALIGN_CENTER));
            document.add(line(paper.number(), SMALL, Element.ALIGN_RIGHT));
            document.add(lines(paper));
            document.add(proof(paper));
        }
        return file.toByteArray();
    }

    private static Paragraph line(String text, int size, int alignment) {
        var line = new Paragraph(text, new Font(Lettering.font(), size));
        line.setAlignment(alignment);
        line.setSpacingAfter(PADDING);
        line.setLeading(size * 3 / 2);
        return line;
    }

    private static PdfPTable lines(Paper paper) {
        var table = table(LABEL_AND_VALUE);
        for (var line : paper.lines()) {
            table.addCell(cell(line.label()));
            table.addCell(cell(line.value()));
        }
        return table;
    }

    private static PdfPTable table(int[] widths) {
        var table = new PdfPTable(widths.length);
        table.setWidths(widths);
        table.setWidthPercentage(WHOLE);
        return table;
    }

    private static PdfPCell cell(String text) {
        var cell = new PdfPCell(new Paragraph(text, new Font(Lettering.font(), TEXT)));
        cell.setPadding(PADDING);
        return cell;
    }

    /** The QR code with what is said beside it, on one page. */
    private static PdfPTable proof(Paper paper) {
        var code = new PdfPCell();
        code.setBorder(Rectangle.NO_BORDER);
        code.setFixedHeight(QR_CODE);
        code.setCellEvent((cell, place, canvases) ->
                draw(QrCode.of(paper.proof().address()), place, canvases[PdfPTable.BACKGROUNDCANVAS]));
        var remarks = new PdfPCell();
        remarks.setBorder(Rectangle.NO_BORDER);
        for (var remark : paper.remarks()) {
            remarks.addElement(line(remark, SMALL, Element.ALIGN_LEFT));
        }
        var table = table(CODE_AND_REMARKS);
        table.setSpacingBefore(PADDING);
        table.setKeepTogether(true);
        table.addCell(code);
        table.addCell(remarks);
        return table;
    }

    /** In squares instead of points, upwards from the lower left corner. */
    private static void draw(QrCode code, Rectangle place, PdfContentByte canvas) {
        var square = place.getHeight() / code.size();
        canvas.saveState();
        canvas.concatCTM(square, 0, 0, square, place.getLeft(), place.getBottom());
        code.draw((column, row) -> canvas.rectangle(column, code.size() - 1 - row, 1, 1));
        canvas.fill();
        canvas.restoreState();
    }
}
