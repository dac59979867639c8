package org.lingbao.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lingbao.paper.Paper.Line;
import org.ofdrw.reader.ContentExtractor;
import org.ofdrw.reader.OFDReader;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** What we make, readers of the format can read. */
class PrintedTest {
    private static final String CODE = "E0123456789ABCDEF0123456789ABCDEF";
    private static final String ADDRESS = "https://enrollment.cell.lingbao.example/verify/" + CODE;
    private static final Paper CERTIFICATE = named("赵强");

    static Paper named(String name) {
        return new Paper(
                "社会保险参保证明",
                "证明编号：37-EC-20260901",
                List.of(
                        new Line("姓名", name),
                        new Line("社会保障号码", "**************9633"),
                        new Line("险种", "企业职工基本养老保险"),
                        new Line("参保地", "潍坊市（370700）")),
                List.of("扫描二维码或凭验证码可查验真伪。"),
                new Paper.Proof(CODE, ADDRESS));
    }

    @ParameterizedTest
    @EnumSource
    void a_reader_of_the_format_finds_the_words(Format format) throws Exception {
        assertThat(pages(Printed.of(CERTIFICATE, format), format))
                .hasSize(1)
                .allSatisfy(text -> assertThat(text)
                        .contains("社会保险参保证明", "证明编号：37-EC-20260901", "姓名", "赵强", "**************9633")
                        .contains("企业职工基本养老保险", "潍坊市（370700）", "验证码：" + CODE, "扫描二维码或凭验证码可查验真伪。"));
    }

    @ParameterizedTest
    @EnumSource
    void the_code_leads_to_where_the_paper_is_verified(Format format) throws Exception {
        assertThat(DrawnCode.of(Printed.of(CERTIFICATE, format), format)).isEqualTo(ADDRESS);
    }

    @ParameterizedTest
    @EnumSource
    void the_same_paper_says_the_same_twice(Format format) throws Exception {
        assertThat(pages(Printed.of(CERTIFICATE, format), format))
                .isEqualTo(pages(Printed.of(CERTIFICATE, format), format));
        assertThat(pages(Printed.of(named("钱强"), format), format))
                .isNotEqualTo(pages(Printed.of(CERTIFICATE, format), format));
    }

    @ParameterizedTest
    @EnumSource
    void what_does_not_fit_on_a_page_goes_on_the_next(Format format) throws Exception {
        var lines = IntStream.range(0, 60)
                .mapToObj(i -> new Line("第" + i + "项", "一二三四五六七八九十".repeat(4)))
                .toList();
        var pages = pages(Printed.of(new Paper("名单", "编号", lines, List.of(), CERTIFICATE.proof()), format), format);

        assertThat(pages).hasSizeGreaterThan(1);
        assertThat(String.join("", pages))
                .contains(lines.stream().map(Line::label).toList())
                .contains(CODE);
    }

    @ParameterizedTest
    @EnumSource
    void rare_letters_of_names_are_there_and_one_that_the_font_lacks_is_seen_to_be_missing(Format format)
            throws Exception {
        assertThat(pages(Printed.of(named("䶮㛃𣲗"), format), format).getFirst()).contains("䶮㛃𣲗");
        assertThat(pages(Printed.of(named("王𱿿"), format), format).getFirst()).contains("王〓");
    }

    @Test
    void the_pdf_has_the_letters_in_it_that_are_needed() throws Exception {
        var file = Printed.of(CERTIFICATE, Format.PDF);
        var pdf = new PdfReader(file);

        assertThat(file).hasSizeLessThan(100_000);
        assertThat(IntStream.range(1, pdf.getXrefSize())
                        .mapToObj(pdf::getPdfObject)
                        .filter(object -> object != null && object.isDictionary())
                        .filter(object -> ((PdfDictionary) object).contains(PdfName.FONTFILE2)))
                .as("fonts with a file")
                .hasSize(1);
        assertThat(pdf.getInfo()).doesNotContainKey("CreationDate");
    }

    @Test
    void the_ofd_has_the_letters_in_it_that_are_needed_and_no_others() throws Exception {
        var file = Printed.of(CERTIFICATE, Format.OFD);

        assertThat(file).hasSizeLessThan(100_000);
        try (var font = new TTFParser().parse(new RandomAccessReadBuffer(OfdParts.font(file)))) {
            var glyphs = font.getUnicodeCmapLookup();
            assertThat("赵强养老保险9（".chars()).allMatch(letter -> glyphs.getGlyphId(letter) != 0);
            assertThat(glyphs.getGlyphId('钱')).isZero();
        }
    }

    @Test
    void nothing_is_left_where_the_work_is_done() throws IOException {
        var before = temporary();

        for (var name : List.of("赵强", "𣲗")) {
            assertThat(Printed.of(named(name), Format.OFD)).isNotEmpty();
        }

        assertThat(temporary()).isEqualTo(before);
    }

    private static Set<Path> temporary() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("ofd-tmp-"))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void every_character_of_the_standard_for_names_and_places_has_a_letter() {
        assertThat(commonCharacters())
                .hasSize(6763)
                .allMatch(text -> Lettering.legible(text).equals(text));
    }

    /** GB 2312: the characters that are in common use. */
    private static List<String> commonCharacters() {
        var charset = Charset.forName("GB2312");
        return IntStream.rangeClosed(0xB0, 0xF7)
                .boxed()
                .flatMap(high -> IntStream.rangeClosed(0xA1, 0xFE)
                        .mapToObj(low -> new String(new byte[] {high.byteValue(), (byte) low}, charset)))
                .filter(text -> text.length() == 1 && Character.isIdeographic(text.charAt(0)))
                .toList();
    }

    @Test
    void a_paper_says_nothing_of_whose_it_is() {
        assertThat(CERTIFICATE.toString()).doesNotContain("赵强");
    }

    /** What a reader finds, page by page, without the blanks and line ends between. */
    static List<String> pages(byte[] file, Format format) throws IOException {
        var pages = switch (format) {
            case PDF -> ofPdf(new PdfReader(file));
            case OFD -> ofOfd(file);
        };
        return pages.stream().map(text -> text.replaceAll("\\s", "")).toList();
    }

    private static List<String> ofPdf(PdfReader pdf) throws IOException {
        var texts = new ArrayList<String>();
        for (var page = 1; page <= pdf.getNumberOfPages(); page++) {
            texts.add(new PdfTextExtractor(pdf).getTextFromPage(page));
        }
        return texts;
    }

    private static List<String> ofOfd(byte[] file) throws IOException {
        try (var ofd = new OFDReader(new ByteArrayInputStream(file))) {
            return IntStream.rangeClosed(1, ofd.getNumberOfPages())
                    .mapToObj(page -> String.join("", new ContentExtractor(ofd).getPageContent(page)))
                    .toList();
        }
    }
}
