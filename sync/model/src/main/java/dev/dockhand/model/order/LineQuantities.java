package dev.dockhand.model.order;

/**
 * How many units of a line of an order have come how far. A unit counts in everything that it has passed: one in a parcel is
 * promised, allocated, picked and packed.
 *
 * @param ordered what the customer wants
 * @param cancelled what is not wanted any more
 * @param promised what is kept from being sold to others
 * @param allocated what stands on a pick list
 * @param picked what was taken into a tote
 * @param packed what was closed in a parcel
 * @param handedOver what a carrier took
 * @param delivered what the customer got
 * @param returned what came back
 */
public record LineQuantities(
        int ordered,
        int cancelled,
        int promised,
        int allocated,
        int picked,
        int packed,
        int handedOver,
        int delivered,
        int returned) {}
