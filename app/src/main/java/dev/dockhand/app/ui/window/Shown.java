package dev.dockhand.app.ui.window;

import dev.dockhand.app.ui.keys.PageId;
import dev.dockhand.app.ui.keys.RowKey;
import dev.dockhand.app.ui.strip.StripShown;
import dev.dockhand.app.ui.work.BandShown;
import dev.dockhand.app.ui.work.WorkShown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the window shows, in words of one language. Two equal values look the same.
 *
 * @param page which page is open
 * @param strip the status strip
 * @param work the job
 * @param band the latest verdict, absent before the first
 * @param mustAnswer whether the verdict covers the job until it is answered on purpose
 * @param keys the key row
 * @param notices what the operator should know beside the job
 * @param early what is said to a touch that came too early to be meant; absent without one
 */
public record Shown(
        PageId page,
        StripShown strip,
        WorkShown work,
        @Nullable BandShown band,
        boolean mustAnswer,
        List<RowKey> keys,
        List<String> notices,
        @Nullable String early) {}
