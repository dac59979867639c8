package org.lingbao.enrollment.person;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.lingbao.platform.personal.IdentityNumber;
import org.lingbao.platform.personal.PersonName;
import org.lingbao.platform.personal.PhoneNumber;

/** A person as answered: number, name and phone write themselves masked. */
@RegisterForReflection
record PersonView(UUID personId, IdentityNumber identityNumber, PersonName name, PhoneNumber phone, String hukou) {}
