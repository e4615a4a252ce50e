package dev.dockhand.app.ui.enrolment;

import dev.dockhand.app.machine.EnrolmentForm;
import dev.dockhand.app.machine.NotEnrolledException;

/** Who enrols. */
@FunctionalInterface
public interface Enroller {

    /**
     * Enrols; may take long.
     *
     * @throws NotEnrolledException when it does not
     */
    void enrol(EnrolmentForm form) throws NotEnrolledException, InterruptedException;
}
