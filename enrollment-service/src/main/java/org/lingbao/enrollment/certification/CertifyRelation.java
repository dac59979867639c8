package org.lingbao.enrollment.certification;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lingbao.enrollment.person.Holders;
import org.lingbao.enrollment.person.People;
import org.lingbao.enrollment.standing.PausedMonths;
import org.lingbao.enrollment.standing.Relations;
import org.lingbao.enrollment.standing.domain.Relation;
import org.lingbao.paper.Paper;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;

/**
 * Certifies what a relation is. As long as it is the same, so is the certificate, its code and its day; whoever holds one asks by the
 * code whether it still holds.
 */
@ApplicationScoped
class CertifyRelation {
    private static final char SERVICE_LETTER = 'E';

    private final Relations relations;
    private final Holders holders;
    private final People people;
    private final Audit audit;
    private final PaperWords words;
    private final BusinessDay day;

    CertifyRelation(
            Relations relations, Holders holders, People people, Audit audit, PaperWords words, BusinessDay day) {
        this.relations = relations;
        this.holders = holders;
        this.people = people;
        this.audit = audit;
        this.words = words;
        this.day = day;
    }

    /** Empty where it is not there, or not the caller's. */
    @WithTransaction
    public Uni<Optional<Paper>> handle(Caller caller, UUID relation) {
        return relations
                .find(relation)
                .chain(found ->
                        found.isEmpty() ? Uni.createFrom().item(Optional.empty()) : certify(caller, found.get()));
    }

    private Uni<Optional<Paper>> certify(Caller caller, Relation relation) {
        var person = relation.personId().value();
        return holders.find(person, caller.scope())
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : certificate(caller, relation)
                                .call(row -> audited(caller, person))
                                .map(row -> Optional.of(words.certificate(row, found.get()))));
    }

    /** The person's lock keeps two who ask first apart: both get the same one. */
    private Uni<CertificateRow> certificate(Caller caller, Relation relation) {
        return kept(relation)
                .chain(known -> known.isPresent()
                        ? Uni.createFrom().item(known.get())
                        : people.lock(relation.personId().value(), caller.scope())
                                .chain(() -> kept(relation))
                                .chain(other ->
                                        other.isPresent() ? Uni.createFrom().item(other.get()) : issue(relation)));
    }

    private static Uni<Optional<CertificateRow>> kept(Relation relation) {
        var certified = Certified.of(relation);
        return CertificateRow.<CertificateRow>list("relationId", relation.id().value())
                .map(rows -> rows.stream()
                        .filter(row -> Certified.of(row).equals(certified))
                        .findFirst());
    }

    private Uni<CertificateRow> issue(Relation relation) {
        var certified = Certified.of(relation);
        var row = new CertificateRow();
        row.id = Ids.next();
        row.verificationCode = Ids.verificationCode(SERVICE_LETTER);
        row.relationId = relation.id().value();
        row.personId = relation.personId().value();
        row.scheme = relation.scheme();
        row.place = relation.place().code();
        row.payer = certified.payer();
        row.fromMonth = certified.from();
        row.toMonth = certified.to();
        row.paused = certified.paused().stream().map(PausedMonths::text).collect(Collectors.joining(" "));
        row.issuedOn = day.today();
        return row.persist();
    }

    private Uni<Void> audited(Caller caller, UUID person) {
        return caller.scope() instanceof AccessScope.Own
                ? Uni.createFrom().voidItem()
                : audit.record(new Audit.Entry(caller, "certificate.print", person, "served by the agency"));
    }
}
