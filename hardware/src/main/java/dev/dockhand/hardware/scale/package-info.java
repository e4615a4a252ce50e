/**
 * Weighing. A scale is a profile (data), a {@link dev.dockhand.hardware.scale.Framer} that cuts bytes into frames, a
 * {@link dev.dockhand.hardware.scale.ScaleProtocol} that reads a frame, a
 * {@link dev.dockhand.hardware.scale.ScaleConversation} that asks, and a
 * {@link dev.dockhand.hardware.scale.WeightCapture} that decides which weight counts. Only the conversation meets a port.
 */
@NullMarked
package dev.dockhand.hardware.scale;

import org.jspecify.annotations.NullMarked;
