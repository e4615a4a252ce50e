package dev.dockhand.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.ui.SampleScreens;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WishesTest {

    private static final Map<String, BenchView> VIEWS = SampleScreens.in(Locale.KOREAN);
    private static final List<SampleData.Badge> BADGES = List.of(
            new SampleData.Badge("이정은", "OP-7007", "314159", true),
            new SampleData.Badge("김민지", "OP-1001", "246810", false));

    private final Wishes wishes = new Wishes(
            () -> {
                throw new AssertionError("nothing is looked up");
            },
            BADGES);

    private Wish at(String view) {
        return wishes.of(Objects.requireNonNull(VIEWS.get(view)));
    }

    @Test
    void aBadgeAndItsPinAreSuggestedAtSignIn() {
        assertThat(at("signin-badge")).isEqualTo(Wish.Scan.of(Wish.Kind.BADGE, "OP-1001", "김민지"));
        assertThat(at("signin-pin")).isEqualTo(new Wish.Type("246810"));
    }

    @Test
    void aSupervisorsBadgeAndPinAreSuggestedWhereASupervisorIsAskedFor() {
        assertThat(at("signin-ask-supervisor")).isEqualTo(Wish.Scan.of(Wish.Kind.BADGE, "OP-7007", "이정은"));
        assertThat(at("signin-supervisor-pin")).isEqualTo(new Wish.Type("314159"));
    }
}
