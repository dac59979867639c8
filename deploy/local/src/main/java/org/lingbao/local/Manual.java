package org.lingbao.local;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The texts of {@code ./lingbao help}. */
final class Manual {
    static final List<String> COMMANDS = List.of("up", "down", "status", "demo", "test", "rules", "help");

    static final String ALL = """
            灵保 Lingbao: social insurance for flexibly employed workers, on this machine.

              ./lingbao demo                enroll, bill, pay, statement: the main job, told with amounts
              ./lingbao up [--fresh]        start PostgreSQL, Kafka, an issuer of tokens and the services
              ./lingbao status [--json]     what runs, where, and its logs
              ./lingbao down                stop all of it
              ./lingbao test                everything that CI runs
              ./lingbao rules check FILE    check your own computations against the law as data
              ./lingbao help COMMAND        more about one command

            It needs a JDK 25 and nothing else. All data, keys and logs are below .lingbao/.
            LINGBAO_PORT_OFFSET=1000 moves all ports; LINGBAO_HOME=DIR puts .lingbao elsewhere.
            """;

    private static final Map<String, String> TEXTS = Map.of(
            "up", """
            ./lingbao up [--fresh] [--cells 37]

            Starts what is not running and returns when all of it is healthy; builds first what is missing or stale.
            Run again after a service died: it starts only that one.
              --fresh       stop, forget all data, keys and logs, and start empty
              --cells 37    the provinces, by the first two digits of their code, with commas between
            Services of cell 37: enrollment 8371, contribution 8372, transfer 8373, job-matching 8374.
            Issuer 8010, PostgreSQL 8011, Kafka 8012. Exit 0: all healthy. Exit 1: one sentence says why not.
            """,
            "down", """
            ./lingbao down

            Stops everything that up started. Data stays; up --fresh forgets it.
            """,
            "status", """
            ./lingbao status [--json]

            Says what runs, on which port, with which pid and log. Exit 0: all is ready. Exit 1: something is not.
            """,
            "demo", """
            ./lingbao demo [--json] [--resume]

            Does the main job over the public interfaces with real tokens and checks every step; starts the stack if
            needed. Exit 1 on the first thing that is not as it should be.
              --json        one JSON document with steps and figures, nothing else, on standard output
              --resume      go on with the last story where it stopped, under the same keys
            """,
            "test", """
            ./lingbao test

            All tests of all modules, then the journey: a stack of its own beside any other, demo, down.
            """,
            "rules", """
            ./lingbao rules check FILE

            Compares worked cases (JSON lines) with what the rules compute, and names every difference.
            """,
            "help", ALL);

    private Manual() {}

    static Optional<String> of(String command) {
        return Optional.ofNullable(TEXTS.get(command));
    }
}
