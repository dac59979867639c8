package org.lingbao.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/** A QR code (二维码) as dark squares, without a picture. */
record QrCode(BitMatrix matrix) {
    /** Squares that stay white around it, by the standard. */
    private static final int QUIET_ZONE = 4;

    /** Draws a dark square. */
    interface Pen {
        void square(int column, int row);
    }

    static QrCode of(String content) {
        var hints = Map.of(
                EncodeHintType.CHARACTER_SET,
                "UTF-8",
                EncodeHintType.ERROR_CORRECTION,
                ErrorCorrectionLevel.M,
                EncodeHintType.MARGIN,
                QUIET_ZONE);
        try {
            return new QrCode(new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 0, 0, hints));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }

    /** How many squares it has in each direction, the white ones around it too. */
    int size() {
        return matrix.getWidth();
    }

    void draw(Pen pen) {
        for (var row = 0; row < size(); row++) {
            for (var column = 0; column < size(); column++) {
                if (matrix.get(column, row)) {
                    pen.square(column, row);
                }
            }
        }
    }
}
