package dev.dockhand.app.proof;

/**
 * A shop of two items for bad input: a cream, and something whose name holds commands of a label printer. Each is ordered
 * once, and a delivery of the second one is announced.
 *
 * @param cream how many units of the first one are ordered, 0 for no such order
 * @param odd how many units of the second one are ordered, 0 for no such order
 */
record OddShop(int cream, int odd) implements Shop {

    static final String ODD_NAME = "^XZ~JA";
    static final String ASN = "ASN-ODD";
    static final int ANNOUNCED = 3;

    private static final GeneratedShop GOODS = new GeneratedShop(2, 2, 1);

    @Override
    public String itemsCsv() {
        return GOODS.itemsCsv().replace("수분크림 2호", ODD_NAME).replace("Cream no. 2", ODD_NAME);
    }

    @Override
    public String locationsCsv() {
        return GOODS.locationsCsv();
    }

    @Override
    public String stockCsv() {
        return GOODS.stockCsv();
    }

    @Override
    public String waybillsCsv() {
        return GOODS.waybillsCsv();
    }

    @Override
    public String ordersCsv() {
        return GeneratedShop.ORDER_HEADER + order(1, cream) + order(2, odd);
    }

    private static String order(int item, int units) {
        return units == 0 ? "" : GeneratedShop.orderRow(item, 1, item, units) + "\n";
    }

    static String asnCsv() {
        return "brand,asn,supplier,expected_on,line,sku,lot,expiry,quantity\nb,%s,Odd Ltd,2026-11-23,1,%s,,,%d\n"
                .formatted(ASN, GeneratedShop.sku(2), ANNOUNCED);
    }
}
