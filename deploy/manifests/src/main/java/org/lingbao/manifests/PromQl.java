package org.lingbao.manifests;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads a query of Prometheus as far as a mistake of writing shows: brackets, operators, functions, labels and ranges. Whether it
 * means something is not looked at, but for the metrics that it asks for.
 */
final class PromQl {
    private static final Set<String> AGGREGATIONS = Set.of("avg", "bottomk", "count", "max", "min", "sum", "topk");
    private static final Set<String> OF_RANGES =
            Set.of("avg_over_time", "changes", "delta", "deriv", "increase", "max_over_time", "min_over_time", "rate");
    private static final Set<String> FUNCTIONS =
            Set.of("abs", "absent", "clamp_max", "clamp_min", "histogram_quantile", "round", "time", "vector");
    private static final Set<String> OPERATORS =
            Set.of("+", "-", "*", "/", "%", "^", "==", "!=", ">", "<", ">=", "<=", "and", "or", "unless");
    private static final Set<String> MATCHERS = Set.of("=", "!=", "=~", "!~");
    private static final Set<String> GROUPINGS = Set.of("by", "without");
    private static final Set<String> JOINS = Set.of("on", "ignoring", "group_left", "group_right");

    private static final Pattern TOKEN =
            Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|\\[[^\\]]*]|\\d[\\w.]*|[a-zA-Z_:][\\w:]*"
                    + "|=~|!~|!=|==|>=|<=|[-+*/%^(){},=<>]|\\S");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][\\w:]*");
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?([eE]\\d+)?");
    private static final Pattern RANGE = Pattern.compile("\\[(\\d+(ms|s|m|h|d|w|y))+]|\\[\\$__rate_interval]");

    private final List<String> tokens = new ArrayList<>();
    private final Set<String> metrics = new TreeSet<>();
    private int position;

    /** Not understood, with the place at which it was not. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String what) {
            super(what);
        }
    }

    private PromQl(String query) {
        TOKEN.matcher(query).results().forEach(found -> tokens.add(found.group()));
    }

    /** The metrics that it asks for. */
    static Set<String> metrics(String query) {
        var read = new PromQl(query);
        var range = read.expression();
        if (!read.next().isEmpty()) {
            throw read.unexpected("an operator");
        }
        if (range) {
            throw new Unreadable("is a range, of which nothing can be shown");
        }
        return read.metrics;
    }

    private String next() {
        return position < tokens.size() ? tokens.get(position) : "";
    }

    private String take() {
        var taken = next();
        position++;
        return taken;
    }

    private void take(String expected) {
        if (!next().equals(expected)) {
            throw unexpected(expected);
        }
        position++;
    }

    private Unreadable unexpected(String instead) {
        var before = String.join(" ", tokens.subList(Math.max(0, position - 3), Math.min(position, tokens.size())));
        return new Unreadable("has \"" + next() + "\" after \"" + before + "\" instead of " + instead);
    }

    /** @return whether it is a range */
    private boolean expression() {
        var range = operand();
        while (OPERATORS.contains(next())) {
            position++;
            while (JOINS.contains(next())) {
                position++;
                if (next().equals("(")) {
                    labels();
                }
            }
            if (operand() | range) {
                throw new Unreadable("reckons with a range: take a rate or an increase of it");
            }
        }
        return range;
    }

    private boolean operand() {
        if (next().equals("-")) {
            position++;
        }
        var range = primary();
        if (next().startsWith("[")) {
            if (!RANGE.matcher(next()).matches() || range) {
                throw unexpected("a range such as [5m]");
            }
            position++;
            return true;
        }
        return range;
    }

    private boolean primary() {
        if (next().equals("(")) {
            position++;
            var range = expression();
            take(")");
            return range;
        }
        if (NUMBER.matcher(next()).matches() || next().startsWith("\"")) {
            position++;
            return false;
        }
        if (next().equals("{")) {
            throw unexpected("the name of a metric");
        }
        if (!NAME.matcher(next()).matches() || OPERATORS.contains(next())) {
            throw unexpected("a metric, a number or a function");
        }
        var name = take();
        if (AGGREGATIONS.contains(name)) {
            aggregation();
            return false;
        }
        return next().equals("(") ? call(name) : selector(name);
    }

    private void aggregation() {
        if (GROUPINGS.contains(next())) {
            position++;
            labels();
        }
        if (arguments().contains(true)) {
            throw new Unreadable("adds up a range: take a rate or an increase of it");
        }
        if (GROUPINGS.contains(next())) {
            position++;
            labels();
        }
    }

    private boolean call(String function) {
        if (!FUNCTIONS.contains(function) && !OF_RANGES.contains(function)) {
            throw new Unreadable("calls " + function + ", which is no function, or none that is used here");
        }
        if (arguments().contains(true) != OF_RANGES.contains(function)) {
            throw new Unreadable(function + (OF_RANGES.contains(function) ? " needs a range" : " takes no range"));
        }
        return false;
    }

    /** @return of each whether it is a range */
    private List<Boolean> arguments() {
        take("(");
        var all = new ArrayList<Boolean>();
        while (!next().equals(")")) {
            all.add(expression());
            if (!next().equals(")")) {
                take(",");
            }
        }
        position++;
        return all;
    }

    private boolean selector(String metric) {
        metrics.add(metric);
        if (next().equals("{")) {
            position++;
            while (!next().equals("}")) {
                label();
                if (!MATCHERS.contains(take()) || !next().startsWith("\"")) {
                    throw unexpected("a matcher such as =\"…\"");
                }
                position++;
                if (!next().equals("}")) {
                    take(",");
                }
            }
            position++;
        }
        return false;
    }

    private void labels() {
        take("(");
        while (!next().equals(")")) {
            label();
            if (!next().equals(")")) {
                take(",");
            }
        }
        position++;
    }

    private void label() {
        if (!NAME.matcher(next()).matches()) {
            throw unexpected("a label");
        }
        position++;
    }
}
