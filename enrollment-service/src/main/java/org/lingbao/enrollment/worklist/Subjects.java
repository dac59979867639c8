package org.lingbao.enrollment.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.lingbao.personal.IdentityNumber;
import org.lingbao.personal.PersonName;
import org.lingbao.personal.Vault;

/** Seals who a task is about, for whoever makes tasks, and opens it for the one who is sent there. */
@ApplicationScoped
public class Subjects {
    private static final String NAME = "task.subject_name";
    private static final String NUMBER = "task.subject_number";

    private final Vault vault;

    Subjects(Vault vault) {
        this.vault = vault;
    }

    public byte[] name(PersonName name) {
        return vault.seal(NAME, name);
    }

    public byte[] number(IdentityNumber number) {
        return vault.seal(NUMBER, number);
    }

    TaskView.@Nullable Subject open(byte @Nullable [] name, byte @Nullable [] number) {
        return name == null || number == null
                ? null
                : new TaskView.Subject(
                        vault.open(NAME, name), new IdentityNumber(vault.open(NUMBER, number)).toString());
    }
}
