package org.lingbao.local.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipInputStream;
import org.lingbao.local.stack.Service;

/** Receipts as files, as a citizen takes them to a bank or to an office. */
record Papers(Api api) {
    private static final String PDF = "application/pdf";
    private static final String OFD = "application/ofd";

    /** Fails unless the receipt is there as PDF and, with its number on it, as OFD. */
    void receipt(String enrollmentId, String number, String token) {
        var path = "/enrollments/" + enrollmentId + "/receipt";
        if (!isPdf(api.file(Service.ENROLLMENT, path, token, PDF))) {
            throw new NotAsItShouldBe("The receipt " + number + " is no PDF.");
        }
        if (!saysInOfd(api.file(Service.ENROLLMENT, path, token, OFD), number)) {
            throw new NotAsItShouldBe("The receipt " + number + " is no OFD that says so.");
        }
    }

    /** Whole, with a font in it: what PDF packs is not read here. */
    static boolean isPdf(byte[] file) {
        var text = new String(file, ISO_8859_1);
        return text.startsWith("%PDF-")
                && text.contains("/FontFile2")
                && text.stripTrailing().endsWith("%%EOF");
    }

    /** OFD is XML in an archive. */
    static boolean saysInOfd(byte[] file, String words) {
        try (var archive = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (entry.getName().endsWith("Content.xml")
                        && new String(archive.readAllBytes(), UTF_8).contains(words)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new NotAsItShouldBe("An OFD cannot be unpacked: " + e.getMessage());
        }
    }
}
