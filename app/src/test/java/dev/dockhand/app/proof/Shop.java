package dev.dockhand.app.proof;

/** A shop as CSV files. */
interface Shop {

    String itemsCsv();

    String locationsCsv();

    default String operatorsCsv() {
        return "operator,name,badge,pin,role,active\nop-1,김민지,%s,%s,PICKER,true\n"
                .formatted(GeneratedShop.BADGE, GeneratedShop.PIN);
    }

    String stockCsv();

    String waybillsCsv();

    String ordersCsv();
}
