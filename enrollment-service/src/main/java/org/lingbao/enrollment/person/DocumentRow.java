package org.lingbao.enrollment.person;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.identity.DocumentKind;

/** A row of {@code person_document}: another document of a person, beside the one of the registration. Never changed. */
@Entity
@Immutable
@Table(name = "person_document")
@SuppressWarnings("NullAway.Init")
class DocumentRow extends PanacheEntityBase {
    @Id
    @Column(name = "document_id")
    UUID id;

    @Column(name = "person_id")
    UUID personId;

    @Enumerated(EnumType.STRING)
    DocumentKind kind;

    /** Of a passport; null of all other documents. */
    @Nullable
    String country;

    byte[] number;

    @Column(name = "number_index")
    byte[] numberIndex;

    @Column(name = "stated_on")
    LocalDate statedOn;

    @Column(name = "actor_issuer")
    String actorIssuer;

    @Column(name = "actor_subject")
    String actorSubject;
}
