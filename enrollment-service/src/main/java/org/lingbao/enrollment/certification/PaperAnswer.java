package org.lingbao.enrollment.certification;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lingbao.paper.Format;
import org.lingbao.paper.Paper;
import org.lingbao.paper.Press;
import org.lingbao.platform.problem.Problem;

/** Answers with a paper in the format that is asked for; whoever names none gets a PDF. Nobody on the way may keep it. */
@ApplicationScoped
class PaperAnswer {
    static final String PDF = "application/pdf";
    static final String OFD = "application/ofd";
    private static final CacheControl NO_STORE = CacheControl.valueOf("no-store");

    private final Press press;

    PaperAnswer(Press press) {
        this.press = press;
    }

    /** The first that is acceptable, in the reader's order; other types were refused before. */
    static Format wanted(List<MediaType> acceptable) {
        return acceptable.stream()
                .flatMap(type -> Stream.of(Format.values())
                        .filter(format -> type.isCompatible(MediaType.valueOf(format.mediaType()))))
                .findFirst()
                .orElse(Format.PDF);
    }

    /** @param name of the file, without its ending */
    Uni<Response> of(Optional<Paper> paper, Format format, String name) {
        return paper.map(found -> press.print(found, format)
                        .map(file -> Response.ok(file, format.mediaType())
                                .header(
                                        HttpHeaders.CONTENT_DISPOSITION,
                                        "inline; filename=" + name + "." + format.ending())
                                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                                .cacheControl(NO_STORE)
                                .build()))
                .orElseGet(() -> Uni.createFrom().item(Problem.notFound().toResponse()));
    }
}
