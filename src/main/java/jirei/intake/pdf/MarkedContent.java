package jirei.intake.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import jirei.intake.page.Glyph;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDResources;
import org.jspecify.annotations.Nullable;

/** Follows the marked-content operators of a page, which connect its glyphs to the structure tree. Not thread-safe. */
final class MarkedContent {
    private static final int MAX_DEPTH = 1_000;

    private final Deque<Integer> open = new ArrayDeque<>();

    void clear() {
        open.clear();
    }

    /** Returns the mark of the innermost sequence that has one, {@link Glyph#ARTIFACT} within an artifact. */
    int current() {
        return open.isEmpty() ? Glyph.NO_MARK : open.peek();
    }

    /** Handles {@code operator} and returns true if it begins or ends a sequence. */
    boolean accept(String operator, List<COSBase> operands, @Nullable PDResources resources) {
        switch (operator) {
            case "BMC", "BDC" -> {
                if (open.size() < MAX_DEPTH) {
                    open.push(mark(operands, resources));
                }
                return true;
            }
            case "EMC" -> {
                open.poll();
                return true;
            }
            default -> {
                return false;
            }
        }
    }

    private int mark(List<COSBase> operands, @Nullable PDResources resources) {
        if (current() == Glyph.ARTIFACT
                || (!operands.isEmpty() && COSName.getPDFName("Artifact").equals(operands.getFirst()))) {
            return Glyph.ARTIFACT;
        }
        COSDictionary properties = operands.size() > 1 ? properties(operands.get(1), resources) : null;
        int mark = properties == null ? -1 : properties.getInt(COSName.MCID, -1);
        return mark >= 0 ? mark : current();
    }

    private static @Nullable COSDictionary properties(COSBase operand, @Nullable PDResources resources) {
        if (operand instanceof COSDictionary dictionary) {
            return dictionary;
        }
        COSDictionary named =
                resources == null ? null : resources.getCOSObject().getCOSDictionary(COSName.PROPERTIES);
        return named == null || !(operand instanceof COSName name) ? null : named.getCOSDictionary(name);
    }
}
