/**
 * From bytes or key strokes to a scan: {@link dev.dockhand.hardware.scan.ScanFramer} cuts a scanner's bytes into frames,
 * {@link dev.dockhand.hardware.scan.WedgeBurst} tells a keyboard scanner from a person who types, and
 * {@link dev.dockhand.hardware.scan.ScanReader} makes a {@link dev.dockhand.hardware.scan.Scan} of what they found, or says
 * why not. All three are pure; only {@link dev.dockhand.hardware.scan.ScannerConversation} holds a wire.
 */
@NullMarked
package dev.dockhand.hardware.scan;

import org.jspecify.annotations.NullMarked;
