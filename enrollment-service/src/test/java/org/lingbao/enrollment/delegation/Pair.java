package org.lingbao.enrollment.delegation;

import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.restassured.response.ValidatableResponse;
import org.lingbao.enrollment.testing.Citizen;

/**
 * Somebody and who may act for them. Business day: 2026-09-01.
 *
 * @param personId of the person
 * @param delegateId of the delegate
 */
record Pair(Citizen person, String personId, Citizen delegate, String delegateId) {
    static final String TODAY = "2026-09-01";
    static final String LAST = "2026-12-31";

    static Pair make() {
        var person = Citizen.driver();
        var delegate = Citizen.driver();
        return new Pair(person, person.register(), delegate, delegate.register());
    }

    ValidatableResponse grant(String... purposes) {
        return Citizen.delegate(personId, person, delegate, TODAY, LAST, purposes);
    }

    /** Grants and answers the delegation's id. */
    String granted(String... purposes) {
        return grant(purposes).statusCode(201).extract().path("delegationId");
    }

    ValidatableResponse revoke(String delegation) {
        return as(person.token())
                .delete("/persons/" + personId + "/delegations/" + delegation)
                .then();
    }

    /** What the delegate is shown of the person. */
    ValidatableResponse look(String rest) {
        return as(delegate.token()).get("/persons/" + personId + rest).then();
    }

    ValidatableResponse enroll() {
        return post("/enrollments", delegate.token(), Citizen.application(personId));
    }

    ValidatableResponse delegations(Citizen whose, String id) {
        return as(whose.token()).get("/persons/" + id + "/delegations").then();
    }
}
