package jirei.corpus.format;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jirei.cases.Actor;
import jirei.cases.SectionKind;
import jirei.cases.Theme;
import jirei.corpus.lexicon.ControlledVocabulary;
import jirei.corpus.lexicon.LexiconLine;
import jirei.corpus.text.DiagnosticCollector;
import org.jspecify.annotations.Nullable;

/** A section of a Markdown file while its blocks come in. */
final class SectionBuilder {
    private final int line;
    private final boolean isMain;
    private final String heading;
    private final String givenId;
    private final StringBuilder text = new StringBuilder();
    private final Set<String> given = new HashSet<>();
    private boolean hasBody;
    private @Nullable SectionKind kind;
    private @Nullable List<Actor> actors;
    private @Nullable List<Theme> themes;
    private @Nullable String parent;
    private int parentLine;

    /**
     * @param isMain whether the heading is one of {@code ##}
     * @param givenId the id behind the heading; empty where none is given
     */
    SectionBuilder(int line, boolean isMain, String heading, String givenId) {
        this.line = line;
        this.isMain = isMain;
        this.heading = heading;
        this.givenId = givenId;
        this.parentLine = line;
    }

    boolean isMain() {
        return isMain;
    }

    String givenId() {
        return givenId;
    }

    /** Whether attributes can't follow any more. */
    boolean hasBody() {
        return hasBody;
    }

    void addText(String words) {
        hasBody |= !words.isEmpty();
        text.append(words).append('\n');
    }

    void set(SectionAttribute attribute, ControlledVocabulary words, DiagnosticCollector faults) {
        int at = attribute.line();
        String value = attribute.value();
        if (!given.add(attribute.name())) {
            faults.add(at, "「" + attribute.name() + "」がこの節に二度あるため、どちらか一つにしてください");
            return;
        }
        List<String> values = LexiconLine.separated(value);
        if (values.isEmpty()) {
            faults.add(at, "「" + attribute.name() + "」の値がないため、値を書くか、ない場合は「" + SectionAttribute.NONE + "」と書いてください");
            return;
        }
        boolean isNone = value.equals(SectionAttribute.NONE);
        switch (attribute.name()) {
            case SectionAttribute.KIND -> kind = words.kind(at, value);
            case SectionAttribute.ACTORS -> actors = isNone ? List.of() : words.actors(at, values);
            case SectionAttribute.THEMES -> themes = isNone ? List.of() : words.themes(at, values);
            default -> {
                parent = isNone ? "" : value;
                parentLine = at;
            }
        }
    }

    /**
     * The section as far as it is known.
     *
     * @param main the id of the main section it stands in by its heading; empty for none
     */
    SectionDraft draft(String id, String main, DiagnosticCollector faults) {
        if (!isMain && main.isEmpty() && parent == null) {
            faults.add(line, "「### " + heading + "」の上に「## 」の見出しがないため、「## " + heading + "」に直してください");
        }
        return new SectionDraft(
                line,
                id,
                kind != null ? kind : isMain ? SectionKind.LEAD : SectionKind.SUBSECTION,
                heading,
                Objects.requireNonNullElse(parent, main),
                parentLine,
                actors,
                themes,
                text.toString());
    }
}
