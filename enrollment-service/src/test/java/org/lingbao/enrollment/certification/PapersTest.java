package org.lingbao.enrollment.certification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.ofdrw.reader.ContentExtractor;
import org.ofdrw.reader.OFDReader;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** Papers are read by others' programs, verified by everybody, and given to whoever may see their person. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class PapersTest {
    private static final String PDF = "application/pdf";
    private static final String OFD = "application/ofd";

    /** Somebody who is enrolled. */
    private record Enrolled(Citizen citizen, String enrollment, String relation, String code) {
        static Enrolled driver() {
            var citizen = Citizen.driver();
            var answer = citizen.enroll(citizen.register()).statusCode(201).extract();
            return new Enrolled(
                    citizen, answer.path("enrollmentId"), answer.path("relationId"), answer.path("verificationCode"));
        }

        String receipt() {
            return "/enrollments/" + enrollment + "/receipt";
        }

        String certificate() {
            return "/relations/" + relation + "/certificate";
        }
    }

    @Test
    void a_receipt_says_in_chinese_who_joined_what_where_and_since_when() throws Exception {
        var enrolled = Enrolled.driver();

        var text = text(print(enrolled.receipt(), enrolled.citizen(), PDF));

        assertThat(text)
                .contains("社会保险参保受理回执", "企业职工基本养老保险", "潍坊市（370700）", "2026年9月", "2026年9月1日")
                .contains(enrolled.citizen().name(), enrolled.code())
                .contains("**************" + enrolled.citizen().number().substring(14))
                .doesNotContain(enrolled.citizen().number());
    }

    @Test
    void the_code_drawn_on_a_receipt_leads_to_what_it_says() throws Exception {
        var enrolled = Enrolled.driver();

        var drawn = DrawnCode.of(new PdfReader(print(enrolled.receipt(), enrolled.citizen(), PDF)));

        assertThat(drawn).endsWith("/verify/" + enrolled.code());
        verify(codeOf(drawn))
                .statusCode(200)
                .body("document", equalTo("ENROLLMENT_RECEIPT"))
                .body("holder", equalTo("赵***"))
                .body("from", equalTo("2026-09"))
                .body("holds", nullValue());
    }

    @Test
    void a_certificate_holds_until_the_relation_changes_and_then_there_is_another() throws Exception {
        var enrolled = Enrolled.driver();
        var first = print(enrolled.certificate(), enrolled.citizen(), PDF);
        var code = codeOf(DrawnCode.of(new PdfReader(first)));
        verify(code)
                .statusCode(200)
                .body("document", equalTo("ENROLLMENT_CERTIFICATE"))
                .body("holder", equalTo("赵***"))
                .body("payer", equalTo("FLEXIBLE"))
                .body("placeName", equalTo("潍坊市"))
                .body("holds", equalTo(true))
                .body("on", equalTo("2026-09-01"));

        var _ = TestDatabase.execute("""
                update relation set to_month = date '2026-12-01', closed_on = date '2026-12-20', closed_because = 'TRANSFERRED_OUT'
                where id = cast(? as uuid)""", enrolled.relation());

        verify(code).statusCode(200).body("holds", equalTo(false)).body("to", nullValue());
        var second = print(enrolled.certificate(), enrolled.citizen(), PDF);
        var other = codeOf(DrawnCode.of(new PdfReader(second)));
        assertThat(other).isNotEqualTo(code);
        assertThat(text(second)).contains("2026年12月").doesNotContain("参保关系存续");
        verify(other).body("holds", equalTo(true)).body("to", equalTo("2026-12"));
    }

    @Test
    void a_pause_is_on_the_certificate_and_another_one_tells_that_it_is_over() throws Exception {
        var enrolled = Enrolled.driver();
        var code = codeOf(DrawnCode.of(new PdfReader(print(enrolled.certificate(), enrolled.citizen(), PDF))));
        verify(code).statusCode(200).body("holds", equalTo(true)).body("paused", empty());

        pauses(enrolled, "pause", "2026-10");
        verify(code).body("holds", equalTo(false));
        var paused = print(enrolled.certificate(), enrolled.citizen(), PDF);
        assertThat(text(paused)).contains("中断缴费", "2026年10月起");
        var other = codeOf(DrawnCode.of(new PdfReader(paused)));
        verify(other)
                .body("holds", equalTo(true))
                .body("paused[0].from", equalTo("2026-10"))
                .body("paused[0].to", nullValue());

        pauses(enrolled, "resume", "2026-12");
        verify(other).body("holds", equalTo(false));
        assertThat(text(print(enrolled.certificate(), enrolled.citizen(), PDF))).contains("2026年10月至2026年11月");
    }

    @Test
    void a_relation_of_which_no_month_is_left_is_certified_no_more_and_what_was_certified_holds_no_more()
            throws Exception {
        var enrolled = Enrolled.driver();
        var code = codeOf(DrawnCode.of(new PdfReader(print(enrolled.certificate(), enrolled.citizen(), PDF))));

        hired(enrolled.citizen());

        verify(code).statusCode(200).body("holds", equalTo(false));
        ask(enrolled.certificate(), enrolled.citizen().token(), PDF).statusCode(404);
    }

    @Test
    void the_same_paper_asked_again_says_the_same_under_the_same_code_also_to_many_at_once() throws Exception {
        var enrolled = Enrolled.driver();
        var asked = IntStream.range(0, 8)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> print(enrolled.certificate(), enrolled.citizen(), PDF)))
                .toList();

        var said = new HashSet<String>();
        var codes = new HashSet<String>();
        for (var paper : asked) {
            said.add(text(paper.join()));
            codes.add(DrawnCode.of(new PdfReader(paper.join())));
        }
        assertThat(said).hasSize(1);
        assertThat(codes).hasSize(1);
        assertThat(TestDatabase.number(
                        "select count(*) from certificate where relation_id = cast(? as uuid)", enrolled.relation()))
                .isEqualTo(1);
    }

    @Test
    void an_ofd_says_the_same_to_a_reader_of_that_format() throws Exception {
        var enrolled = Enrolled.driver();

        for (var paper : List.of(enrolled.receipt(), enrolled.certificate())) {
            var file = print(paper, enrolled.citizen(), OFD);
            try (var ofd = new OFDReader(new ByteArrayInputStream(file))) {
                assertThat(new ContentExtractor(ofd).getPageContent(1))
                        .contains(enrolled.citizen().name(), "企业职工基本养老保险", "潍坊市（370700）");
            }
        }
    }

    @Test
    void a_paper_is_for_its_person_and_the_clerks_of_the_area_and_is_kept_by_nobody_on_the_way() {
        var enrolled = Enrolled.driver();
        for (var paper : List.of(enrolled.receipt(), enrolled.certificate())) {
            ask(paper, enrolled.citizen().token(), "*/*")
                    .statusCode(200)
                    .contentType(PDF)
                    .header("Cache-Control", containsString("no-store"));
            ask(paper, TestTokens.of("li.clerk"), PDF).statusCode(200);
            ask(paper, TestTokens.of("zhou.clerk"), PDF).statusCode(404);
            ask(paper, Citizen.driver().token(), PDF).statusCode(404).contentType("application/problem+json");
            ask(paper, enrolled.citizen().token(), "text/html").statusCode(406);
        }
        assertThat(TestDatabase.query("""
                        select action from audit where actor = ? and subject_id = (
                            select person_id from relation where id = cast(? as uuid)) order by action""", TestTokens.subject("li.clerk"), enrolled.relation()))
                .extracting(line -> line.get("action"))
                .containsExactly("certificate.print", "receipt.print");
    }

    @Test
    void a_refused_application_has_no_receipt_and_a_code_that_nobody_has_verifies_nothing() {
        var child = Citizen.born(LocalDate.of(2012, 1, 1));
        var person = child.register();
        child.enroll(person).statusCode(422);
        var application = TestDatabase.query("select id from application where person_id = cast(? as uuid)", person)
                .getFirst()
                .get("id");

        ask("/enrollments/" + application + "/receipt", child.token(), PDF).statusCode(404);
        verify("E00000000000000000000000000000000").statusCode(404);
    }

    private static void pauses(Enrolled enrolled, String what, String from) {
        post(
                        "/relations/" + enrolled.relation() + "/" + what,
                        enrolled.citizen().token(),
                        """
                {"fromMonth": "%s", "channel": "MOBILE_12333"}""".formatted(from))
                .statusCode(200);
    }

    private static void hired(Citizen citizen) {
        post("/employments", TestTokens.of("chen.employer"), """
                {"identityNumber": "%s", "name": "%s", "place": "370700", "startsOn": "2026-09-15"}""".formatted(citizen.number(), citizen.name()))
                .statusCode(201);
    }

    private static byte[] print(String paper, Citizen citizen, String type) {
        return ask(paper, citizen.token(), type)
                .statusCode(200)
                .contentType(type)
                .extract()
                .asByteArray();
    }

    private static ValidatableResponse ask(String paper, String token, String type) {
        return as(token).accept(type).get(paper).then();
    }

    private static ValidatableResponse verify(String code) {
        return given().get("/verify/" + code).then();
    }

    private static String codeOf(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static String text(byte[] pdf) throws IOException {
        return new PdfTextExtractor(new PdfReader(pdf)).getTextFromPage(1);
    }
}
