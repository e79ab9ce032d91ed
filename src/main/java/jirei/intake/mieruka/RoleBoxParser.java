package jirei.intake.mieruka;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import jirei.corpus.lexicon.ActorLexicon;
import jirei.intake.layout.SourceLine;

/**
 * The box that says what each organisation does.
 *
 * <p>An organisation's name is printed beside its text. In the extracted lines it stands behind it: stuck to the last line,
 * on a line of its own, or, for several texts, below all of them in the same order.
 */
final class RoleBoxParser {
    /** What one organisation does; the label is empty where none was found. */
    record Role(String label, String text, List<SourceLine> lines) {}

    private static final int MAX_LABEL_LENGTH = 12;

    private final ActorLexicon actors;
    private final Deque<LineGroup> waiting = new ArrayDeque<>();
    private final List<Role> roles = new ArrayList<>();

    RoleBoxParser(ActorLexicon actors) {
        this.actors = actors;
    }

    /** Whether {@code group} is nothing but the name of an organisation. */
    boolean isLabel(LineGroup group) {
        String text = group.text();
        return text.length() <= MAX_LABEL_LENGTH && !actors.allNamed(text).isEmpty();
    }

    /** Whether an organisation's name is stuck to the end of {@code group}. */
    boolean endsInLabel(LineGroup group) {
        return stuckLabel(group.text()).isPresent();
    }

    /** Whether {@code group} is finished sentences and, behind them, an organisation's name. */
    boolean endsInLabelBehindStop(LineGroup group) {
        String text = group.text();
        int stop = text.lastIndexOf('。');
        return stop > 0 && !actors.allNamed(text.substring(stop + 1)).isEmpty();
    }

    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    /** Takes a text with its label stuck to it, or one whose label is still to come. */
    void addText(LineGroup group) {
        String text = group.text();
        Optional<String> label = stuckLabel(text);
        if (label.isEmpty()) {
            waiting.add(group);
            return;
        }
        String name = label.get();
        roles.add(new Role(name, text.substring(0, text.length() - name.length()), group.lines()));
    }

    /** Takes a label on a line of its own: it belongs to the first text that still waits for one. */
    void addLabel(LineGroup group) {
        LineGroup text = waiting.remove();
        List<SourceLine> lines = new ArrayList<>(text.lines());
        lines.addAll(group.lines());
        roles.add(new Role(group.text(), text.text(), lines));
    }

    /** The texts that no label followed; they wait no longer. */
    List<LineGroup> releaseUnlabelled() {
        List<LineGroup> unlabelled = List.copyOf(waiting);
        waiting.clear();
        return unlabelled;
    }

    List<Role> roles() {
        return List.copyOf(roles);
    }

    /** What stands behind the last full stop, or else the longest end that is a name. */
    private Optional<String> stuckLabel(String text) {
        String behindStop = text.substring(text.lastIndexOf('。') + 1);
        int longest = Math.min(MAX_LABEL_LENGTH, Math.min(behindStop.length(), text.length() - 1));
        for (int length = longest; length > 0; length--) {
            String end = text.substring(text.length() - length);
            if (!actors.allNamed(end).isEmpty()) {
                return Optional.of(end);
            }
        }
        return Optional.empty();
    }
}
