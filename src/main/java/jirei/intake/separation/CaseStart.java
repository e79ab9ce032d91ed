package jirei.intake.separation;

import java.util.List;
import java.util.Optional;
import jirei.intake.headings.NumberSign;
import jirei.intake.source.Block;
import jirei.intake.source.JapaneseText;
import org.jspecify.annotations.Nullable;

/**
 * The start of a case in a document. Immutable.
 *
 * @param at the index of its first block
 * @param body the index of the first block behind the header; {@code at} if the case has no header of its own
 * @param number the number in the header; null for none
 * @param title the title in the header or form; empty for none
 */
public record CaseStart(int at, int body, @Nullable Integer number, String title) {
    /** Lines that are no headings, as the last level. */
    static final int LAST_LEVEL = 9;

    private static final int MAX_HEADER_LENGTH = 100;
    private static final int MAX_SHOWN = 20;

    /** Returns the case whose header is the line {@code at}, with its number and the rest as its title. */
    static CaseStart of(List<Block> blocks, int at) {
        String text = blocks.get(at).text();
        Optional<CaseHeader> header = CaseHeader.of(text);
        if (header.isPresent()) {
            return new CaseStart(at, at + 1, header.get().number(), header.get().title());
        }
        Optional<NumberSign> sign =
                NumberSign.of(text).filter(found -> found.shape().isNumbered());
        String title = sign.map(NumberSign::rest).orElse(text);
        Integer number = sign.map(NumberSign::number).filter(value -> value > 0).orElse(null);
        return new CaseStart(at, at + 1, number, title);
    }

    /** Returns whether {@code block} may be a header: a short line that is no sentence. */
    static boolean isLine(Block block) {
        boolean isText = block.isHeading() || block.kind() == Block.Kind.PARAGRAPH || block.kind() == Block.Kind.ITEM;
        return isText && block.text().length() <= MAX_HEADER_LENGTH && !JapaneseText.endsSentence(block.text());
    }

    /** Returns {@code text} for a message, shortened. */
    static String shortened(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }
}
