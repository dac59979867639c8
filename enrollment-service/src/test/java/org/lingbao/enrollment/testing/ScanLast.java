package org.lingbao.enrollment.testing;

import static java.util.Comparator.comparing;

import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/** Classes in an order of chance; the one that looks at all that the run has written comes last. */
public final class ScanLast implements ClassOrderer {
    private final ClassOrderer random = new ClassOrderer.Random();

    @Override
    public void orderClasses(ClassOrdererContext context) {
        random.orderClasses(context);
        context.getClassDescriptors()
                .sort(comparing(one -> one.getTestClass().getName().equals(PrivacyTest.class.getName())));
    }
}
