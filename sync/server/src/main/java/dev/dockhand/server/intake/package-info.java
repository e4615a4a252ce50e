/** What comes from outside: items, locations, operators, notices, orders, waybill numbers and opening stock. Good rows load, bad rows are named. */
@NullMarked
package dev.dockhand.server.intake;

import org.jspecify.annotations.NullMarked;
