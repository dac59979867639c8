package org.lingbao.paper;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.util.Map;
import org.openpdf.text.pdf.BaseFont;

/**
 * In a native image: OpenPDF lays out scripts that need it by Apache FOP, where that is there. It is not, and our letters need none
 * of it; the builder would look for it all the same.
 */
@TargetClass(className = "org.openpdf.text.pdf.FopGlyphProcessor")
final class NoComplexScripts {
    private NoComplexScripts() {}

    @Substitute
    public static boolean isFopSupported() {
        return false;
    }

    @Substitute
    public static byte[] convertToBytesWithGlyphs(
            BaseFont font, String text, String fileName, Map<Integer, int[]> longTag, String language) {
        throw new UnsupportedOperationException("no Apache FOP");
    }
}
