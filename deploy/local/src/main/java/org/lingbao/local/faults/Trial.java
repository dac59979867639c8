package org.lingbao.local.faults;

/** A failure that the running stack has to survive, and the checker of what must hold all the same. */
public interface Trial {
    /** As it is called on the command line, such as {@code abort-storm}. */
    String name();

    /** What is done and what must hold, for a person who reads along. */
    String sentence();

    /**
     * Does it once and checks. The stack is whole again afterwards, also when this throws.
     *
     * @return a line of figures
     * @throws org.lingbao.local.part.PartFailed naming what does not hold
     * @throws Skipped where this machine cannot do it
     */
    String run(Ground ground);
}
