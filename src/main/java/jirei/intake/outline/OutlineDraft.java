package jirei.intake.outline;

import java.util.Map;
import jirei.cases.SectionKind;
import org.jspecify.annotations.Nullable;

/**
 * A section of an outline. Immutable.
 *
 * @param id the section id, unique in its case
 * @param kind the kind of section
 * @param heading the heading; may be empty
 * @param parent the id of the parent section; empty for none
 * @param text the text, one paragraph per line; may be empty
 * @param hasParts whether it has subsections
 * @param place the position of its first block in the document, from 1
 * @param lastPlace the position of its last block
 * @param lengths number of characters by position
 */
record OutlineDraft(
        String id,
        SectionKind kind,
        String heading,
        String parent,
        String text,
        boolean hasParts,
        int place,
        int lastPlace,
        Map<Integer, Integer> lengths) {
    OutlineDraft {
        lengths = Map.copyOf(lengths);
    }

    /**
     * Returns the mean confidence in percent of the text that was read by OCR; null if none was.
     *
     * @param confidence the confidence in percent of each position whose text was read by OCR
     */
    @Nullable
    Integer ocrConfidence(Map<Integer, Integer> confidence) {
        long characters = 0;
        long sum = 0;
        for (Map.Entry<Integer, Integer> length : lengths.entrySet()) {
            Integer percent = confidence.get(length.getKey());
            characters += percent == null ? 0 : length.getValue();
            sum += percent == null ? 0 : (long) percent * length.getValue();
        }
        return characters == 0 ? null : (int) Math.round(sum / (double) characters);
    }
}
