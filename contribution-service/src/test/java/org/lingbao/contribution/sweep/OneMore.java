package org.lingbao.contribution.sweep;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** As one more instance of the service would: it takes steps beside the worker. */
@ApplicationScoped
public class OneMore {
    private final SweepSteps steps;
    private final List<Swept> kinds;

    OneMore(SweepSteps steps, @All List<Swept> kinds) {
        this.steps = steps;
        this.kinds = kinds;
    }

    public Uni<Boolean> step(Sweep.Kind kind) {
        return steps.next(
                kinds.stream().filter(one -> one.kind() == kind).findFirst().orElseThrow(), 0);
    }
}
