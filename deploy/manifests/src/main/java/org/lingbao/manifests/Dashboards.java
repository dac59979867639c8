package org.lingbao.manifests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A dashboard of Grafana can be read, asks for metrics that there are, and shows one cell at a time. */
record Dashboards(Shown shown) implements Check {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LABEL = "grafana_dashboard";
    private static final String CELL = "cell=\"$cell\"";

    /**
     * One of the files of a ConfigMap.
     *
     * @param where for who repairs it
     */
    private record Board(Manifest map, String where, JsonNode tree) {
        Stream<JsonNode> panels() {
            return Manifest.each(tree.path("panels"));
        }

        Stream<String> queries() {
            return panels().flatMap(panel -> Manifest.each(panel.path("targets")))
                    .map(target -> target.path("expr").asText());
        }
    }

    @Override
    public Stream<Finding> findings(Overlay overlay) {
        var ids = new HashSet<String>();
        var queries = Stream.concat(boards(overlay).flatMap(Board::queries), Alerts.queries(overlay).stream());
        return Stream.of(
                        maps(overlay).flatMap(map -> unreadable(overlay, map)),
                        boards(overlay).flatMap(board -> board(overlay, board, ids)),
                        shown.unseen(queries)
                                .map(metric -> overlay.missing(
                                        Shown.FOLDER,
                                        metric,
                                        "nobody looks at it",
                                        "show it on a dashboard, or let an alert ask for it")))
                .flatMap(finding -> finding);
    }

    private static Stream<Manifest> maps(Overlay overlay) {
        return overlay.all("ConfigMap").filter(map -> map.labels().containsKey(LABEL));
    }

    private static Stream<Board> boards(Overlay overlay) {
        return maps(overlay)
                .flatMap(map -> map.at("/data").properties().stream().flatMap(file -> read(map, file).stream()));
    }

    private static Optional<Board> read(Manifest map, Map.Entry<String, JsonNode> file) {
        try {
            return Optional.of(
                    new Board(map, file.getKey(), JSON.readTree(file.getValue().asText())));
        } catch (JsonProcessingException told) {
            return Optional.empty();
        }
    }

    private static Stream<Finding> unreadable(Overlay overlay, Manifest map) {
        return map.at("/data").properties().stream()
                .filter(file -> read(map, file).isEmpty())
                .map(file -> overlay.finding(map, file.getKey() + " is no JSON", "correct the file"));
    }

    private Stream<Finding> board(Overlay overlay, Board board, Set<String> ids) {
        var rules = new Rules(overlay, board.map());
        var variables = Manifest.each(board.tree().at("/templating/list"))
                .map(variable -> variable.path("name").asText())
                .toList();
        return Stream.of(
                        rules.require(
                                ids.add(board.tree().path("uid").asText())
                                        && !board.tree().path("uid").asText().isBlank()
                                        && !board.tree().path("title").asText().isBlank(),
                                board.where() + " has no uid or title of its own",
                                "uid and title that no other dashboard has"),
                        rules.require(
                                variables.contains("cell") && variables.contains("datasource"),
                                board.where() + " does not let choose a cell and where to ask",
                                "templating.list with the variables datasource and cell"),
                        board.panels().flatMap(panel -> panel(overlay, board, panel)))
                .flatMap(finding -> finding);
    }

    private Stream<Finding> panel(Overlay overlay, Board board, JsonNode panel) {
        var where = board.where() + ", panel " + panel.path("title").asText();
        return Manifest.each(panel.path("targets"))
                .map(target -> target.path("expr").asText())
                .flatMap(query -> Stream.concat(
                        shown.findings(overlay, board.map(), where, query),
                        new Rules(overlay, board.map())
                                .require(
                                        query.contains(CELL),
                                        where + " mixes the cells",
                                        "select {" + CELL + "} in " + query)));
    }
}
