package dev.dockhand.hardware.scale;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * Every protocol that data can describe: the forms of its frames and what their parts mean stand in the profile. A weight
 * counts as resting only when the frame has a part that would tell motion and does not, or when the profile says that the
 * scale sends such a frame at rest only; so a profile that forgot it shows weights that are never captured.
 */
final class LineProtocol implements ScaleProtocol {

    private final ScaleProfile profile;
    private final Requests requests;

    LineProtocol(ScaleProfile profile) {
        this.profile = profile;
        this.requests = new Requests(profile);
        if (profile.lines().isEmpty()) {
            throw new IllegalArgumentException("profile.lines is missing");
        }
        profile.lines().forEach(this::check);
    }

    private void check(LineForm line) {
        if (line.form().matcher("").matches()) {
            throw new IllegalArgumentException("a form fits a line without a byte, which would be found everywhere");
        }
        for (String field : line.fields()) {
            if (!profile.fields().containsKey(field)) {
                throw new IllegalArgumentException("profile.fields has no '" + field + "', which a line names");
            }
        }
        if (line.has("weight") && !line.has("unit") && line.unit().isEmpty()) {
            throw new IllegalArgumentException(
                    "a line with a weight has a part 'unit', or a unit that is always meant");
        }
        if (profile.poll().isNewOnly() && provesRest(line)) {
            throw new IllegalArgumentException("with poll.keepMillis no line proves that a weight rests");
        }
        if (line.checked().isPresent()
                && !(line.has("check") && line.has(line.checked().get()))) {
            throw new IllegalArgumentException("a checked line names the part 'check' and the part that it covers");
        }
    }

    private boolean provesRest(LineForm line) {
        return line.rests()
                || line.fields().stream().map(profile.fields()::get).anyMatch(field -> field.canSay(StatusFlag.MOTION));
    }

    @Override
    public Framer framer() {
        return profile.framing().byForm()
                ? new PatternFramer(
                        profile.framing(),
                        profile.lines().stream().map(LineForm::form).toList())
                : new DelimitedFramer(profile.framing());
    }

    @Override
    public Optional<byte[]> bytes(ScaleRequest request) {
        return requests.bytes(request);
    }

    @Override
    public ScaleMessage read(RawFrame frame, ScaleRequest asked) {
        String text = profile.framing().sevenBit() ? frame.sevenBit() : frame.latin1();
        for (LineForm line : profile.lines()) {
            Matcher parts = line.form().matcher(text);
            if (parts.matches()) {
                return passesCheck(line, parts) ? read(line, parts, asked) : new ScaleMessage.Unreadable();
            }
        }
        return new ScaleMessage.Unreadable();
    }

    private static boolean passesCheck(LineForm line, Matcher parts) {
        if (line.checked().isEmpty()) {
            return true;
        }
        int sum = parts.group(line.checked().get()).chars().reduce(0, (a, b) -> a ^ b);
        return sum == parts.group("check").charAt(0);
    }

    private ScaleMessage read(LineForm line, Matcher parts, ScaleRequest asked) {
        Optional<Said> said = said(line, parts);
        if (said.isEmpty()) {
            return new ScaleMessage.Unreadable();
        }
        boolean weighs = asked instanceof ScaleRequest.Weigh;
        return switch (line.means()) {
            case WEIGHT -> new LineWeight(profile, line, parts).read(said.get());
            case STATUS -> weighs ? status(said.get()) : StatusAnswers.answer(said.get(), asked);
            case ANSWER -> answer(line, said.get(), weighs);
            case PROMPT -> new ScaleMessage.Prompt(line.send().orElse(""));
            case NOTICE -> new ScaleMessage.Notice();
        };
    }

    /** Everything that the parts of a frame say; empty when one of them says nothing that is known. */
    private Optional<Said> said(LineForm line, Matcher parts) {
        Set<StatusFlag> flags = EnumSet.noneOf(StatusFlag.class);
        Set<StatusFlag> sayable = EnumSet.noneOf(StatusFlag.class);
        flags.addAll(line.flags());
        sayable.addAll(line.flags());
        for (var field : profile.fields().entrySet()) {
            String text = line.has(field.getKey()) ? parts.group(field.getKey()) : null;
            if (text != null) {
                Optional<Set<StatusFlag>> means = field.getValue().read(text);
                if (means.isEmpty()) {
                    return Optional.empty();
                }
                flags.addAll(means.get());
                for (StatusFlag flag : StatusFlag.values()) {
                    if (field.getValue().canSay(flag)) {
                        sayable.add(flag);
                    }
                }
            }
        }
        return Optional.of(new Said(flags, sayable));
    }

    private static ScaleMessage status(Said said) {
        ReadingState state = StatusStates.of(said.flags());
        if (state == ReadingState.STABLE) {
            // A status without any fault, where a weight was asked for: what rests there is not known.
            return ScaleMessage.Measurement.without(ReadingState.ERROR, StatusFlag.NO_WEIGHT);
        }
        return new ScaleMessage.Measurement(
                state, Optional.empty(), said.flags().contains(StatusFlag.NET), said.flags());
    }

    private static ScaleMessage answer(LineForm line, Said said, boolean weighs) {
        if (!weighs) {
            return new ScaleMessage.Answer(line.outcome().orElse(CommandOutcome.DONE), Optional.empty());
        }
        return said.flags().isEmpty()
                ? new ScaleMessage.Notice()
                : new ScaleMessage.Measurement(StatusStates.of(said.flags()), Optional.empty(), false, said.flags());
    }

    /**
     * What a frame says.
     *
     * @param flags what it says
     * @param sayable what it could have said
     */
    record Said(Set<StatusFlag> flags, Set<StatusFlag> sayable) {}
}
