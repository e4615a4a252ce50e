package dev.dockhand.app.ui;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Desk;
import dev.dockhand.app.flow.Floor;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Scans;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.labels.LabelsFlow;
import dev.dockhand.app.flow.menu.MenuFlow;
import dev.dockhand.app.flow.putaway.PutawayFlow;
import dev.dockhand.app.flow.putback.PutBackFlow;
import dev.dockhand.app.flow.receiving.ReceivingFlow;
import dev.dockhand.app.flow.shift.ShiftEndFlow;
import dev.dockhand.app.flow.signin.ApprovalFlow;
import dev.dockhand.app.flow.signin.SignInFlow;
import dev.dockhand.app.ui.sheet.CommandSheet;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.model.catalogue.Item;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Every step of every job as the jobs themselves show it on a working day, in the words of one language. */
public final class SampleScreens {

    private final SampleShop shop;
    private final SampleViews views;

    private SampleScreens(Locale language) {
        shop = new SampleShop(language);
        views = new SampleViews(shop);
    }

    /** Views by name: that of the step, and more of it where one step has several faces. */
    public static Map<String, BenchView> in(Locale language) {
        SampleScreens samples = new SampleScreens(language);
        samples.signIn();
        samples.inbound();
        samples.putBack();
        samples.labels(language);
        new SampleWork(samples.shop, samples.views).keepAll();
        return samples.views.all();
    }

    private void signIn() {
        var desk = Desk.open(new SignInFlow(), shop.floor().signedIn(null));
        views.keep(desk);
        views.keep(desk.scan(SampleShop.BADGE));
        views.keep("signin-wrong-pin", desk.enter("1111"));
        for (int again = 0; again < 3; again++) {
            desk.enter("1111");
        }
        views.keep("signin-locked-red", desk.enter("1111"));
        var word =
                Desk.open(new ApprovalFlow(FlowId.SIGN_IN, Text.of("signin.unlock", shop.minji.name())), shop.floor());
        views.keep(word);
        views.keep(word.scan(shop.supervisor.badge()));
        views.keep(Desk.open(new MenuFlow(), shop.busyFloor()));
        views.keep(Desk.open(new ShiftEndFlow(), shop.busyFloor()));
    }

    private void inbound() {
        Floor floor = shop.receivingFloor();
        var desk = Desk.open(new ReceivingFlow(), floor);
        views.keep(desk);
        desk.scan(SampleShop.NOTICE);
        views.keep(Desk.open(new ReceivingFlow(), shop.twoBrandsFloor()).scan(SampleShop.NOTICE));
        views.keep(desk.scan(code(shop.serum)));
        views.keep(desk.choose("(type)"));
        views.keep(desk.enter("2612B"));
        desk.choose("AGAIN");
        views.keep(desk.choose(SampleShop.LOT.value()));
        views.keep(desk.enter("280630"));
        desk.choose("AGAIN");
        desk.enter("280531");
        views.keep(desk.press(Command.QUANTITY));
        views.keep(desk.enter("48"));
        views.keep(desk.press(Command.PROBLEM));
        desk.press(Command.BACK).press(Command.CONFIRM);
        views.keep(desk);
        views.keep("receiving-unknown-code", desk.scan("8809012345674"));
        views.keep(desk.scan(code(shop.rose)));
        desk.press(Command.BACK);
        views.keep(desk.scan(code(shop.sun)));
        desk.press(Command.BACK);
        desk.scan(Scans.gs1(code(shop.toner), null, null, 60));
        views.keep(desk.press(Command.CONFIRM));
        desk.choose("MORE_DELIVERED");
        views.keep(desk.press(Command.FINISH));
        views.keep(desk.press(Command.CONFIRM));

        var shelf = Desk.open(new PutawayFlow(), floor);
        views.keep(shelf);
        views.keep(shelf.scan(floor.plates().getFirst().plate().value()));
        shelf.scan(Objects.requireNonNull(
                Objects.requireNonNull(shelf.screen().item()).place()));
        views.keepUndoQuestion(shelf);
        views.keep("putaway-undone", shelf.undo());
    }

    private void putBack() {
        Floor floor = shop.packingFloor();
        floor.callOff(shop.order(42).id());
        floor.callOff(shop.order(45).id());
        var desk = Desk.open(new PutBackFlow(), floor);
        views.keep(desk);
        views.keep(desk.scan(SampleShop.TOTE));
        views.keep(desk.scan(code(shop.serum)));
        views.keep(desk.press(Command.QUANTITY));
        desk.enter("2").scan(SampleShop.SERUM_PLACE.value());
        desk.press(Command.BACK);
        views.keepUndoQuestion(desk);
        views.keep("putback-undone", desk.undo());
        views.keep("putback-wrong-item-red", desk.press(Command.BACK).scan(code(shop.oil)));
    }

    private void labels(Locale language) {
        var desk = Desk.open(new LabelsFlow(), shop.floor());
        views.keep(desk);
        views.keep(desk.choose("LOCATION"));
        views.keep(desk.choose("*"));
        views.keep(desk.press(Command.CONFIRM));
        views.keepRedAndAnswered(desk.printed(desk.print().job(), Input.Printed.Outcome.FAILED));
        var sheet = Desk.open(new LabelsFlow(), shop.floor());
        views.keep("labels-ready-sheet", sheet.give(new Input.Sheet(CommandSheet.labels(Texts.in(language)))));
    }

    static String code(Item item) {
        return item.barcodes().getFirst();
    }
}
