package org.lingbao.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.openpdf.text.pdf.BaseFont;

/** The letters of all papers: a font that comes with the program, so that no machine needs one. Read when the first paper is made. */
final class Lettering {
    static final String NAME = "Noto Sans SC";

    private static final String FILE = "NotoSansSC_400Regular.ttf";
    /** What printers set (〓) where they have no such letter: it is seen that something is missing. */
    private static final int MISSING = '〓';

    private Lettering() {}

    /** The font as OpenPDF has it, which puts what is used of it into each document. */
    static BaseFont font() {
        return Read.FONT;
    }

    static String legible(String text) {
        return text.codePoints()
                .map(character -> font().charExists(character) ? character : MISSING)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** A font file with these characters only. Where one of them is beyond the table that FontBox writes, it is the whole file. */
    static byte[] file(Set<Integer> characters) throws IOException {
        if (!characters.stream().allMatch(Character::isBmpCodePoint)) {
            return Read.FILE_AS_IT_IS;
        }
        var file = new ByteArrayOutputStream();
        synchronized (Read.GLYPHS) {
            var subset = new TTFSubsetter(Read.GLYPHS);
            subset.addAll(characters);
            subset.writeToStream(file);
        }
        return file.toByteArray();
    }

    /** Holds it: a class is initialised when it is first asked for, once. */
    private static final class Read {
        private static final byte[] FILE_AS_IT_IS = read();
        private static final BaseFont FONT = parsed();
        private static final TrueTypeFont GLYPHS = glyphs();

        private static byte[] read() {
            try (var file = Lettering.class.getResourceAsStream(FILE)) {
                if (file == null) {
                    throw new IllegalStateException(FILE + " is not in this build");
                }
                return file.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(FILE + " cannot be read", e);
            }
        }

        private static BaseFont parsed() {
            try {
                return BaseFont.createFont(
                        FILE, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, FILE_AS_IT_IS, null);
            } catch (IOException e) {
                throw new UncheckedIOException(FILE + " is no font", e);
            }
        }

        private static TrueTypeFont glyphs() {
            try {
                return new TTFParser().parse(new RandomAccessReadBuffer(FILE_AS_IT_IS));
            } catch (IOException e) {
                throw new UncheckedIOException(FILE + " is no font", e);
            }
        }
    }
}
