package jirei.library.editing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import jirei.cases.Actor;
import jirei.cases.OwnValues;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.cases.Theme;
import jirei.corpus.lexicon.Lexicon;

/**
 * The fields of a section as typed. Immutable.
 *
 * @param id the id of the section; it is not changed
 * @param kind the id of the kind
 * @param heading the heading
 * @param isMain whether it is a main section; others belong to the main section before them
 * @param actors the names of the actors, separated by 、; empty to let the rules of the lexicon decide, なし for none
 * @param themes the letters of the themes, separated by 、; empty to let the rules decide, なし for none
 * @param pages the pages of the source document; empty if unknown
 * @param text the paragraphs, separated by line feeds; other line terminators, as browsers send them, are replaced
 * @param parent the id of the section that it belongs to, if that is not the main section before it; empty otherwise
 * @param ocrConfidence the confidence in percent of a text that was read by OCR; empty if it was not, or a person has checked it
 * @param facets the values of the facets that the corpus declares, by name, separated by 、; a missing or empty one has those of the
 *     case, なし has none
 */
public record SectionForm(
        String id,
        String kind,
        String heading,
        boolean isMain,
        String actors,
        String themes,
        String pages,
        String text,
        String parent,
        String ocrConfidence,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> facets) {
    /** The value of actors and themes that means none. */
    public static final String NONE = "なし";

    static final String SEPARATOR = "、";

    /** Replaces the line terminators. */
    public SectionForm {
        facets = facets == null
                ? Map.of()
                : Collections.unmodifiableMap(new LinkedHashMap<>(facets)); // missing in an old draft
        text = text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Creates a section that belongs to the main section before it, unless it is one. */
    public SectionForm(
            String id,
            String kind,
            String heading,
            boolean isMain,
            String actors,
            String themes,
            String pages,
            String text) {
        this(id, kind, heading, isMain, actors, themes, pages, text, "", "", Map.of());
    }

    /** Returns the form of {@code section}; its actors and themes are empty where the rules find the same ones. */
    public static SectionForm of(Section section, Lexicon lexicon) {
        return new SectionForm(
                section.id(),
                section.kind().id(),
                section.heading(),
                section.parent().isEmpty(),
                lexicon.findsActorsOf(section)
                        ? ""
                        : orNone(section.actors().stream().map(Actor::name).collect(Collectors.joining(SEPARATOR))),
                lexicon.findsThemesOf(section)
                        ? ""
                        : orNone(section.themes().stream().map(Theme::id).collect(Collectors.joining(SEPARATOR))),
                section.pages() == null ? "" : section.pages().toString(),
                String.join("\n\n", section.paragraphs()),
                "",
                section.ocrConfidence() == null ? "" : section.ocrConfidence().toString(),
                typed(section.facets()));
    }

    /** Returns {@code values} as they are typed, by the names of the facets. */
    static Map<String, String> typed(OwnValues values) {
        Map<String, String> typed = new LinkedHashMap<>();
        values.byName().forEach((name, ofFacet) -> typed.put(name, orNone(String.join(SEPARATOR, ofFacet))));
        return typed;
    }

    private static String orNone(String names) {
        return names.isEmpty() ? NONE : names;
    }

    /** Returns an empty section. */
    static SectionForm empty(String id, boolean isMain) {
        SectionKind kind = isMain ? SectionKind.LEAD : SectionKind.SUBSECTION;
        return new SectionForm(id, kind.id(), "", isMain, "", "", "", "");
    }

    SectionForm with(String newHeading, String newText) {
        return new SectionForm(
                id, kind, newHeading, isMain, actors, themes, pages, newText, parent, ocrConfidence, facets);
    }

    SectionForm asMain(boolean main) {
        return new SectionForm(id, kind, heading, main, actors, themes, pages, text, "", ocrConfidence, facets);
    }

    SectionForm withId(String newId) {
        return new SectionForm(
                newId, kind, heading, isMain, actors, themes, pages, text, parent, ocrConfidence, facets);
    }

    SectionForm withParent(String newParent) {
        return new SectionForm(
                id, kind, heading, isMain, actors, themes, pages, text, newParent, ocrConfidence, facets);
    }

    SectionForm withPages(String newPages) {
        return new SectionForm(
                id, kind, heading, isMain, actors, themes, newPages, text, parent, ocrConfidence, facets);
    }

    SectionForm withOcrConfidence(String confidence) {
        return new SectionForm(id, kind, heading, isMain, actors, themes, pages, text, parent, confidence, facets);
    }

    SectionForm withNames(String newActors, String newThemes) {
        return new SectionForm(
                id, kind, heading, isMain, newActors, newThemes, pages, text, parent, ocrConfidence, facets);
    }
}
