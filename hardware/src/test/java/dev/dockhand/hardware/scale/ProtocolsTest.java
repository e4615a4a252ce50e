package dev.dockhand.hardware.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What single frames mean: every frame of the manuals, and every value of every status byte. */
class ProtocolsTest {

    private static final ScaleRequest WEIGH = new ScaleRequest.Weigh();
    private static final ScaleProfiles PROFILES = ScaleProfiles.load();

    private static ScaleProtocol protocol(String id) {
        return ScaleProfiles.protocol(PROFILES.byId(id).orElseThrow());
    }

    private static ScaleMessage.Measurement weigh(String id, RawFrame frame) {
        ScaleMessage message = protocol(id).read(frame, WEIGH);
        assertThat(message).as("%s %s", id, frame).isInstanceOf(ScaleMessage.Measurement.class);
        return (ScaleMessage.Measurement) message;
    }

    static Stream<Golden> golden() {
        return Golden.all();
    }

    @ParameterizedTest
    @MethodSource("golden")
    void framesOfTheManualsMeanWhatTheManualsSay(Golden golden) {
        ScaleMessage.Measurement measurement = weigh(golden.profile(), golden.frame());
        assertThat(measurement.state()).isEqualTo(golden.state());
        assertThat(measurement.flags()).isEqualTo(golden.flags());
        assertThat(measurement.net()).isEqualTo(golden.flags().contains(StatusFlag.NET));
        if (golden.grams().isEmpty()) {
            assertThat(measurement.weight()).isEmpty();
        } else {
            assertThat(measurement.weight().orElseThrow().grams()).isEqualByComparingTo(golden.grams());
        }
    }

    @Test
    void everyProfileHasFramesOfItsManual() {
        assertThat(PROFILES.all())
                .extracting(ScaleProfile::id)
                .allSatisfy(id -> assertThat(Golden.frames(id)).isNotEmpty());
    }

    /** 16 by 16 values of both status bytes, the right way up and upside down. */
    @ParameterizedTest
    @ValueSource(strings = {"nci", "scp-12", "scp-12-inverted"})
    void bothStatusBytesAreReadBitByBit(String id) {
        int turned = id.endsWith("inverted") ? 0x0F : 0;
        for (int bits = 0; bits < 256; bits++) {
            String status = "" + (char) (0x30 | (bits & 0x0F ^ turned)) + (char) (0x30 | (bits >> 4 ^ turned));
            ScaleMessage.Measurement read = weigh(id, new RawFrame("\n 00.050KG\r\n" + status + "\r\u0003"));
            assertThat(read.flags()).as("status %02X", bits).isEqualTo(nci(bits));
            boolean rests = (bits & ~0x02) == 0;
            assertThat(read.state() == ReadingState.STABLE || read.state() == ReadingState.ZERO)
                    .isEqualTo(rests);
            assertThat(read.weight().isPresent()).isEqualTo(rests || read.state() == ReadingState.MOTION);
        }
    }

    private static Set<StatusFlag> nci(int bits) {
        StatusFlag[] order = {
            StatusFlag.MOTION,
            StatusFlag.CENTRE_OF_ZERO,
            StatusFlag.MEMORY_ERROR,
            StatusFlag.MEMORY_ERROR,
            StatusFlag.UNDER_ZERO,
            StatusFlag.OVER_CAPACITY,
            StatusFlag.MEMORY_ERROR,
            StatusFlag.CALIBRATION_ERROR
        };
        return flags(bits, order);
    }

    private static Set<StatusFlag> flags(int bits, StatusFlag... order) {
        Set<StatusFlag> flags = EnumSet.noneOf(StatusFlag.class);
        for (int bit = 0; bit < order.length; bit++) {
            if ((bits >>> bit & 1) == 1) {
                flags.add(order[bit]);
            }
        }
        return flags;
    }

    /** Whatever the lamps are, even bytes that look like a separator or the end of a line. */
    @Test
    void lampsOfCasAreReadBitByBit() {
        for (int lamps = 0; lamps < 256; lamps++) {
            RawFrame frame = new RawFrame("ST,GS,," + (char) lamps + ",000.0010 kg\r\n");
            if ((lamps & 0x80) == 0) {
                assertThat(protocol("cas-22").read(frame, WEIGH)).isInstanceOf(ScaleMessage.Unreadable.class);
            } else {
                ScaleMessage.Measurement read = weigh("cas-22", frame);
                assertThat(read.flags()).as("lamps %02X", lamps).isEqualTo(cas(lamps));
                assertThat(read.weight().isPresent()).isEqualTo((lamps & 0x10) == 0);
                boolean stable = (lamps & 0x50) == 0x40;
                assertThat(read.state() == ReadingState.STABLE || read.state() == ReadingState.ZERO)
                        .isEqualTo(stable);
            }
        }
    }

    private static Set<StatusFlag> cas(int lamps) {
        Set<StatusFlag> flags = flags(lamps & 0x03, StatusFlag.CENTRE_OF_ZERO, StatusFlag.NET);
        flags.addAll((lamps & 0x10) != 0 ? Set.of(StatusFlag.HELD) : Set.of());
        flags.addAll((lamps & 0x40) == 0 ? Set.of(StatusFlag.MOTION) : Set.of());
        return flags;
    }

