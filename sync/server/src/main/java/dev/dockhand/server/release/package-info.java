/** Orders become work: promising, allocation, waybills, leases with fencing tokens, cancelling. */
@NullMarked
package dev.dockhand.server.release;

import org.jspecify.annotations.NullMarked;
