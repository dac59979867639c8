package org.lingbao.manifests;

import java.util.List;
import java.util.stream.Stream;

/** All checks, in the order in which their findings are best repaired. */
record Suite(List<Check> checks) implements Check {
    static Suite of(Project project) {
        return new Suite(List.of(
                new StrictTypes(),
                CustomSchemas.ours(),
                new Isolation(),
                new PodSecurity(),
                new PodCare(
                        project.platformDuration("quarkus.shutdown.timeout"),
                        project.platformDuration("quarkus.oidc.connection-delay")),
                Images.read(project.root()),
                new References(),
                new Environment(project, QuarkusKeys.read()),
                new Mounts(project),
                new Ports(project),
                new Topics(project),
                new Databases(project),
                new Scaling(project),
                new Routes(project),
                new Realm(project)));
    }

    /** What is held against alerts and dashboards, which belong to no cell. */
    static Suite ofObservability(Project project) {
        var shown = Shown.read(project.root());
        return new Suite(List.of(new StrictTypes(), new Alerts(project.root(), shown), new Dashboards(shown)));
    }

    Suite and(Check another) {
        return new Suite(Stream.concat(checks.stream(), Stream.of(another)).toList());
    }

    @Override
    public Stream<Finding> findings(Overlay overlay) {
        return checks.stream().flatMap(check -> check.findings(overlay));
    }
}
