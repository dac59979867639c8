package org.lingbao.paper;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.openpdf.text.pdf.PdfReader;

/** What the QR code says that is drawn on the first page of a file. */
final class DrawnCode {
    private static final Pattern PDF_SQUARE = Pattern.compile("\\b(\\d+) (\\d+) 1 1 re\\b");
    private static final Pattern OFD_BOX =
            Pattern.compile("M ([\\d.]+) ([\\d.]+) L ([\\d.]+) \\2 L \\3 ([\\d.]+) L \\1 \\4 C");

    private DrawnCode() {}

    /** A square, so many squares from the left and from the top. */
    private record Square(int column, int row) {}

    static String of(byte[] file, Format format) throws IOException, FormatException, ChecksumException {
        var squares = switch (format) {
            case PDF -> ofPdf(file);
            case OFD -> ofOfd(file);
        };
        var left = squares.stream().mapToInt(Square::column).min().orElseThrow();
        var top = squares.stream().mapToInt(Square::row).min().orElseThrow();
        var right = squares.stream().mapToInt(Square::column).max().orElseThrow();
        var bits = new BitMatrix(right - left + 1);
        squares.forEach(square -> bits.set(square.column() - left, square.row() - top));
        return new Decoder().decode(bits).getText();
    }

    /** Upwards from the lower left corner. */
    private static List<Square> ofPdf(byte[] file) throws IOException {
        var page = new String(new PdfReader(file).getPageContent(1), StandardCharsets.US_ASCII);
        return PDF_SQUARE
                .matcher(page)
                .results()
                .map(square -> new Square(Integer.parseInt(square.group(1)), -Integer.parseInt(square.group(2))))
                .toList();
    }

    private static List<Square> ofOfd(byte[] file) throws IOException {
        var boxes = OFD_BOX.matcher(OfdParts.firstPage(file)).results().toList();
        // the frames of the lines are wide, not square
        var side = boxes.stream()
                .mapToDouble(box -> number(box, 3) - number(box, 1))
                .min()
                .orElseThrow();
        return boxes.stream()
                .filter(box -> Math.round((number(box, 3) - number(box, 1)) / side) == 1)
                .map(box ->
                        new Square((int) Math.round(number(box, 1) / side), (int) Math.round(number(box, 2) / side)))
                .toList();
    }

    private static double number(MatchResult box, int group) {
        return Double.parseDouble(box.group(group));
    }
}
