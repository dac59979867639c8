package org.lingbao.enrollment.certification;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.openpdf.text.pdf.PdfReader;

/** What the QR code says that is drawn on the first page of a PDF. */
final class DrawnCode {
    private static final Pattern BOX = Pattern.compile("(\\d+) (\\d+) (\\d+) (\\d+) re");

    private DrawnCode() {}

    private record Box(int x, int y, int width, int height) {}

    static String of(PdfReader pdf) throws IOException, FormatException, ChecksumException {
        var page = new String(pdf.getPageContent(1), US_ASCII);
        var boxes = BOX.matcher(page)
                .results()
                .map(box -> new Box(
                        Integer.parseInt(box.group(1)),
                        Integer.parseInt(box.group(2)),
                        Integer.parseInt(box.group(3)),
                        Integer.parseInt(box.group(4))))
                .toList();
        var square = commonHeight(boxes);
        var dark = boxes.stream().filter(box -> box.height() == square).toList();
        var left = dark.stream().mapToInt(Box::x).min().orElseThrow();
        var top = dark.stream().mapToInt(Box::y).max().orElseThrow();
        var right = dark.stream().mapToInt(box -> box.x() + box.width()).max().orElseThrow();
        var size = (right - left) / square;
        var bits = new BitMatrix(size);
        dark.forEach(
                box -> bits.setRegion((box.x() - left) / square, (top - box.y()) / square, box.width() / square, 1));
        return new Decoder().decode(bits).getText();
    }

    private static int commonHeight(List<Box> boxes) {
        return boxes.stream().collect(groupingBy(Box::height, counting())).entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }
}
