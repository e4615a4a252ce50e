package dev.dockhand.app.ui.work;

import dev.dockhand.app.flow.Verdict;
import java.util.List;

/**
 * A verdict.
 *
 * @param tone its tone
 * @param word one word for the tone
 * @param text what it says
 * @param past tones of the verdicts before it, latest first
 */
public record BandShown(Verdict.Tone tone, String word, String text, List<Verdict.Tone> past) {}
