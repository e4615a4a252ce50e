package dev.dockhand.model.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.EventId;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.measure.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operator did: one sealed family a job. Closed on purpose: a new act makes the compiler list what must change, and where a
 * job as a whole is nothing to somebody, its family is one case. Acts hold no personal data, so that a journal can be kept.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Act.SignedIn.class, name = "signed-in"),
    @JsonSubTypes.Type(value = Act.SignedOut.class, name = "signed-out"),
    @JsonSubTypes.Type(value = Act.SignInRefused.class, name = "sign-in-refused"),
    @JsonSubTypes.Type(value = Act.Approved.class, name = "approved"),
    @JsonSubTypes.Type(value = Act.BadgeUnlocked.class, name = "badge-unlocked"),
    @JsonSubTypes.Type(value = Act.GoodsReceived.class, name = "goods-received"),
    @JsonSubTypes.Type(value = Act.ReceiptClosed.class, name = "receipt-closed"),
    @JsonSubTypes.Type(value = Act.PutAway.class, name = "put-away"),
    @JsonSubTypes.Type(value = Act.PutBack.class, name = "put-back"),
    @JsonSubTypes.Type(value = Act.Picked.class, name = "picked"),
    @JsonSubTypes.Type(value = Act.PickShorted.class, name = "pick-shorted"),
    @JsonSubTypes.Type(value = Act.PickFinished.class, name = "pick-finished"),
    @JsonSubTypes.Type(value = Act.BoxBegun.class, name = "box-begun"),
    @JsonSubTypes.Type(value = Act.ItemPacked.class, name = "item-packed"),
    @JsonSubTypes.Type(value = Act.PackShorted.class, name = "pack-shorted"),
    @JsonSubTypes.Type(value = Act.ParcelWeighed.class, name = "parcel-weighed"),
    @JsonSubTypes.Type(value = Act.LabelPrinted.class, name = "label-printed"),
    @JsonSubTypes.Type(value = Act.ShipmentPacked.class, name = "shipment-packed"),
    @JsonSubTypes.Type(value = Act.CancelSeen.class, name = "cancel-seen"),
    @JsonSubTypes.Type(value = Act.ActUndone.class, name = "act-undone")
})
public sealed interface Act
        permits Act.SessionAct, Act.ReceivingAct, Act.PutawayAct, Act.PickingAct, Act.PackingAct, Act.ActUndone {

    /** Who works at a station, and whose word was asked for. */
    sealed interface SessionAct extends Act permits SignedIn, SignedOut, SignInRefused, Approved, BadgeUnlocked {}

    /** Goods of an ASN come. */
    sealed interface ReceivingAct extends Act permits GoodsReceived, ReceiptClosed {

        /** Whose goods. */
        AsnId asn();
    }

    /** Goods that nobody's work wants go to a place: those on a plate, those of a tote whose order was called off. */
    sealed interface PutawayAct extends Act permits PutAway, PutBack {}

    /** Goods of a pick list go into a tote. */
    sealed interface PickingAct extends Act permits Picked, PickShorted, PickFinished {}

    /** Goods of a tote become a parcel. */
    sealed interface PackingAct extends Act
            permits BoxBegun, ItemPacked, PackShorted, ParcelWeighed, LabelPrinted, ShipmentPacked, CancelSeen {}

    /** An act of whatever job that is about one kind of item. */
    interface OfItem {

        /** Kind of item. */
        ItemId item();
    }

    /** An act of whatever job that a supervisor had to agree to, or would have. */
    interface Agreed {

        /** The supervisor who agreed; absent where nobody did. */
        @Nullable
        OperatorId approver();
    }

    /**
     * An operator took over the station.
     *
     * @param role what the person may do
     */
    record SignedIn(Operator.Role role) implements SessionAct {}

    /**
     * The operator left the station.
     */
    record SignedOut() implements SessionAct {}

    /**
     * A sign-in failed; kept so that the lock after five tries survives a restart.
     *
     * @param badge the badge that was scanned, at most 64 characters
     */
    record SignInRefused(String badge) implements SessionAct {}

    /**
     * A supervisor, who is the act's operator, gave the word for what only a supervisor may do, and proved it with badge and
     * PIN. What was done by it is an act of its own.
     *
     * @param purpose key of the text that said what for
     */
    record Approved(String purpose) implements SessionAct {}

    /**
     * A supervisor let a person sign in again whose badge was locked after too many wrong PINs.
     *
     * @param person whose badge it is
     */
    record BadgeUnlocked(OperatorId person) implements SessionAct {}

    /**
     * Goods of an ASN were counted onto a license plate.
     *
     * @param asn notice
     * @param line line of the notice; 0 when the item was not announced
     * @param goods what
     * @param quantity units
     * @param condition whether they can be sold
     * @param plate the plate that was labelled for them
     * @param reason why over, damaged, not announced, or of another lot or date than announced; empty for none
     */
    record GoodsReceived(
            AsnId asn, int line, Goods goods, Quantity quantity, Condition condition, LicensePlate plate, String reason)
            implements ReceivingAct, OfItem {

        /** Refuses goods of which nobody can say whether they can be sold. */
        public GoodsReceived {
            if (condition == Condition.UNKNOWN) {
                throw new IllegalArgumentException("goods are counted as good or as damaged");
            }
        }

        @Override
        public ItemId item() {
            return goods.item();
        }
    }

    /**
     * Receiving of an ASN is finished; what is missing is a discrepancy.
     *
     * @param asn notice
     * @param discrepancies lines that differ from what was announced
     * @param approver the supervisor who agreed that lines nobody counted anything on are closed; absent where there are
     *     none
     */
    record ReceiptClosed(
            AsnId asn,
            List<Discrepancy> discrepancies,
            @Nullable OperatorId approver) implements ReceivingAct, Agreed {

        /** Copies the list. */
        public ReceiptClosed {
            discrepancies = List.copyOf(discrepancies);
        }

        /** Nobody had to agree. */
        public ReceiptClosed(AsnId asn, List<Discrepancy> discrepancies) {
            this(asn, discrepancies, null);
        }
    }

    /**
     * A license plate was put to a location.
     *
     * @param plate plate
     * @param location where it is now
     */
    record PutAway(LicensePlate plate, LocationCode location) implements PutawayAct {}

    /**
     * Units that were picked and are not wanted any more were put to a location. They can be sold again from there, and not before.
     *
     * @param tote where they were
     * @param goods what
     * @param quantity units
     * @param location where they are now
     */
    record PutBack(ToteCode tote, Goods goods, Quantity quantity, LocationCode location) implements PutawayAct, OfItem {

        @Override
        public ItemId item() {
            return goods.item();
        }
    }

    /**
     * Units were taken from their location into a tote.
     *
     * @param line line of the pick list
     * @param goods what was taken
     * @param quantity units
     * @param location where they were
     * @param tote where they are now
     */
    record Picked(int line, Goods goods, Quantity quantity, LocationCode location, ToteCode tote)
            implements PickingAct, OfItem {

        @Override
        public ItemId item() {
            return goods.item();
        }
    }

    /**
     * Units were not where they should be.
     *
     * @param line line of the pick list
     * @param item item
     * @param missing units
     * @param location where they should have been
     * @param reason code of the reason
     */
    record PickShorted(int line, ItemId item, Quantity missing, LocationCode location, String reason)
            implements PickingAct, OfItem {}

    /**
     * Everything that was there lies in the tote.
     *
     * @param tote tote
     */
    record PickFinished(ToteCode tote) implements PickingAct {}

    /**
     * A box of a shipment is full, and another one is begun.
     *
     * @param box which one it is, from 2 on; the first is begun with the work
     * @param waybill its number, one of those that the station was given for further boxes
     */
    record BoxBegun(int box, WaybillNumber waybill) implements PackingAct {}

    /**
     * Units were checked into a box.
     *
     * @param box which box of the shipment, from 1 on
     * @param item item
     * @param quantity units
     */
    record ItemPacked(int box, ItemId item, Quantity quantity) implements PackingAct, OfItem {}

    /**
     * Units of a parcel were not in its tote or broke at the bench. They leave the tote, and the parcel waits until
     * others were picked in their place.
     *
     * @param item item
     * @param fault what is wrong with them
     * @param parts how many of each line of the pick list
     * @param tote where they should have been
     * @param reason code of the reason
     */
    record PackShorted(ItemId item, Fault fault, List<Part> parts, ToteCode tote, String reason)
            implements PackingAct, OfItem {

        /** Copies the list. */
        public PackShorted {
            parts = List.copyOf(parts);
        }

        /** Units of all lines together. */
        public Quantity quantity() {
            return parts.stream().map(Part::quantity).reduce(Quantity.ZERO, Quantity::plus);
        }

        /** What is wrong with units at the bench. */
        public enum Fault {
            MISSING,
            DAMAGED
        }

        /**
         * Units of one line of the pick list.
         *
         * @param line line
         * @param quantity units
         */
        public record Part(int line, Quantity quantity) {}
    }

    /**
     * A full box was weighed.
     *
     * @param box which box of the shipment, from 1 on
     * @param grams weight that was captured
     * @param expected weight that the contents should have, absent where unknown
     * @param accepted whether the difference was in tolerance, or accepted for a reason
     * @param raw the frame of the scale as hex, for audit
     * @param device the scale, or keypad
     * @param reason code of the reason why a weight beyond tolerance was accepted; empty for none
     * @param approver supervisor who gave the word for a weight far beyond it, absent where none was needed
     */
    record ParcelWeighed(
            int box,
            Grams grams,
            @Nullable Grams expected,
            boolean accepted,
            String raw,
            String device,
            String reason,
            @Nullable OperatorId approver)
            implements PackingAct, Agreed {}

    /**
     * A waybill label was sent to the printer. Written twice for one copy: as SENT before the first byte leaves, so that
     * a station that is killed in between never prints by itself what may be out already, and again with the end.
     *
     * @param box which box of the shipment it is for, from 1 on
     * @param waybill number on the label
     * @param copy 1 for the first, 2, 3 … for a reprint
     * @param outcome SENT, CONFIRMED, UNKNOWN or FAILED
     * @param proof how far the printing was proved
     * @param reason why it was printed again; empty for the first
     */
    record LabelPrinted(int box, WaybillNumber waybill, int copy, String outcome, String proof, String reason)
            implements PackingAct {}

    /**
     * The label on the last box was scanned back: the shipment is closed and leaves the stock.
     *
     * @param order order
     * @param shipment shipment
     * @param waybills numbers on the boxes, from the first box on
     */
    record ShipmentPacked(OrderId order, ShipmentId shipment, List<WaybillNumber> waybills) implements PackingAct {

        /** Copies the list. */
        public ShipmentPacked {
            waybills = List.copyOf(waybills);
        }
    }

    /**
     * The operator answered the late cancel of a shipment; what was picked goes back.
     *
     * @param shipment shipment
     */
    record CancelSeen(ShipmentId shipment) implements PackingAct {}

    /**
     * The operator took an act back. The movements are those of the act, reversed.
     *
     * @param undone the act that does not count any more
     */
    record ActUndone(EventId undone) implements Act {}

    /** Whether received goods can be sold. */
    enum Condition {
        GOOD,
        DAMAGED,
        /** One that came later than this version: who does not know it, puts nothing into a rack. Nobody counts such goods. */
        UNKNOWN
    }

    /**
     * A line of a receipt that differs from its notice.
     *
     * @param line line of the notice; 0 when the item was not announced
     * @param goods what; with the lot and date that came in place of the announced ones, and without for the other kinds
     * @param kind in which way it differs
     * @param quantity by how many units
     */
    record Discrepancy(int line, Goods goods, Kind kind, Quantity quantity) {

        /** A difference in number or condition only. */
        public Discrepancy(int line, ItemId item, Kind kind, Quantity quantity) {
            this(line, Goods.of(item), kind, quantity);
        }

        /** Kind of item. */
        public ItemId item() {
            return goods.item();
        }

        /** In which way a line differs. */
        public enum Kind {
            OVER,
            SHORT,
            DAMAGED,
            /** Units of another lot than the announced one came. */
            OTHER_LOT,
            /** Units with another expiry date than the announced one came. */
            OTHER_EXPIRY
        }
    }
}
