package org.lingbao.enrollment.certification;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.lingbao.enrollment.joining.Receipt;
import org.lingbao.enrollment.joining.Receipts;
import org.lingbao.enrollment.person.Holder;
import org.lingbao.enrollment.person.Holders;
import org.lingbao.enrollment.standing.Relations;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.identity.AccessScope;

/**
 * Tells whoever was shown a paper what it must say, and whether that is so today. Whoever holds the paper has the code, which cannot
 * be guessed; so nobody's scope is asked.
 */
@ApplicationScoped
class VerifyPaper {
    private final Receipts receipts;
    private final Relations relations;
    private final Holders holders;
    private final BusinessDay day;

    VerifyPaper(Receipts receipts, Relations relations, Holders holders, BusinessDay day) {
        this.receipts = receipts;
        this.relations = relations;
        this.holders = holders;
        this.day = day;
    }

    @WithTransaction
    public Uni<Optional<VerifiedView>> byCode(String code) {
        return receipts.findByCode(code).chain(found -> found.isPresent() ? receipt(found.get()) : certificate(code));
    }

    private Uni<Optional<VerifiedView>> receipt(Receipt receipt) {
        return holder(receipt.person()).map(found -> found.map(holder -> VerifiedView.of(receipt, holder)));
    }

    private Uni<Optional<VerifiedView>> certificate(String code) {
        return CertificateRow.<CertificateRow>find("verificationCode", code)
                .firstResult()
                .chain(row -> row == null ? Uni.createFrom().item(Optional.empty()) : certificate(row));
    }

    private Uni<Optional<VerifiedView>> certificate(CertificateRow row) {
        return relations
                .find(row.relationId)
                .map(relation -> relation.map(Certified::of).filter(Certified.of(row)::equals))
                .chain(same -> holder(row.personId)
                        .map(found ->
                                found.map(holder -> VerifiedView.of(row, holder, same.isPresent(), day.today()))));
    }

    private Uni<Optional<Holder>> holder(UUID person) {
        return holders.find(person, new AccessScope.Everything());
    }
}
