package jirei.corpus.format;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jirei.cases.Actor;
import jirei.cases.OwnFacet;
import jirei.cases.OwnValues;
import jirei.cases.Pages;
import jirei.cases.SectionKind;
import jirei.cases.Theme;
import jirei.corpus.lexicon.ControlledVocabulary;
import jirei.corpus.lexicon.LexiconLine;
import jirei.corpus.text.DiagnosticCollector;
import org.jspecify.annotations.Nullable;

/** Builds a section of a Markdown file from its blocks. Not thread-safe. */
final class SectionBuilder {
    private final int line;
    private final boolean isMain;
    private final String heading;
    private final String givenId;
    private final StringBuilder text = new StringBuilder();
    private final Set<String> attributeNames = new HashSet<>();
    private boolean hasBody;
    private @Nullable SectionKind kind;
    private @Nullable List<Actor> actors;
    private @Nullable List<Theme> themes;
    private @Nullable String parent;
    private int parentLine;
    private @Nullable Pages pages;
    private @Nullable Integer ocrConfidence;
    private final Map<OwnFacet, List<String>> facets = new HashMap<>();

    /**
     * @param line the line of the heading, from 1
     * @param isMain whether the heading has level 2
     * @param heading the heading without the id; may be empty
     * @param givenId the id given after the heading; empty for none
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

    /** Returns whether the section has text, after which there are no attributes. */
    boolean hasBody() {
        return hasBody;
    }

    void addText(String block) {
        hasBody |= !block.isEmpty();
        text.append(block).append('\n');
    }

    void set(SectionAttribute attribute, ControlledVocabulary vocabulary, DiagnosticCollector diagnostics) {
        int at = attribute.line();
        String value = attribute.value();
        if (!attributeNames.add(attribute.name())) {
            diagnostics.add(at, "「" + attribute.name() + "」がこの節に二度あります。どちらか一つにしてください");
            return;
        }
        List<String> values = LexiconLine.split(value);
        if (values.isEmpty()) {
            diagnostics.add(
                    at, "「" + attribute.name() + "」の値がありません。値を書くか、ない場合は「" + SectionAttribute.NONE + "」と書いてください");
            return;
        }
        boolean isNone = value.equals(SectionAttribute.NONE);
        switch (attribute.name()) {
            case SectionAttribute.KIND -> kind = vocabulary.kind(at, value);
            case SectionAttribute.ACTORS -> actors = isNone ? List.of() : vocabulary.actors(at, values);
            case SectionAttribute.THEMES -> themes = isNone ? List.of() : vocabulary.themes(at, values);
            case SectionAttribute.PAGES -> pages = isNone ? null : SectionAttribute.pages(at, value, diagnostics);
            case SectionAttribute.OCR_CONFIDENCE ->
                ocrConfidence = isNone ? null : SectionAttribute.ocrConfidence(at, value, diagnostics);
            case SectionAttribute.PARENT -> {
                parent = isNone ? "" : value;
                parentLine = at;
            }
            default ->
                vocabulary
                        .facet(attribute.name())
                        .ifPresent(facet -> facets.put(
                                facet,
                                isNone
                                        ? List.of()
                                        : vocabulary.values(at, facet, facet.multiple() ? values : List.of(value))));
        }
    }

    /**
     * Returns the section with the attributes set so far.
     *
     * @param id the given or assigned id
     * @param main the id of the main section before the heading; empty for none
     */
    SectionDraft draft(String id, String main, DiagnosticCollector diagnostics) {
        if (!isMain && main.isEmpty() && parent == null) {
            diagnostics.add(line, "「### " + heading + "」の上に「## 」の見出しがありません。「## " + heading + "」に直してください");
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
                text.toString(),
                pages,
                ocrConfidence,
                new OwnValues(facets));
    }
}
