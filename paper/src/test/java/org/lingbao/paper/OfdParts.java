package org.lingbao.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipInputStream;

/** The files of which an OFD consists. */
final class OfdParts {
    private OfdParts() {}

    static byte[] font(byte[] ofd) throws IOException {
        return part(ofd, ".ttf");
    }

    static String firstPage(byte[] ofd) throws IOException {
        return new String(part(ofd, "Page_0/Content.xml"), StandardCharsets.UTF_8);
    }

    private static byte[] part(byte[] ofd, String ending) throws IOException {
        try (var archive = new ZipInputStream(new ByteArrayInputStream(ofd))) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (entry.getName().endsWith(ending)) {
                    return archive.readAllBytes();
                }
            }
        }
        throw new AssertionError("no " + ending + " in the archive");
    }
}
