package jirei.intake.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;

/**
 * Whether the color of fillings is white, of which PDFBox keeps no account when it extracts text. Colors are compared
 * by the number of their components: gray, RGB or CMYK. Not thread-safe.
 */
final class FillColor {
    private static final double ALMOST = 0.995;
    private static final int MAX_DEPTH = 1_000;

    private final Deque<Boolean> saved = new ArrayDeque<>();
    private boolean isWhite;

    /** Handles {@code operator} if it sets, saves or restores the color. */
    void accept(String operator, List<COSBase> operands) {
        switch (operator) {
            case "g", "rg", "k", "sc", "scn" -> isWhite = isWhite(operands);
            case "cs" -> isWhite = false;
            case "q" -> {
                if (saved.size() < MAX_DEPTH) {
                    saved.push(isWhite);
                }
            }
            case "Q" -> isWhite = saved.isEmpty() ? isWhite : saved.pop();
            default -> {
                // no color
            }
        }
    }

    boolean isWhite() {
        return isWhite;
    }

    private static boolean isWhite(List<COSBase> components) {
        boolean isCmyk = components.size() == 4;
        return !components.isEmpty()
                && components.stream()
                        .allMatch(component -> component instanceof COSNumber number
                                && (isCmyk ? number.floatValue() <= 1 - ALMOST : number.floatValue() >= ALMOST));
    }
}
