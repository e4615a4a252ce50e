package dev.dockhand.app.ui.work;

import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.menu.JobRegistry;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The shapes of jobs, and of what they ask to be scanned. */
final class WorkIcons {

    private WorkIcons() {}

    /** The shape of what is to be scanned. */
    static Ikon of(Target target) {
        return switch (target) {
            case BADGE -> Material2RoundAL.ASSIGNMENT_IND;
            case NOTICE -> Material2RoundAL.DESCRIPTION;
            case ITEM -> Material2RoundAL.LOCAL_OFFER;
            case PLATE -> Material2RoundAL.LABEL;
            case LOCATION -> Material2RoundMZ.PLACE;
            case TOTE -> Material2RoundMZ.SHOPPING_BASKET;
            case WAYBILL -> Material2RoundMZ.RECEIPT;
        };
    }

    /** The shape of a job, or of what comes before one. */
    public static Ikon of(FlowId flow) {
        return JobRegistry.of(flow)
                .map(job -> named(job.icon()))
                .orElse(flow.equals(FlowId.MENU) ? Material2RoundAL.APPS : Material2RoundAL.ACCOUNT_BOX);
    }

    private static Ikon named(String icon) {
        return icon.startsWith("mdral")
                ? Material2RoundAL.findByDescription(icon)
                : Material2RoundMZ.findByDescription(icon);
    }
}