    @Test
    void onlyTheStatusesOfTheHidTableAreReports() {
        for (int status = 0; status < 256; status++) {
            RawFrame report = new RawFrame("\u0003" + (char) status + "\u0002\u0000\u00D2\u0004");
            assertThat(protocol("hid-scale").read(report, WEIGH) instanceof ScaleMessage.Measurement)
                    .isEqualTo(status >= 1 && status <= 8);
        }
    }

    @Test
    void aWrongCheckByteIsNoWeight() {
        RawFrame good = Golden.frame("<01><02>S 12.345kg<64><03><04>");
        for (int check = 0; check < 256; check++) {
            String text = good.latin1();
            String body = text.substring(2, 12);
            boolean right = body.chars().reduce(0, (a, b) -> a ^ b) == check;
            RawFrame frame = new RawFrame(text.substring(0, 12) + (char) check + "\u0003\u0004");
            assertThat(protocol("cas-enq").read(frame, WEIGH) instanceof ScaleMessage.Measurement)
                    .isEqualTo(right);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "cas-22, 'ST,GS,1<C4>,00001X.5 kg<0D><0A>'",
        "cas-22, 'ST,GS,1<C4>,00013.5 kg<0D><0A>'",
        "cas-22, 'XX,GS,1<C4>,000013.5 kg<0D><0A>'",
        "cas-10, '00013.5<0D><0A>'",
        "cas-10, '0001.3.5<0D><0A>'",
        "cas-10, '0013-5.0<0D><0A>'",
        "and, 'ST,+0012.34  g<0D><0A>'",
        "and, 'ST, 00012.34  g<0D><0A>'",
        "and, 'ST,+000.2.34  g<0D><0A>'",
        "dini, 'ST,GS,    1.5,kg<0D><0A>'",
        "dini, 'ST,XX,     1.5,kg<0D><0A>'",
        "ohaus, '     1.2.4 kg   B/G<0D><0A>'",
        "ohaus, '     1.234 kg ! B/G<0D><0A>'",
        "nci, '<0A> 1.2.34KG<0D><0A>00<0D><03>'",
        "nci, '<0A> 01.234KG<0D><0A>0<0D><03>'",
        "adam, '<0A>  12.300kg<0D><0A>0p1<0D><03>'",
        "cas-enq, '<01><02>S 12.3.5kg<02><03><04>'",
    })
    void neverMakesAWeightOfADamagedFrame(String id, String frame) {
        assertThat(protocol(id).read(Golden.frame(frame), WEIGH)).isInstanceOf(ScaleMessage.Unreadable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "nci, Z, '<0A>20<0D><03>', DONE",
        "nci, Z, '<0A>00<0D><03>', REFUSED",
        "nci, Z, '<0A>10<0D><03>', MOTION",
        "nci, Z, '<0A>02<0D><03>', OUT_OF_RANGE",
        "nci, Z, '<0A>?<0D>', NOT_SUPPORTED",
        "scp-12-inverted, Z, '<0A>=?<0D><03>', DONE",
        "adam, T, '<0A>2p5<0D><03>', DONE",
        "adam, T, '<0A>0p1<0D><03>', REFUSED",
        "and, Z, 'EC,E01<0D><0A>', NOT_SUPPORTED",
        "and, T, 'EC,E11<0D><0A>', MOTION",
        "and, T, 'EC,E07<0D><0A>', OUT_OF_RANGE",
        "dini, T, 'ERR04<0D><0A>', REFUSED",
        "ohaus, Z, 'ES<0D><0A>', NOT_SUPPORTED",
    })
    void theAnswerTellsWhatCameOfACommand(String id, String command, String frame, CommandOutcome outcome) {
        ScaleRequest asked = command.equals("Z") ? new ScaleRequest.Zero() : new ScaleRequest.Tare();
        assertThat(protocol(id).read(Golden.frame(frame), asked))
                .isInstanceOfSatisfying(
                        ScaleMessage.Answer.class,
                        answer -> assertThat(answer.outcome()).isEqualTo(outcome));
    }

    @Test
    void theStepsOfAHandshakeAreGiven() {
        assertThat(protocol("cas-enq").read(new RawFrame("\u0006"), WEIGH))
                .isEqualTo(new ScaleMessage.Prompt("\u0011"));
        assertThat(protocol("cas-enq").read(new RawFrame("\u0015"), WEIGH))
                .isEqualTo(new ScaleMessage.Prompt("\u0005"));
    }

    /** A frame without a status can be shown, and nothing that the capture rules see makes a parcel's weight of it. */
    @ParameterizedTest
    @ValueSource(strings = {"cas-10", "adam-az"})
    void aWeightThatNothingProvesIsShownAndNeverCaptured(String id) {
        ScaleMessage.Measurement read = weigh(id, RawFrame.of(Golden.frames(id).getFirst()));
        assertThat(read.weight().orElseThrow().grams()).isPositive();
        java.time.Instant now = java.time.Instant.parse("2026-11-23T12:00:00Z");
        Reading reading =
                new Reading(read.state(), read.weight(), read.net(), read.flags(), RawFrame.NOTHING, now, "scale");
        assertThat(WeightCapture.of(WeightCapture.Rules.usual()).on(reading).capture(now))
                .isInstanceOfSatisfying(
                        WeightCapture.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(WeightCapture.Refusal.NOT_PROVED));
        assertThat(reading.grams().orElseThrow()).isGreaterThan(BigDecimal.ONE);
    }
}
