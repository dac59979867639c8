package org.lingbao.enrollment.person;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.identity.AccessScope;

/** Whom papers are about, for the feature that makes them. It joins the caller's session and transaction and opens none of its own. */
@ApplicationScoped
public class Holders {
    private final Sealed sealed;
    private final BusinessDay day;

    Holders(Sealed sealed, BusinessDay day) {
        this.sealed = sealed;
        this.day = day;
    }

    /** The person, if whoever asks may see them. */
    public Uni<Optional<Holder>> find(UUID person, AccessScope scope) {
        var visible = Visible.to(scope, "p.id", day.today());
        return PersonRow.<PersonRow>find(
                        "from PersonRow p where p.id = :id and " + visible.hql(), visible.with("id", person))
                .firstResult()
                .map(row -> Optional.ofNullable(row).map(sealed::holder));
    }
}
