package org.lingbao.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class PapersTest {
    private static final String WHOLE = "%PDF-1.5\n<</FontFile2 6 0 R>>\n%%EOF\n";

    @Test
    void a_pdf_is_whole_and_brings_its_letters() {
        assertThat(Papers.isPdf(WHOLE.getBytes(UTF_8))).isTrue();
        assertThat(Papers.isPdf(WHOLE.substring(0, 20).getBytes(UTF_8))).isFalse();
        assertThat(Papers.isPdf(WHOLE.replace("FontFile2", "Helv").getBytes(UTF_8)))
                .isFalse();
        assertThat(Papers.isPdf("{\"errors\":[]}".getBytes(UTF_8))).isFalse();
    }

    @Test
    void an_ofd_says_its_words_on_a_page() throws IOException {
        var file = archive("Doc_0/Pages/Page_0/Content.xml", "<TextCode>37-ER-1</TextCode>");

        assertThat(Papers.saysInOfd(file, "37-ER-1")).isTrue();
        assertThat(Papers.saysInOfd(file, "37-ER-2")).isFalse();
        assertThat(Papers.saysInOfd(archive("OFD.xml", "37-ER-1"), "37-ER-1")).isFalse();
        assertThat(Papers.saysInOfd(WHOLE.getBytes(UTF_8), "%PDF")).isFalse();
    }

    private static byte[] archive(String name, String content) throws IOException {
        var file = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(file)) {
            archive.putNextEntry(new ZipEntry(name));
            archive.write(content.getBytes(UTF_8));
        }
        return file.toByteArray();
    }
}
