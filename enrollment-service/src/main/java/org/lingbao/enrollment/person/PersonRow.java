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
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.identity.DocumentKind;
import org.lingbao.rules.identity.Sex;

/** A row of {@code person}. Identity, name and phone are sealed: only {@link Sealed} opens them. */
@Entity
@Table(name = "person")
@SuppressWarnings("NullAway.Init")
class PersonRow extends PanacheEntityBase {
    @Id
    UUID id;

    @Column(name = "identity_number", updatable = false)
    byte[] identityNumber;

    @Column(name = "identity_index", updatable = false)
    byte[] identityIndex;

    @Enumerated(EnumType.STRING)
    @Column(name = "identity_kind", updatable = false)
    DocumentKind identityKind;

    /** Of a passport; null of all other documents. */
    @Column(name = "identity_country", updatable = false)
    @Nullable
    String identityCountry;

    byte[] name;

    /** Null while only an employer has named the person. */
    byte @Nullable [] phone;

    @Column(name = "phone_index")
    byte @Nullable [] phoneIndex;

    @Column(name = "birth_date", updatable = false)
    LocalDate birthDate;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    Sex sex;

    /** Null while only an employer has named the person. */
    @Nullable
    String hukou;

    /** Null while nobody has said it. */
    @Nullable
    String community;

    @Column(name = "registered_on", updatable = false)
    LocalDate registeredOn;

    /** The person whom this one turned out to be; null: this one. Written by {@link MergePersons} alone. */
    @Column(name = "survivor_id", insertable = false, updatable = false)
    @Nullable
    UUID survivorId;
}
