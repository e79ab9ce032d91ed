package jirei.intake.mieruka;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import jirei.corpus.lexicon.ActorLexicon;
import jirei.intake.layout.SourceLine;

/**
 * Parses the box with the role of each organization. Not thread-safe.
 *
 * <p>The name of an organization is printed beside its text. In the extracted lines it follows the text: at the end
 * of the last line, on a line of its own or, for several texts, after all of them in the same order.
 */
final class RoleBoxParser {
    /** The role of one organization. Immutable. */
    record Role(String label, String text, List<SourceLine> lines) {}

    private static final int MAX_LABEL_LENGTH = 12;

    private final ActorLexicon actors;
    private final Deque<LineGroup> unlabelled = new ArrayDeque<>();
    private final List<Role> roles = new ArrayList<>();

    RoleBoxParser(ActorLexicon actors) {
        this.actors = actors;
    }

    /** Returns whether {@code group} is exactly the name of an organization. */
    boolean isLabel(LineGroup group) {
        String text = group.text();
        return text.length() <= MAX_LABEL_LENGTH && !actors.allNamed(text).isEmpty();
    }

    /** Returns whether {@code group} ends with the name of an organization. */
    boolean endsWithLabel(LineGroup group) {
        return labelAtEnd(group.text()).isPresent();
    }

    /** Returns whether {@code group} is complete sentences followed by the name of an organization. */
    boolean endsWithLabelAfterStop(LineGroup group) {
        String text = group.text();
        int stop = text.lastIndexOf('。');
        return stop > 0 && !actors.allNamed(text.substring(stop + 1)).isEmpty();
    }

    /** Returns whether there is a text without a label. */
    boolean isWaiting() {
        return !unlabelled.isEmpty();
    }

    /** Adds a text that ends with its label or whose label follows later. */
    void addText(LineGroup group) {
        String text = group.text();
        Optional<String> label = labelAtEnd(text);
        if (label.isEmpty()) {
            unlabelled.add(group);
            return;
        }
        String name = label.get();
        roles.add(new Role(name, text.substring(0, text.length() - name.length()), group.lines()));
    }

    /** Adds a label on a line of its own, which belongs to the first text without one. */
    void addLabel(LineGroup group) {
        LineGroup text = unlabelled.remove();
        List<SourceLine> lines = new ArrayList<>(text.lines());
        lines.addAll(group.lines());
        roles.add(new Role(group.text(), text.text(), lines));
    }

    /** Removes and returns the texts without a label. */
    List<LineGroup> removeUnlabelled() {
        List<LineGroup> removed = List.copyOf(unlabelled);
        unlabelled.clear();
        return removed;
    }

    List<Role> roles() {
        return List.copyOf(roles);
    }

    /** Returns the longest suffix after the last full stop that is the name of an organization. */
    private Optional<String> labelAtEnd(String text) {
        String afterStop = text.substring(text.lastIndexOf('。') + 1);
        int longest = Math.min(MAX_LABEL_LENGTH, Math.min(afterStop.length(), text.length() - 1));
        for (int length = longest; length > 0; length--) {
            String end = text.substring(text.length() - length);
            if (!actors.allNamed(end).isEmpty()) {
                return Optional.of(end);
            }
        }
        return Optional.empty();
    }
}
