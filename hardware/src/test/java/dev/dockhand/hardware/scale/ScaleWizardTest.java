package dev.dockhand.hardware.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dockhand.hardware.port.AnyOpener;
import dev.dockhand.hardware.scale.ScaleWizard.Advice;
import dev.dockhand.hardware.scale.ScaleWizard.Fit;
import dev.dockhand.hardware.scale.ScaleWizard.Judged;
import dev.dockhand.hardware.scale.ScaleWizard.Recording;
import dev.dockhand.hardware.scale.ScaleWizard.Verdict;
import dev.dockhand.hardware.scale.ScaleWizard.Why;
import dev.dockhand.hardware.virtual.FarEnd;
import dev.dockhand.hardware.virtual.VirtualPty;
import dev.dockhand.hardware.virtual.VirtualScale;
import dev.dockhand.hardware.virtual.VirtualScalePan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class ScaleWizardTest {

    private static final ScaleProfiles PROFILES = ScaleProfiles.load();

    static List<String> profiles() {
        return PROFILES.all().stream().map(ScaleProfile::id).toList();
    }

    private static List<Recording> all(String raw) {
        return PROFILES.all().stream()
                .map(profile -> new Recording(profile, Golden.frame(raw), Optional.empty()))
                .toList();
    }

    private static Judged of(Advice advice, String id) {
        return advice.ranking().stream()
                .filter(judged -> judged.profile().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Every virtual scale is found among all profiles, by what it says on a real line. */
    @ParameterizedTest
    @MethodSource("profiles")
    void findsWhatAScaleSpeaks(String id) throws InterruptedException {
        VirtualScalePan pan = VirtualScalePan.parcel();
        ScaleProbe probe = new ScaleProbe(new AnyOpener(), Duration.ofMillis(500));
        List<String> tried = new ArrayList<>();
        try (FarEnd end = FarEnd.socket()) {
            end.serve(VirtualScale.forProfile(id, pan).orElseThrow());
            String uri = end.address().uri();
            List<Recording> empty = probe.listen(
                    uri, PROFILES.all(), group -> tried.add(group.getFirst().id()));
            pan.load(2500);
            List<Recording> loaded = probe.listen(uri, PROFILES.all(), group -> {});
            Advice advice = ScaleWizard.judge(empty, loaded);
            assertThat(tried).isNotEmpty();
            assertThat(of(advice, id).fit())
                    .isEqualTo(advice.ranking().getFirst().fit());
            boolean proved = !id.equals("cas-10") && !id.equals("adam-az");
            assertThat(of(advice, id).why()).isEqualTo(proved ? Why.AS_IT_IS : Why.STABILITY_UNKNOWN);
            assertThat(advice.suggestion()).isPresent();
            assertThat(of(advice, id).loadedGrams().orElseThrow().intValue()).isBetween(2495, 2505);
        }
    }

    /** What a scale with this profile may also be read as, without a difference in the weight. */
    private static List<String> alike(String id) {
        return switch (id) {
            case "toledo-8217" -> List.of("toledo-8217", "benchpro-8217");
            case "nci" -> List.of("nci", "scp-12");
            default -> List.of(id);
        };
    }

    /** A PTY is opened by jSerialComm, with the settings of each profile in turn, as an adapter is. */
    @ParameterizedTest
    @ValueSource(strings = {"toledo-8217", "nci", "mt-sics"})
    void findsWhatAScaleOnASerialLineSpeaks(String id, @TempDir Path folder) throws InterruptedException {
        assumeTrue(VirtualPty.supported());
        VirtualScalePan pan = VirtualScalePan.parcel();
        ScaleProbe probe = new ScaleProbe(new AnyOpener(), Duration.ofMillis(800));
        try (VirtualPty line = new VirtualPty(folder.resolve("scale"))) {
            line.serve(VirtualScale.forProfile(id, pan).orElseThrow());
            String uri = "serial:" + line.address().path();
            List<Recording> empty = probe.listen(uri, PROFILES.all(), group -> {});
            pan.load(2500);
            List<Recording> loaded = probe.listen(uri, PROFILES.all(), group -> {});
            Advice advice = ScaleWizard.judge(empty, loaded);
            assertThat(advice.verdict()).isEqualTo(alike(id).size() == 1 ? Verdict.CLEAR : Verdict.EQUAL);
            assertThat(advice.suggestion().orElseThrow().id()).isIn(alike(id));
            assertThat(of(advice, id).why()).isEqualTo(Why.AS_IT_IS);
            assertThat(of(advice, id).loadedGrams().orElseThrow()).isEqualByComparingTo("2500");
        }
    }

    @Test
    void theEmptyPanTellsWhichWayUpTheBitsAre() {
        Advice advice = ScaleWizard.judge(all("<0A> 00.000KG<0D>20<03>"), all("<0A> 01.234KG<0D>00<03>"));
        assertThat(of(advice, "scp-12").fit()).isEqualTo(Fit.MAKES_SENSE);
        assertThat(of(advice, "scp-12-inverted").fit()).isEqualTo(Fit.CONTRADICTS);
        Advice inverted = ScaleWizard.judge(all("<0A> 00.000KG<0D>=?<03>"), all("<0A> 01.234KG<0D>??<03>"));
        assertThat(inverted.verdict()).isEqualTo(Verdict.CLEAR);
        assertThat(inverted.suggestion().orElseThrow().id()).isEqualTo("scp-12-inverted");
    }

    @ParameterizedTest
    @CsvSource({
        "'<02>00.000<0D>', '<02>01.234<0D>', AS_IT_IS",
        "'<02>?P<0D>', '<02>01.234<0D>', AS_IT_IS",
        "'<02>?A<0D><02>00.000<0D>', '<02>?A<0D><02>01.234<0D>', AS_IT_IS",
        "'<02>01.234<0D>', '<02>00.000<0D>', LOADED_IS_NOT_HEAVIER",
        "'<02>01.234<0D>', '<02>01.234<0D>', LOADED_IS_NOT_HEAVIER",
        "'<02>01.000<0D>', '<02>01.234<0D>', EMPTY_IS_NOT_ZERO",
        "'<02>?A<0D>', '<02>01.234<0D>', EMPTY_MOVES",
        "'<02>00.000<0D>', '<02>?A<0D>', LOADED_MOVES",
        "'<02>00.000<0D>', '<02>?B<0D>', CANNOT_WEIGH",
        "'ST,GS', 'US,GS', NO_FRAME",
        "'', '', NO_BYTE",
    })
    void saysWhy(String empty, String loaded, Why why) {
        assertThat(of(ScaleWizard.judge(all(empty), all(loaded)), "toledo-8217").why())
                .isEqualTo(why);
    }

    @Test
    void saysWhenSeveralReadDifferentWeights() {
        ScaleProfile kilograms = PROFILES.byId("toledo-8217").orElseThrow();
        ScaleProfile pounds = PROFILES.read("""
            { "id": "shop", "name": "Shop", "like": "toledo-8217",
              "lines": [{ "form": "\\\\x02(?<weight>[0-9]{2}\\\\.[0-9]{3})\\\\r", "rests": true, "unit": "lb" }] }\
            """);
        List<Recording> empty = recordings("<02>00.000<0D>", kilograms, pounds);
        List<Recording> loaded = recordings("<02>01.234<0D>", kilograms, pounds);
        Advice advice = ScaleWizard.judge(empty, loaded);
        assertThat(advice.verdict()).isEqualTo(Verdict.AMBIGUOUS);
        assertThat(advice.suggestion()).isEmpty();
        assertThat(ScaleWizard.judge(all("<02>00.000<0D>"), all("<02>01.234<0D>"))
                        .verdict())
                .isEqualTo(Verdict.EQUAL);
    }

    private static List<Recording> recordings(String raw, ScaleProfile... profiles) {
        return List.of(profiles).stream()
                .map(profile -> new Recording(profile, Golden.frame(raw), Optional.empty()))
                .toList();
    }

    @Test
    void aPortThatCannotBeOpenedIsSaid() throws InterruptedException {
        ScaleProbe probe = new ScaleProbe(new AnyOpener(), Duration.ofMillis(100));
        List<Recording> none = probe.listen("file:/no/such/port", PROFILES.all(), group -> {});
        assertThat(none)
                .hasSameSizeAs(PROFILES.all())
                .allSatisfy(recording -> assertThat(recording.problem()).isPresent());
        Advice advice = ScaleWizard.judge(none, none);
        assertThat(advice.verdict()).isEqualTo(Verdict.NONE);
        assertThat(advice.ranking())
                .allSatisfy(judged -> assertThat(judged.why()).isEqualTo(Why.NOT_RECORDED));
    }
}
