package jirei.intake.structure;

import org.jspecify.annotations.Nullable;

/**
 * The start of a case in a document. Immutable.
 *
 * @param at the index of its first block
 * @param body the index of the first block behind the header; {@code at} if the case has no header of its own
 * @param number the number in the header; null for none
 * @param title the title in the header or form; empty for none
 */
public record CaseStart(int at, int body, @Nullable Integer number, String title) {}
