package org.lingbao.rules.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.lingbao.rules.trace.Status;
import org.lingbao.rules.trace.Text;
import org.lingbao.rules.trace.Trace;

/** A trace as an indented tree of lines, or as JSON. */
final class TraceTree {
    private static final Text DATES = new Text("自 %s 起施行，%s 公布", "in force from %s, published %s");
    private static final Text DERIVED = new Text("按文件规则推算", "derived");
    private static final Text UNCERTAIN = new Text("待确认", "uncertain");

    private TraceTree() {}

    static List<String> of(Trace root, Language language) {
        var lines = new ArrayList<String>();
        lines.add(language.of(root.text()));
        below(root, "", language, lines);
        return lines;
    }

    private static void below(Trace node, String indent, Language language, List<String> lines) {
        lines.add(indent + (node.children().isEmpty() ? "  " : "│ ") + source(node, language));
        var last = node.children().size();
        for (var child : node.children()) {
            last--;
            lines.add(indent + (last == 0 ? "└─ " : "├─ ") + language.of(child.text()));
            below(child, indent + (last == 0 ? "   " : "│  "), language, lines);
        }
    }

    private static String source(Trace node, Language language) {
        var parts = new ArrayList<String>();
        parts.add(node.article());
        var effective = node.inputs().get("effective");
        if (node.children().isEmpty() && effective != null) {
            parts.add(language.of(DATES).formatted(effective, node.inputs().get("published")));
        }
        if (node.status() != Status.OFFICIAL) {
            parts.add("[" + language.of(text(node.status())) + "]");
        }
        return String.join(" · ", parts);
    }

    static Text text(Status status) {
        return status == Status.DERIVED ? DERIVED : UNCERTAIN;
    }

    static ObjectNode json(Trace trace) {
        var json = Answers.object().put("rule", trace.rule());
        json.putObject("text")
                .put("zh", trace.text().zh())
                .put("en", trace.text().en());
        json.put("article", trace.article());
        var inputs = json.putObject("inputs");
        trace.inputs().forEach(inputs::put);
        json.put("outcome", trace.outcome()).put("status", trace.status().word());
        var children = json.putArray("children");
        trace.children().forEach(child -> children.add(json(child)));
        return json;
    }
}
