package dev.dockhand.app;

import dev.dockhand.app.cli.WindowStart;
import dev.dockhand.app.machine.Enrolling;
import dev.dockhand.app.machine.EnrolmentForm;
import dev.dockhand.app.machine.NotEnrolledException;
import dev.dockhand.app.ui.FullScreen;
import dev.dockhand.app.ui.enrolment.EnrolmentViewModel;
import dev.dockhand.app.ui.enrolment.EnrolmentWindow;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a machine a station before its window opens: by what is set for it, without a question, else by the page. */
final class StationEnrolment {

    private static final Logger LOG = LoggerFactory.getLogger(StationEnrolment.class);

    private final Enrolling enrolling;
    private final boolean kiosk;

    StationEnrolment(WindowStart start) {
        enrolling = start.enrolling();
        kiosk = start.kiosk();
    }

    /** Whether it is a station; waits for people where it must ask, and is false when they close the page. */
    boolean enrolled() {
        if (enrolling.isDone()) {
            return true;
        }
        EnrolmentForm preset = enrolling.preset();
        NotEnrolledException wrong = preset.isComplete() ? tried(preset) : null;
        return enrolling.isDone() || asked(preset, wrong);
    }

    private @Nullable NotEnrolledException tried(EnrolmentForm preset) {
        try {
            enrolling.enrol(preset);
            LOG.info("enrolled by what is set for this machine: {}", preset);
            return null;
        } catch (NotEnrolledException e) {
            LOG.warn("not enrolled by what is set for this machine: {}", e.getMessage(), e);
            return e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private boolean asked(EnrolmentForm preset, @Nullable NotEnrolledException wrong) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        try (ExecutorService background = Executors.newSingleThreadExecutor()) {
            Platform.runLater(() -> open(preset, wrong, background, answer));
            return answer.join();
        }
    }

    private void open(
            EnrolmentForm preset,
            @Nullable NotEnrolledException wrong,
            ExecutorService background,
            CompletableFuture<Boolean> answer) {
        try {
            Stage stage = new Stage();
            EnrolmentViewModel model =
                    new EnrolmentViewModel(preset, wrong, enrolling::enrol, background, Platform::runLater, () -> {
                        answer.complete(true);
                        stage.close();
                    });
            stage.setOnHidden(event -> answer.complete(false));
            if (kiosk) {
                // Nothing is at stake before it is a station, but there is nobody to say the word either.
                FullScreen.kiosk(stage, () -> LOG.info("the page of a kiosk does not close"));
            } else {
                FullScreen.byF11(stage);
            }
            new EnrolmentWindow(model).open(stage);
        } catch (RuntimeException | Error e) {
            answer.completeExceptionally(e);
        }
    }
}
