package org.lingbao.enrollment.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Companies;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** Employers come into the tree, each once. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class EmployersTest {
    private static final String OPERATOR = "operator";
    private static final String TODAY = "2026-09-01";

    @Test
    void an_employer_hangs_beside_and_comes_into_the_tree_once() {
        var company = Companies.next().code();
        var request = """
                {"code": "%s", "name": "潍坊某运输公司", "parent": "370702001", "from": "%s"}""".formatted(company, TODAY);

        post("/organisations", TestTokens.of(OPERATOR), request).statusCode(201);

        as(TestTokens.mint("li.clerk").claim("org", "370702001").token())
                .get("/organisations/" + company)
                .then()
                .statusCode(200)
                .body("level", equalTo("EMPLOYER"))
                .body("path.code", contains("370000", "370700", "370702", "370702001"));
        post("/organisations", TestTokens.of(OPERATOR), request)
                .statusCode(422)
                .body("errors.code", contains("ORGANISATION_KNOWN_ALREADY"));
        post("/organisations", TestTokens.of(OPERATOR), request.replace(company, "91370700MA0000002Y"))
                .statusCode(400);
    }

    @Test
    void many_who_take_the_same_employer_in_at_once_take_it_in_once() throws Exception {
        var request = """
                {"code": "%s", "name": "潍坊某家政公司", "parent": "370702001", "from": "%s"}""".formatted(Companies.next().code(), TODAY);
        Callable<Integer> attempt = () -> post("/organisations", TestTokens.of(OPERATOR), request)
                .extract()
                .statusCode();

        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = threads.invokeAll(Collections.nCopies(8, attempt)).stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();
            assertThat(answers).containsExactly(201, 422, 422, 422, 422, 422, 422, 422);
        }
    }

    @Test
    void a_name_without_a_word_is_none() {
        for (var name : List.of("\u3000\u3000", "a\\u0000b", " ")) {
            post("/organisations", TestTokens.of(OPERATOR), """
                            {"code": "%s", "name": "%s", "parent": "370702001", "from": "%s"}""".formatted(
                                    Companies.next().code(), name, TODAY))
                    .statusCode(400)
                    .body("errors.pointer", contains("/name"));
        }
    }
}
