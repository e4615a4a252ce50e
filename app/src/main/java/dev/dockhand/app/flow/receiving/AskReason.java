package dev.dockhand.app.flow.receiving;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Cards;
import java.util.List;

/**
 * Why the goods are damaged, or why there are more than announced.
 *
 * @param receipt what was counted so far
 * @param count what is being counted
 * @param question which of the two
 */
record AskReason(Receipt receipt, Count count, Question question) implements ReceivingState {

    @Override
    public Decision<ReceivingState> onChoice(String option, Lookup lookup) {
        if (!question.reasons.contains(option)) {
            return Answers.noSuchChoice(this);
        }
        return switch (question) {
            case DAMAGED ->
                Answers.note(new Counting(receipt, count.damaged(option)), "receiving.count-damaged", count.quantity());
            case OVER -> Counts.record(receipt, count.because(option), lookup);
        };
    }

    @Override
    public Decision<ReceivingState> onKey(Command command, Lookup lookup) {
        return command == Command.BACK
                ? Answers.note(new Counting(receipt, count), "receiving.count-or-confirm", count.quantity())
                : Answers.noSuchKey(this);
    }

    @Override
    public Screen screen(Lookup lookup) {
        Text instruction = question == Question.DAMAGED
                ? Text.of("receiving.ask-damage")
                : Text.of("receiving.ask-over", count.quantity(), count.item());
        return Screen.of(ReceivingFlow.ID, question.step, instruction, Command.BACK)
                .withHint(Text.of(question.step + ".hint"))
                .withItem(Cards.of(count.item(), null, count.lot(), count.expiry()), null)
                .withRows(receipt.rows(count.line(), lookup), List.of())
                .withOptions(question.reasons.stream()
                        .map(reason -> new Screen.Option(reason, Text.of("receiving.reason." + reason), null))
                        .toList());
    }

    /** What is asked. */
    enum Question {
        DAMAGED("receiving.ask-damage", List.of("BROKEN", "LEAKING", "WET", "WRONG_LABEL", "OTHER")),
        OVER("receiving.ask-over", List.of("MORE_DELIVERED", "FREE_GOODS", "NOTICE_WRONG"));

        private final String step;
        private final List<String> reasons;

        Question(String step, List<String> reasons) {
            this.step = step;
            this.reasons = reasons;
        }
    }
}
