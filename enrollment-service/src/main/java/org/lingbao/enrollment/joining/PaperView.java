package org.lingbao.enrollment.joining;

import java.util.List;
import java.util.Set;
import org.lingbao.rules.enrollment.Document;
import org.lingbao.rules.trace.Text;

/** What one shows to enroll somewhere (参保材料), and what it is called. */
public record PaperView(Document code, Text name) {

    /** Of each list one is to be shown. */
    public static List<List<PaperView>> of(List<Set<Document>> documents) {
        return documents.stream()
                .map(anyOf -> anyOf.stream()
                        .sorted()
                        .map(document -> new PaperView(document, document.words()))
                        .toList())
                .toList();
    }
}
