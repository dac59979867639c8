package org.lingbao.local.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds statements of a service that read a large table from one end to the other. With a test's few rows nobody notices; with
 * those of a city such a statement takes seconds for one person's event.
 *
 * <p>Statements are the constants of the service's classes. Each is planned as it is for any values, without being run, on empty
 * tables and by a planner that goes from row to row by indexes, and reads a whole table or index only where none of them leads on.
 */
public final class WholeReads {
    private static final Pattern STATEMENT =
            Pattern.compile("\\s*(with|select|insert|update|delete)\\s.*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Set<String> BY_INDEX = Set.of("Index Scan", "Index Only Scan", "Bitmap Index Scan");

    private static final Pattern PARTITION = Pattern.compile("_(past|[0-9]{4})$");

    /** Of the connection's own, found before the others: what tests have written into those moves no plan. */
    private static final String EMPTY_TABLES = """
            do $$ declare name text; begin
                for name in select relname from pg_class
                    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
                loop execute format('create temporary table %1$I (like public.%1$I including all)', name); end loop;
            end $$""";

    private static final String BY_INDEXES_ALONE =
            "set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off; set enable_material = off";
    private static final String NO_STATEMENT = "42";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<String> large;
    private final Set<String> waiting;
    private final int fewest;

    /**
     * @param large tables with rows of every person
     * @param waiting indexes of only what waits for somebody: those may be read as a whole; named after table and columns, as
     *     PostgreSQL names them
     * @param fewest how many statements the service has at least: with fewer they were not found
     */
    public WholeReads(Set<String> large, Set<String> waiting, int fewest) {
        this.large = large;
        this.waiting = waiting;
        this.fewest = fewest;
    }

    /**
     * Looks at all statements of the service whose test runs.
     *
     * @param everybody statements (class and field) that are about everybody and may read what they like
     * @return which of the others reads which tables as a whole
     * @throws IllegalStateException when one of {@code everybody} is not there, or hardly any: then others were not seen either
     */
    public Map<String, Set<String>> but(Set<String> everybody) {
        var found = of(Path.of("target/classes"));
        if (found.size() < fewest || !found.keySet().containsAll(everybody)) {
            throw new IllegalStateException("Too few statements, or not all of " + everybody + ": " + found.keySet());
        }
        found.entrySet()
                .removeIf(statement -> everybody.contains(statement.getKey())
                        || statement.getValue().isEmpty());
        return found;
    }

    /** A fragment of a statement is none. */
    private Map<String, Set<String>> of(Path classes) {
        var found = new TreeMap<String, Set<String>>();
        try (var connection = TestDatabase.connect("simple"); // a statement without its values can only be asked for so
                var files = Files.walk(classes)) {
            try (var setting = connection.createStatement()) {
                setting.execute(EMPTY_TABLES);
                setting.execute(BY_INDEXES_ALONE);
            }
            files.flatMap(file -> constants(classes, file))
                    .forEach(
                            field -> read(connection, text(field)).ifPresent(tables -> found.put(name(field), tables)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    /** The statements of one class, and fragments that read like some. */
    static Stream<Field> constants(Path classes, Path file) {
        if (!file.toString().endsWith(".class")) {
            return Stream.empty();
        }
        var name = classes.relativize(file).toString().replace(".class", "").replace('/', '.');
        try {
            return Arrays.stream(
                            Class.forName(name, false, Thread.currentThread().getContextClassLoader())
                                    .getDeclaredFields())
                    .filter(field -> field.getType() == String.class && Modifier.isStatic(field.getModifiers()))
                    .filter(field -> STATEMENT.matcher(text(field)).matches());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    static String name(Field field) {
        return field.getDeclaringClass().getSimpleName() + "." + field.getName();
    }

    static String text(Field field) {
        field.setAccessible(true);
        try {
            return String.valueOf(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Set<String>> read(Connection connection, String statement) {
        var tables = new TreeSet<String>();
        try (var asking = connection.createStatement();
                var answer = asking.executeQuery("explain (generic_plan, format json) " + statement)) {
            if (answer.next()) {
                look(JSON.readTree(answer.getString(1)).at("/0/Plan"), "", tables);
            }
        } catch (SQLException e) {
            if (!e.getSQLState().startsWith(NO_STATEMENT)) {
                throw new IllegalStateException(statement, e);
            }
            return Optional.empty();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return Optional.of(tables);
    }

    /** @param table of the node above, for the index of a bitmap does not tell its own */
    private void look(JsonNode node, String table, Set<String> tables) {
        var own = node.path("Relation Name").asText(table);
        var kind = node.path("Node Type").asText();
        var byNothing = BY_INDEX.contains(kind)
                && !node.has("Index Cond")
                && !waiting.contains(node.path("Index Name").asText());
        if ((kind.equals("Seq Scan") || byNothing)
                && large.contains(PARTITION.matcher(own).replaceFirst(""))) {
            tables.add(own + " (" + kind + ")");
        }
        node.path("Plans").forEach(below -> look(below, own, tables));
    }
}
