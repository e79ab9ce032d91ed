package jirei.intake.office;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jirei.intake.source.JapaneseText;
import jirei.intake.source.NoteMark;

/** A paragraph that is being read, with what is anchored in it. Not thread-safe. */
final class OpenParagraph {
    private final StringBuilder text = new StringBuilder();
    private final Map<Double, Integer> sizes = new HashMap<>();
    private final StringBuilder raised = new StringBuilder();
    private int plainCharacters;
    private final List<OfficeElement> anchored = new ArrayList<>();
    /** The name of its style; empty for none. */
    String style = "";
    /** The level as a heading; 0 for none. */
    int level;
    /** The number or bullet. */
    String label = "";
    /** Whether it is part of a table of contents. */
    boolean isContents;

    /** Appends raised text, such as the number of a note. */
    void appendRaised(String more) {
        raised.append(more);
    }

    void append(String more, double size, boolean bold) {
        endRaised();
        text.append(more);
        int visible = JapaneseText.strip(more).length();
        sizes.merge(size, visible, Integer::sum);
        plainCharacters += bold ? 0 : visible;
    }

    private void endRaised() {
        if (!raised.isEmpty()) {
            text.append(NoteMark.of(text.substring(text.lastIndexOf("\n") + 1), raised.toString()));
            raised.setLength(0);
        }
    }

    void anchor(List<? extends OfficeElement> elements) {
        anchored.addAll(elements);
    }

    /** Returns the paragraph, unless it is blank, with the boxes and notes in it behind it. */
    List<OfficeElement> build() {
        endRaised();
        List<OfficeElement> built = new ArrayList<>();
        if (!JapaneseText.strip(text.toString()).isEmpty()) {
            double size = sizes.entrySet().stream()
                    .max(Comparator.comparingInt((Map.Entry<Double, Integer> entry) -> entry.getValue()))
                    .map(Map.Entry::getKey)
                    .orElse(0.0);
            built.add(
                    new OfficeElement.Paragraph(text.toString(), level, size, plainCharacters == 0, label, isContents));
        }
        built.addAll(anchored);
        return built;
    }
}
